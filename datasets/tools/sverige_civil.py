"""Civil-society actors: the list of organisations, and those that only stand as parties of an agreement.

One organisation has one row for each municipality it says it serves; they are folded into one actor with `serves`.
No position is given: a women's shelter has none that should be public.
"""
from sverige_text import folded, hyphened, the_only

CONFIDENCE, WEAK_CONFIDENCE = 0.7, 0.5


def civil_id(name, facts):
    return facts.same_actor(name) or "c-" + folded(name)


def civil_actors(facts, book):
    places = {row["name"]: row for row in facts.civil_places}
    listed = [civil_actor(name, rows, facts, places, book) for name, rows in rows_by_name(facts).items()]
    known = {actor["id"] for actor in listed}
    return listed + party_only_actors(facts, places, known, book)


def rows_by_name(facts):
    groups = {}
    for row in facts.civil_society:
        groups.setdefault(row["name"], []).append(row)
    return groups


def civil_actor(name, rows, facts, places, book):
    home = the_only(r["municipality_code"] for r in rows if r["scope"] in ("local", "regional"))
    serves = sorted({r["municipality_code"] for r in rows if r["scope"] == "serves"})
    is_national = any(r["scope"] == "national" for r in rows)
    county = home[:2] if home else None if is_national else the_only(code[:2] for code in serves)
    weak = rows[0]["source"] == "page-without-address"
    key = civil_id(name, facts)
    return {
        "id": key, "type": "civil_society",
        "subtype": facts.mapped("civil_kind", rows[0]["kind"])["subtype"], "name": name,
        "ids": {"org_number": hyphened(facts.organiser_number(key))},
        "county": county or places.get(name, {}).get("county"), "municipality": home, "serves": serves,
        "parent": places.get(name, {}).get("parent"), "ownership": "civil", "note": civil_note(rows),
        "provenance": book.provenance([r["source"] for r in rows], WEAK_CONFIDENCE if weak else CONFIDENCE),
    }


def civil_note(rows):
    fields = list(dict.fromkeys(row["field"] for row in rows if row["field"]))
    return f"Verksamhet enligt källan: {', '.join(fields)}." if fields else None


def party_only_actors(facts, places, known, book):
    """Organisations named as parties but not listed; what they do is not known."""
    actors = {}
    for row in facts.members:
        key = civil_id(row["member_name"], facts) if row["member_type"] == "civil_society" else None
        if key and key not in known and key not in actors:
            actors[key] = party_only_actor(key, row, places, book)
    return list(actors.values())


def party_only_actor(key, row, places, book):
    place = places.get(row["member_name"], {})
    return {
        "id": key, "type": "civil_society", "name": row["member_name"], "county": place.get("county"),
        "parent": place.get("parent"), "ownership": "civil", "note": "Känd bara som part i en överenskommelse.",
        "provenance": book.provenance([row["source"]], WEAK_CONFIDENCE),
    }

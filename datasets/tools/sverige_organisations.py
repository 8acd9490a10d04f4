"""Organisations of organisations: each is an actor and the agreement that constitutes it.

Rows that the hand table calls the same organisation become one actor with several agreements; two rows about one and
the same agreement (NSV in Sörmland) become one of each. A row whose form is a mere contract is an agreement only.
"""
from sverige_agreements import agreement, counties_note
from sverige_parties import structural_members, structural_parent
from sverige_text import hyphened, name_and_abbreviation, sentences, the_only

CONFIDENCE = {"explicit": 0.9, "by_law": 0.9, "county_wide": 0.8, "by_name": 0.6, "partial": 0.6}
JOINED_TYPES = ("federation", "coordination_association", "municipal_association")
OLD_NOTE = "Äldre uppgift; om organisationen finns kvar är inte känt."


def mapped_form(row, facts):
    """The mapping of the row's form; every `rss-` row is a support structure whatever it calls itself."""
    if row["id"].startswith("rss-"):
        return facts.mapped("organisation_form", "regional samverkans- och stödstruktur (RSS)")
    return facts.mapping.get(("organisation_form", row["form"])) or facts.mapped("organisation_form", "*")


def committee_rows(facts):
    """Joint committees that stand among the agreements: organisations too."""
    wide = {"kind": "joint_committee", "web": ""}
    return [row | wide for row in facts.agreements if row["form"] == "gemensam nämnd"]


def organisation_rows(facts):
    return facts.organisations + committee_rows(facts)


def actor_id(row, facts):
    return facts.same_actor(row["id"]) or row["id"]


def organisation_actors(facts, places, members, names, book):
    actors = {}
    for row in organisation_rows(facts):
        key = actor_id(row, facts)
        if key not in actors and mapped_form(row, facts)["type"]:
            actors[key] = organisation_actor(main_row(key, row, facts), key, facts, places, members, names, book)
    return list(actors.values())


def main_row(key, row, facts):
    """The row whose id the actor carries."""
    return next((r for r in facts.organisations if r["id"] == key), row)


def organisation_actor(row, key, facts, places, members, names, book):
    mapped, rows = mapped_form(row, facts), members[row["id"]]
    name, short = name_and_abbreviation(facts.correction(key, "name") or row["name"])
    seat = places.code_of_name.get(row["seat"])
    functions = facts.correction(key, "functions")
    return {
        "id": key, "type": facts.correction(key, "type") or mapped["type"], "subtype": mapped["subtype"], "name": name,
        "short_name": facts.correction(key, "short_name") or short,
        "ids": {"org_number": hyphened(facts.organiser_number(key))},
        "county": facts.correction(key, "county") or county(row, rows, seat), "municipality": seat,
        "parent": facts.correction(key, "parent") or structural_parent(rows, names),
        "members": structural_members(rows, key, names),
        "functions": sorted(functions.split()) if functions else [],
        "valid": {"to": facts.correction(key, "valid_to")} if facts.correction(key, "valid_to") else None,
        "web": row["web"], "note": actor_note(row, key, rows, facts),
        "provenance": book.provenance([row["source"]], CONFIDENCE[row["basis"]]),
    }


def county(row, rows, seat):
    """The county of the seat, else the only one that the row or its municipalities lie in; a national body has none."""
    if seat:
        return seat[:2]
    if row["id"].startswith("nat-"):
        return None
    municipalities = (r["member_code"][:2] for r in rows if r["member_type"] == "municipality")
    return the_only(row["counties"].split() or municipalities)


def actor_note(row, key, rows, facts):
    return sentences(
        rss_note(key, facts), OLD_NOTE if row["status"] == "older" and not facts.correction(key, "status") else None,
        "Föreslagen men inte bildad enligt källan." if row["status"] == "proposal" else None,
        counties_note(rows), facts.correction(key, "note"))


def rss_note(key, facts):
    """Whether the page that describes a support structure uses the word RSS."""
    for row in facts.rss_by_county:
        keys = [facts.same_actor(k) or k for k in row["rss"].split("; ")]
        if key in keys:
            return "Källans sida använder inte ordet RSS." if row["page_says_rss"] == "no" else rss_words(row)
    return None


def rss_words(row):
    """`yes (regional stödstruktur)` is a yes to the thing, in other words."""
    if "stödstruktur)" in row["page_says_rss"] or "stödstrukturer)" in row["page_says_rss"]:
        return "Källans sida talar om regional stödstruktur."
    return "Källans sida använder ordet RSS."


def organisation_agreements(facts, members, names, book):
    """The constituting agreements; an organisation without a party is an actor only."""
    made = {}
    for row in organisation_rows(facts):
        key = agreement_key(row, facts)
        if key in made:
            add_missing(made[key], founding_agreement(row, facts, members, names, book))
        else:
            made[key] = founding_agreement(row, facts, members, names, book)
    return [{"id": key} | row for key, row in made.items() if row["parties"]]


def agreement_key(row, facts):
    """Two rows of one organisation share an agreement unless one of them is about the support structure."""
    return f"a-{row['id']}" if row["id"].startswith("rss-") else f"a-{actor_id(row, facts)}"


def founding_agreement(row, facts, members, names, book):
    mapped, key = mapped_form(row, facts), actor_id(row, facts)
    name, _ = name_and_abbreviation(facts.correction(row["id"], "name") or row["name"])
    table = "organisation_topic" if row in facts.organisations else "agreement_topic"
    head = {"form": mapped["form"], "title": founding_title(mapped, name), "founds": key if mapped["type"] else None}
    return head | agreement(row, mapped, members[row["id"]], table, names, facts, book)


def founding_title(mapped, name):
    """One is a member of a legal person and works together through anything looser."""
    if mapped["type"] in JOINED_TYPES:
        return f"Medlemskap i {name}"
    # The name of a mere contract, and of what calls itself cooperation, is a title already.
    is_title = not mapped["type"] or name.startswith(("Samverkan ", "Gemensam"))
    return name if is_title else f"Samverkan genom {name}"


def add_missing(first, second):
    """The second row about the same agreement adds only the parties that the first lacks, and its source."""
    known = {party["actor"] for party in first["parties"]}
    first["parties"] += [party for party in second["parties"] if party["actor"] not in known]
    sources = first["provenance"]["source"]
    sources += [key for key in second["provenance"]["source"] if key not in sources]

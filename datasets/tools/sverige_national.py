"""The state's and SKR's actors, other actors known by name only, and the agreements of 2024 and 2025."""

NAMED_CONFIDENCE, AGREEMENT_CONFIDENCE = 0.9, 0.95
# Named in the agreements themselves rather than in a member row.
NAMED_IN = {"regeringen": "ok-2025", "regeringskansliet": "ok-2025", "skr": "ok-2025"}


def named_actors(facts, book):
    sources = first_sources(facts)
    return [named_actor(row, sources[row["id"]], book) for row in facts.named_actors]


def first_sources(facts):
    """For each named actor the first row that names it."""
    found = dict(NAMED_IN)
    key_of_name = {row["name"]: row["id"] for row in facts.named_actors}
    for row in facts.members:
        key = facts.same_actor(row["member_name"]) or key_of_name.get(row["member_name"])
        found.setdefault(key, row["source"])
    for row in facts.healthcare:
        found.setdefault(key_of_name.get(row["operator_from_name"].split(" (")[0]), row["source"])
    return found


def named_actor(row, source, book):
    actor = {name: row[name] for name in ("id", "type", "subtype", "name", "short_name", "county", "municipality",
                                          "ownership", "note")}
    name = row["name"].removesuffix(f" ({row['short_name']})") if row["short_name"] else row["name"]
    return actor | {"name": name, "provenance": book.provenance([source], NAMED_CONFIDENCE)}


def national_agreements(facts, book):
    return [national_agreement(row, book) for row in facts.national["agreements"]]


def national_agreement(row, book):
    agreement = {name: value for name, value in row.items() if name != "source"}
    return agreement | {"provenance": book.provenance([row["source"]], AGREEMENT_CONFIDENCE)}


def milestones(facts, book):
    return [row | {"source": book.id(row["source"])} for row in facts.national["milestones"]]

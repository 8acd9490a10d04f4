"""The order of members in a network file, and the exact bytes: two builds, and the program's own save, agree."""
import json

ORDER = {
    "network": "format format_version id title language synthetic license as_of taxonomy coverage milestones sources "
               "actors agreements",
    "source": "id title kind date url license note",
    "milestone": "date title source",
    "actor": "id type subtype name short_name name_en ids county municipality serves parent members ownership functions "
             "population municipality_group flags position sensitive valid web note provenance",
    "ids": "municipality_code county_code school_unit_code org_number",
    "position": "lat lon",
    "valid": "from to notice_months renewal review",
    "agreement": "id form title legal_basis areas service_areas target_groups perspectives valid status covers parties "
                 "funding duties supersedes under founds note provenance",
    "party": "actor role state from to sub_body service on_behalf_of note provenance",
    "funding": "from to amount currency period year",
    "duty": "kind by to due perspectives text",
    "provenance": "source method recorded confidence",
}
ORDER = {kind: names.split() for kind, names in ORDER.items()}

# Members that are objects of a kind of their own.
NESTED = {"ids": "ids", "position": "position", "valid": "valid", "parties": "party", "funding": "funding",
          "duties": "duty", "provenance": "provenance"}


def ordered(kind, row):
    """The row with its members in file order and without the empty ones; an unknown member stops the build."""
    unknown = set(row) - set(ORDER[kind])
    if unknown:
        raise ValueError(f"{kind} with unknown members {sorted(unknown)}")
    members = {name: ordered_member(name, row[name]) for name in ORDER[kind] if name in row}
    return {name: value for name, value in members.items() if value not in (None, "", [], {})}


def ordered_member(name, value):
    if name not in NESTED or value is None:
        return value
    if isinstance(value, list):
        return [ordered(NESTED[name], item) for item in value]
    return ordered(NESTED[name], value)


def ordered_network(network):
    """The whole network: sources, actors and agreements by id in byte order, milestones by date."""
    rows = {
        "milestones": sorted((ordered("milestone", m) for m in network["milestones"]), key=lambda m: m["date"]),
        "sources": by_id("source", network["sources"]),
        "actors": by_id("actor", network["actors"]),
        "agreements": by_id("agreement", network["agreements"]),
    }
    return ordered("network", network | rows)


def by_id(kind, rows):
    return sorted((ordered(kind, row) for row in rows), key=lambda row: row["id"].encode("utf-8"))


def file_text(network):
    return json.dumps(network, indent=2, ensure_ascii=False) + "\n"

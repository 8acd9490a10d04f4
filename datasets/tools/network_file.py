"""How a network is laid out in its file: members in the order of the format, rows by id, two spaces, one final newline.

The program writes the same bytes, so a dataset made here comes back unchanged when it is opened and saved.
"""
import json

ORDER = {
    "network": "format format_version id title language synthetic license as_of taxonomy coverage milestones sources actors "
               "agreements contacts",
    "coverage": "scope surveys registers",
    "survey": "id date method title areas asked answered",
    "register": "id title areas counties complete date",
    "milestone": "date title source",
    "source": "id title kind date url license note",
    "actor": "id type subtype name short_name name_en ids county municipality serves parent members ownership functions population "
             "municipality_group flags position sensitive valid web note provenance",
    "ids": "municipality_code county_code school_unit_code org_number hsa_id nuts lau wikidata",
    "position": "lat lon",
    "agreement": "id form title legal_basis areas service_areas target_groups perspectives valid status covers parties funding duties "
                 "supersedes under founds note provenance",
    "valid": "from to notice_months renewal review",
    "party": "actor role state from to sub_body service on_behalf_of note provenance",
    "funding": "from to amount currency period year",
    "duty": "kind by to due perspectives text",
    "provenance": "source method recorded confidence",
}


def ordered(kind, row):
    """The row with its members in the order of the format; a member the format does not know is a mistake here."""
    order = ORDER[kind].split()
    return {name: row[name] for name in sorted(row, key=order.index)}


def by_id(rows):
    # UTF-8 keeps the order of code points, so this is the order of the bytes.
    return sorted(rows, key=lambda row: row["id"])


def network_text(network):
    return json.dumps(network, indent=2, ensure_ascii=False) + "\n"

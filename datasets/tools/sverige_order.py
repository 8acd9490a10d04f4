"""What the parts of the build made, as rows of the file: nothing empty, every member in its place.

The builders say what they know and leave the rest None; here it is left out, since an absent member means "not known"
and an empty one may not.
"""
from network_file import by_id, ordered

# Members that are objects of a kind of their own.
NESTED = {"ids": "ids", "position": "position", "valid": "valid", "parties": "party", "funding": "funding",
          "duties": "duty", "provenance": "provenance"}


def row_of(kind, row):
    known = {name: member_of(name, value) for name, value in row.items() if value is not None}
    return ordered(kind, {name: value for name, value in known.items() if value not in ("", [], {})})


def member_of(name, value):
    if name not in NESTED:
        return value
    if isinstance(value, list):
        return [row_of(NESTED[name], item) for item in value]
    return row_of(NESTED[name], value)


def ordered_network(network):
    """The whole network: sources, actors and agreements by id, milestones by date."""
    rows = {
        "milestones": sorted((row_of("milestone", row) for row in network["milestones"]), key=lambda row: row["date"]),
        "sources": by_id([row_of("source", row) for row in network["sources"]]),
        "actors": by_id([row_of("actor", row) for row in network["actors"]]),
        "agreements": by_id([row_of("agreement", row) for row in network["agreements"]]),
    }
    return ordered("network", network | rows)

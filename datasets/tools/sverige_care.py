"""Hospitals, primary-care centres and other care units.

The operator is known only where the unit's name or the region's own list says it; a hospital from the old code list
therefore has no parent, although most belong to a region.
"""
from sverige_text import folded, position

CONFIDENCE = {"current": 0.8, "older": 0.4}
OLD_NOTE = "Finns i kodlistan från 2014 men inte i den från 2026; om enheten finns kvar är inte känt."
COUNTY_NOTE = "Bara länet är känt."


def care_actors(facts, book):
    operators = {row["operator"]: row for row in facts.care_operators}
    return [care_actor(row, facts, operators, book) for row in facts.healthcare]


def care_actor(row, facts, operators, book):
    kind = facts.mapped("care_kind", row["kind"])
    operator = operators.get(row["operator_from_name"], {})
    return {
        "id": folded(row["id"]), "type": kind["type"], "subtype": kind["subtype"], "name": row["name"],
        "county": row["county_code"], "municipality": row["municipality_code"],
        "parent": operator.get("parent"), "ownership": operator.get("ownership"),
        "position": position(row["lat"], row["lon"]), "note": care_note(row),
        "provenance": book.provenance([row["source"]], CONFIDENCE[row["status"]]),
    }


def care_note(row):
    if row["status"] == "older":
        return OLD_NOTE
    return None if row["municipality_code"] else COUNTY_NOTE

"""School units with grade 9 and their independent organisers.

A municipal organiser is the municipality itself and gets no actor of its own; nor does one that is an actor already (a
federation, a foundation with other work). Only the columns named here are read:
a school register may hold personal data in others.
"""
from collections import defaultdict

from sverige_text import hyphened, position, the_only

CONFIDENCE = 0.9
WHERE_NOTE = "Län och kommun anger var huvudmannens skolor med årskurs 9 ligger, inte dess säte."
NO_ORGANISER_NOTE = "Huvudmannen finns inte i underlaget."


def organiser_actors(facts, book):
    return [organiser_actor(row, book) for row in facts.school_organisers
            if row["type"] == "Enskild" and not facts.same_actor(row["org_number"])]


def organiser_actor(row, book):
    codes = row["municipality_codes"].split()
    return {
        "id": organiser_id(row["org_number"]), "type": "school_organiser", "subtype": "independent",
        "name": row["name"], "ids": {"org_number": hyphened(row["org_number"])},
        "county": the_only(code[:2] for code in codes), "municipality": the_only(codes), "serves": sorted(codes),
        "ownership": "private", "note": WHERE_NOTE,
        "provenance": book.provenance([row["source"]], CONFIDENCE),
    }


def organiser_id(org_number):
    return f"h-{org_number}"


def school_actors(facts, places, book):
    parents, offices = organiser_parents(facts, places), office_positions(facts.schools)
    return [school_actor(row, parents, offices, book) for row in facts.schools]


def office_positions(rows):
    """Positions that schools of several municipalities share: the organiser's office, not a school."""
    municipalities = defaultdict(set)
    for row in rows:
        municipalities[row["lat"], row["lon"]].add(row["municipality_code"])
    return {place for place, codes in municipalities.items() if len(codes) > 1}


def organiser_parents(facts, places):
    """The actor behind each organiser's number: an actor known otherwise, the municipality, or the organiser itself."""
    return {row["org_number"]: organiser_parent(row, facts, places) for row in facts.school_organisers}


def organiser_parent(row, facts, places):
    if known := facts.same_actor(row["org_number"]):
        return known
    is_independent = row["type"] == "Enskild"
    return organiser_id(row["org_number"]) if is_independent else places.municipality(row["municipality_codes"])


def school_actor(row, parents, offices, book):
    code, place = row["school_unit_code"], (row["lat"], row["lon"])
    place = ("", "") if place in offices else place
    ownership = {"Kommunal": "municipal", "Enskild": "private", "": None}[row["organiser_type"]]
    sources = dict.fromkeys([row["source"]] + ([row["coord_source"]] if place[0] else []))
    return {
        "id": f"u-{code}", "type": "school", "subtype": "compulsory", "name": row["name"],
        "ids": {"school_unit_code": code},
        "county": row["municipality_code"][:2], "municipality": row["municipality_code"],
        "parent": parents.get(row["organiser_org_number"]), "ownership": ownership,
        "position": position(*place),
        "note": None if row["organiser_org_number"] else NO_ORGANISER_NOTE,
        "provenance": book.provenance(sources, CONFIDENCE),
    }

"""Municipalities and regions as actors, and what their codes mean for everything else.

Gotland is the odd one: one legal person that is both municipality and region. It is one actor, a municipality with a
flag, and the region code 09 leads to it.
"""
from collections import Counter

from sverige_text import folded, hyphened, position

GOTLAND, GOTLAND_COUNTY = "0980", "09"
CONFIDENCE = 0.95


class Places:
    """Municipalities by code and name; the actor id of a municipality or of a region code."""

    def __init__(self, facts):
        self.municipalities = {row["code"]: row for row in facts.municipalities}
        self.code_of_name = {row["name"]: row["code"] for row in facts.municipalities}
        self.municipality_ids = municipality_ids(facts.municipalities)
        self.region_ids = {row["county_code"]: "r-" + folded(row["short_name"]) for row in facts.regions}
        self.region_ids[GOTLAND_COUNTY] = self.municipality_ids[GOTLAND]

    def municipality(self, code):
        return self.municipality_ids[code]

    def region(self, county_code):
        return self.region_ids[county_code]


def municipality_ids(rows):
    """`k-falun`; Habo and Håbo fold to the same word, so both carry their code."""
    times = Counter(folded(row["name"]) for row in rows)
    return {row["code"]: municipality_id(row, times) for row in rows}


def municipality_id(row, times):
    name = folded(row["name"])
    return f"k-{name}" if times[name] == 1 else f"k-{name}-{row['code']}"


def municipality_actors(facts, places, book):
    org_numbers = organiser_numbers(facts.school_organisers)
    return [municipality_actor(row, facts, places, org_numbers, book) for row in facts.municipalities]


def organiser_numbers(organisers):
    """The organisation numbers of Ystad and Orust stand only among the school organisers."""
    return {row["municipality_codes"]: row["org_number"] for row in organisers if row["type"] == "Kommunal"}


def municipality_actor(row, facts, places, org_numbers, book):
    code = row["code"]
    return {
        "id": places.municipality(code), "type": "municipality",
        "name": row["official_name"], "short_name": row["name"],
        "ids": {"municipality_code": code, "org_number": hyphened(row["org_number"] or org_numbers[code])},
        "county": row["county_code"], "municipality": code,
        "population": int(row["population_2024"]),
        "municipality_group": facts.mapped("municipality_group", row["skr_group_2023"])["form"],
        "flags": ["municipality_without_region"] if code == GOTLAND else [],
        "position": position(row["label_lat"], row["label_lon"]),
        "note": "Kommun som också har regionens uppgifter; samma juridiska person." if code == GOTLAND else None,
        "provenance": book.provenance(row["source"].split(), CONFIDENCE),
    }


def region_actors(facts, places, book):
    return [region_actor(row, places, book) for row in facts.regions if row["county_code"] != GOTLAND_COUNTY]


def region_actor(row, places, book):
    name = row["region_org_name"]
    return {
        "id": places.region(row["county_code"]), "type": "region",
        "name": name, "short_name": region_short_name(name),
        "ids": {"county_code": row["county_code"]}, "county": row["county_code"],
        "population": int(row["population_2024"]),
        "position": position(row["label_lat"], row["label_lon"]),
        "provenance": book.provenance(row["source"].split(), CONFIDENCE),
    }


def region_short_name(name):
    """`Region Jönköpings län` is said `Region Jönköping`; most names are short already."""
    if name == "Västra Götalandsregionen":
        return "VGR"
    short = name.removesuffix(" län")
    return short.replace("Jönköpings", "Jönköping") if short != name else None

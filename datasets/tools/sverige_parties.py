"""Member rows become parties, and organisations' member rows also their structural members.

The state of a party is never firmer than the row it comes from: the first word of the row's basis decides, and only in
an agreement that is active.
"""
import re

from sverige_civil import civil_id

CONFIDENCE = {"explicit": 0.9, "by_law": 0.9, "by": 0.9, "county_wide": 0.7, "by_name": 0.6, "partial": 0.5}
BASIS_WORDS = {
    "explicit": "uttryckligen angiven i källan", "by_law": "följer av författning", "by": "följer av lag (2003:1210)",
    "county_wide": "källan anger hela länet", "by_name": "läst ur handlingens namn", "partial": "källan är ofullständig",
}
POLICE_AREA = re.compile(r"\((lokalpolisområde [^)]+)\)")
# Rows that belong to an organisation as structure. Being served or supporting is not membership.
STRUCTURAL_ROLES = ("member", "host", "chair")


class Names:
    """Finds the actor that a member row means."""

    def __init__(self, facts, places):
        self.facts, self.places = facts, places
        self.named = {row["name"]: row["id"] for row in facts.named_actors}

    def actor(self, row):
        kind = row["member_type"]
        if kind == "municipality":
            return self.places.municipality(row["member_code"])
        if kind == "region":
            return self.places.region(row["member_code"])
        if kind == "civil_society":
            return civil_id(row["member_name"], self.facts)
        return self.facts.same_actor(row["member_name"]) or self.named[row["member_name"]]


def is_party(row):
    """Counties are coverage and `parent` is structure; the rest are parties."""
    return row["member_type"] != "county" and row["role"] != "parent"


def basis_word(row):
    return row["basis"].split()[0]


def party_state(status, basis):
    if status == "active":
        return "unknown" if basis == "partial" else "adopted"
    return "recommended" if status == "planned" else "unknown"


def parties(member_rows, agreement_status, title, names, facts, book):
    """One party for each actor, in the rows' order; a later row that names the same actor again adds nothing."""
    found = {}
    for row in filter(is_party, member_rows):
        key = names.actor(row)
        if key not in found:
            found[key] = party(key, row, agreement_status, title, facts, book)
    return list(found.values())


def party(key, row, agreement_status, title, facts, book):
    basis = basis_word(row)
    police_area = POLICE_AREA.search(title) if key == "polismyndigheten" else None
    return {
        "actor": key, "role": facts.mapped("party_role", row["role"])["form"],
        "state": party_state(agreement_status, basis),
        "sub_body": police_area[1].capitalize() if police_area else None,
        "note": f"Grund: {basis_words(row)}.",
        "provenance": book.provenance([row["source"]], CONFIDENCE[basis]),
    }


def basis_words(row):
    """The basis as it stands in the facts, less its own brackets, and what it means."""
    return f"{row['basis'].split(' (')[0]} ({BASIS_WORDS[basis_word(row)]})"


def structural_members(member_rows, own_id, names):
    keys = (names.actor(row) for row in member_rows if is_party(row) and row["role"] in STRUCTURAL_ROLES)
    return [key for key in dict.fromkeys(keys) if key != own_id]


def structural_parent(member_rows, names):
    return next((names.actor(row) for row in member_rows if row["role"] == "parent"), None)


def counties_named(member_rows):
    return [row["member_name"] for row in member_rows if row["member_type"] == "county"]

#!/usr/bin/env python3
"""Holds sverige-2025.json against the facts it is made from, read afresh from datasets/sources/.

Usage: sverige_test.py [DATASETS]        (default: the datasets folder of this source tree)

Nothing of the script that makes the file is used here: what the facts mean is worked out a second time. That the
committed file is what the script makes is regenerate_test.py's business.
"""
import csv
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

DATASETS = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "datasets"

STATUS = {"current": "active", "older": "unknown", "proposal": "planned"}
CONFIDENCE = {"explicit": 0.9, "by_law": 0.9, "by": 0.9, "county_wide": 0.7, "by_name": 0.6, "partial": 0.5}
ROLE = {"member": "member", "host": "host", "chair": "coordinator", "partner": "supporter", "adjoined": "observer",
        "served": "participant"}
POPULATION_2024 = 10_587_710
AREA = re.compile(r"A[0-9](\.[1-4])?")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
PERSONAL_NUMBER = re.compile(r"(?<!\d)(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])[-+]?\d{4}(?!\d)")


def read(name):
    with open(DATASETS / "sources" / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Data:
    """The network with its rows by id, and the facts."""

    def __init__(self):
        self.by_name = {}
        self.network = json.loads((DATASETS / "sverige-2025.json").read_text(encoding="utf-8"))
        self.actors = {row["id"]: row for row in self.network["actors"]}
        self.agreements = {row["id"]: row for row in self.network["agreements"]}
        self.sources = {row["id"] for row in self.network["sources"]}
        self.constituted = read("organisations") + read("agreements")
        self.member_rows = defaultdict(list)
        for row in read("members"):
            if row["member_type"] != "county" and row["role"] != "parent":
                self.member_rows[row["org_id"]].append(row)
        self.same = {row["spelling"]: row["actor"] for row in read("same_organisation")}
        self.corrections = {(row["id"], row["field"]): row["value"] for row in read("corrections")}

    def of_type(self, kind):
        return [row for row in self.actors.values() if row["type"] == kind]

    def agreement_of(self, row_id):
        """The agreement that a row became, directly or merged with another row."""
        merged = self.corrections.get((row_id, "drop"))
        return (self.agreements.get(f"a-{row_id}") or self.agreements.get(merged)
                or self.agreements.get(f"a-{self.same.get(row_id)}"))


# --- Places --------------------------------------------------------------------------------------------------------

def municipalities_are_those_of_the_facts(data):
    made = {row["ids"]["municipality_code"]: row for row in data.of_type("municipality")}
    facts = {row["code"]: row for row in read("municipalities")}
    if len(made) != 290 or set(made) != set(facts):
        yield f"{len(made)} municipalities, and not those of the facts"
    for code, row in made.items():
        fact = facts[code]
        if (row["name"], row["county"], row["population"]) != (fact["official_name"], fact["county_code"],
                                                               int(fact["population_2024"])):
            yield f"{row['id']} is not as in the facts"


def populations_add_up(data):
    total = sum(row["population"] for row in data.of_type("municipality"))
    gotland = data.actors["k-gotland"]["population"]
    of_regions = sum(row["population"] for row in data.of_type("region")) + gotland
    if (total, of_regions) != (POPULATION_2024, POPULATION_2024):
        yield f"municipalities have {total} inhabitants and regions with Gotland {of_regions}"


def there_are_twenty_regions_and_gotland_is_flagged(data):
    codes = {row["ids"]["county_code"] for row in data.of_type("region")}
    if codes != {row["county_code"] for row in read("regions")} - {"09"}:
        yield f"regions {sorted(codes)}"
    flagged = [row["id"] for row in data.actors.values() if "municipality_without_region" in row.get("flags", [])]
    if flagged != ["k-gotland"]:
        yield f"flagged as without region: {flagged}"


def places_that_are_easily_mistaken_are_right(data):
    expected = {"k-heby": ("county", "03"), "par11010-danderyds-sjukhus": ("municipality", "0162"),
                "k-habo-0643": ("county", "06"), "k-habo-0305": ("county", "03")}
    for key, (member, value) in expected.items():
        if data.actors[key][member] != value:
            yield f"{key} has {member} {data.actors[key][member]}"
    for key, number in (("k-ystad", "212000-1181"), ("k-orust", "212000-1314")):
        if data.actors[key]["ids"]["org_number"] != number:
            yield f"{key} has not the organisation number of the school register"


# --- Units ---------------------------------------------------------------------------------------------------------

def every_school_is_an_actor_under_its_organiser(data):
    made = {row["ids"]["school_unit_code"]: row for row in data.of_type("school")}
    facts = read("schools")
    if len(made) != len(facts):
        yield f"{len(made)} schools made of {len(facts)}"
    for fact in facts:
        row = made.get(fact["school_unit_code"], {})
        if (row.get("name"), row.get("municipality")) != (fact["name"], fact["municipality_code"]):
            yield f"school {fact['school_unit_code']} is missing or changed"
        elif organiser_number(data, row) != fact["organiser_org_number"]:
            yield f"{row['id']} stands under {row.get('parent')}"


def organiser_number(data, school):
    parent = data.actors.get(school.get("parent"), {})
    return parent.get("ids", {}).get("org_number", "").replace("-", "")


def every_independent_organiser_and_care_unit_is_an_actor(data):
    numbers = {row.get("ids", {}).get("org_number", "").replace("-", "") for row in data.actors.values()}
    for row in read("school_organisers"):
        if row["org_number"] not in numbers:
            yield f"organiser {row['org_number']} is no actor"
    if len(data.of_type("school_organiser")) > sum(row["type"] == "Enskild" for row in read("school_organisers")):
        yield "a municipal organiser is an actor of its own"
    kinds = Counter(row["kind"] for row in read("healthcare"))
    made = Counter(row.get("subtype") or row["type"] for kind in ("hospital", "primary_care", "care_unit")
                   for row in data.of_type(kind))
    if kinds != made:
        yield f"care units {dict(made)}, in the facts {dict(kinds)}"


def every_civil_actor_is_there_once(data):
    made = Counter(row["name"] for row in data.of_type("civil_society"))
    for name in {row["name"] for row in read("civil_society")}:
        if made[name] != 1:
            yield f"{name} stands {made[name]} times"


# --- Organisations and agreements ----------------------------------------------------------------------------------

def every_row_with_parties_is_an_agreement(data):
    for row in data.constituted:
        has_parties, agreement = bool(data.member_rows[row["id"]]), data.agreement_of(row["id"])
        if has_parties and agreement is None:
            yield f"{row['id']} ({row['status']}) is left out"
        if not has_parties and f"a-{row['id']}" in data.agreements:
            yield f"{row['id']} has no party in the facts"


def every_organisation_is_an_actor(data):
    for row in read("organisations"):
        key = data.same.get(row["id"], row["id"])
        if row["form"] != "avtalssamverkan" and key not in data.actors:
            yield f"organisation {row['id']} is no actor"


def states_and_statuses_are_those_of_the_rows(data):
    for row in data.constituted:
        agreement = data.agreement_of(row["id"])
        if agreement is None or (row["id"], "drop") in data.corrections:
            continue
        status = data.corrections.get((row["id"], "status")) or STATUS[row["status"]]
        if agreement["status"] != status:
            yield f"{agreement['id']} is {agreement['status']}, its row says {status}"
        yield from wrong_parties(data, agreement, status, data.member_rows[row["id"]])


def wrong_parties(data, agreement, status, rows):
    parties = {party["actor"]: party for party in agreement["parties"]}
    for row in rows:
        party = parties.get(actor_id(data, row))
        if party is None:
            yield f"{agreement['id']} lacks {row['member_name']}"
        # Gotland may stand as both municipality and region, and Stockholm under two names: the first row counts.
        elif row["basis"].split(" (")[0] in party["note"] and (party["state"], party["role"], party["provenance"]["confidence"]) \
                != expected_party(status, row):
            yield f"{agreement['id']}: {row['member_name']} is {party['state']} as {party['role']}"
    if len(parties) != len({actor_id(data, row) for row in rows}):
        yield f"{agreement['id']} has parties that no row has"


def actor_id(data, row):
    if row["member_type"] == "municipality":
        return next(k for k, a in data.actors.items() if a.get("ids", {}).get("municipality_code") == row["member_code"])
    if row["member_type"] == "region":
        return next((k for k, a in data.actors.items() if a.get("ids", {}).get("county_code") == row["member_code"]),
                    "k-gotland")
    return data.same.get(row["member_name"]) or names(data)[row["member_name"]]


def names(data):
    """Actors by name, and by name with its abbreviation behind it, as the facts may write it."""
    if not data.by_name:
        data.by_name = {row["name"]: key for key, row in data.actors.items()}
        data.by_name |= {f"{row['name']} ({row['short_name']})": key for key, row in data.actors.items()
                         if "short_name" in row}
    return data.by_name


def expected_party(status, row):
    basis = row["basis"].split()[0]
    state = "unknown"
    if status == "active" and basis != "partial":
        state = "adopted"
    if status == "planned":
        state = "recommended"
    return state, ROLE[row["role"]], CONFIDENCE[basis]


def the_two_national_agreements_say_what_their_texts_say(data):
    first, second = data.agreements["a-ok-2024"], data.agreements["a-ok-2025"]
    if [f["amount"] for a in (first, second) for f in a["funding"]] != [20_000_000, 20_000_000]:
        yield "the amounts are not 20 million each"
    if {area.split(".")[0] for area in second["areas"]} != {f"A{n}" for n in range(1, 10)}:
        yield "the agreement of 2025 has not its nine areas"
    duty = second["duties"][0]
    if (duty["due"], duty["perspectives"], duty["to"]) != ("2026-03-31", ["P1", "P2", "P3"], "regeringskansliet"):
        yield "the activity report is not as agreed"
    if "2025-07-01" not in [m["date"] for m in data.network["milestones"]]:
        yield "no milestone for the act in force"


# --- The file ------------------------------------------------------------------------------------------------------

def every_reference_resolves(data):
    for row in data.actors.values():
        for key in [row.get("parent", row["id"])] + row.get("members", []):
            if key not in data.actors:
                yield f"{row['id']} refers to {key}"
    for row in data.agreements.values():
        yield from dangling_in_agreement(data, row)


def dangling_in_agreement(data, row):
    for key in [party["actor"] for party in row["parties"]] + [row.get("founds", "skr")]:
        if key not in data.actors:
            yield f"{row['id']} refers to {key}"
    for member in ("under", "supersedes"):
        if row.get(member, row["id"]) not in data.agreements:
            yield f"{row['id']} is {member} {row[member]}"


def everything_can_be_followed_to_a_source(data):
    for row in list(data.actors.values()) + list(data.agreements.values()):
        for holder in [row] + row.get("parties", []):
            sources = holder.get("provenance", row["provenance"])["source"]
            if not sources or not set(sources) <= data.sources:
                yield f"{row['id']} has no source that exists"


def no_official_id_or_name_is_given_twice(data):
    ids = Counter((name, value) for row in data.actors.values() for name, value in row.get("ids", {}).items())
    # Schools in different municipalities may share a name; nothing else does.
    titles = Counter(row["name"].lower() for row in data.actors.values() if row["type"] != "school")
    titles += Counter(row["title"].lower() for row in data.agreements.values())
    for what, times in (ids + titles).items():
        if times > 1 and not is_named_like_its_agreement(data, what):
            yield f"{what} stands {times} times"


def is_named_like_its_agreement(data, name):
    """A body that calls itself cooperation shares its name with the agreement that constitutes it."""
    return any(row["title"].lower() == name and data.actors[row["founds"]]["name"].lower() == name
               for row in data.agreements.values() if "founds" in row)


def no_personal_data_is_in_it(data):
    for row in data.network["sources"] + list(data.actors.values()) + list(data.agreements.values()):
        for text in free_texts(row):
            if EMAIL.search(text) or PERSONAL_NUMBER.search(text):
                yield f"{row['id']}: {text}"


def free_texts(row):
    texts = [row.get(member, "") for member in ("name", "short_name", "title", "note")]
    return texts + [party.get(member, "") for party in row.get("parties", []) for member in ("note", "sub_body")]


def areas_are_codes_and_a0_stands_alone(data):
    for row in data.agreements.values():
        areas = row["areas"]
        if not areas or not all(AREA.fullmatch(area) for area in areas) or ("A0" in areas and len(areas) > 1):
            yield f"{row['id']} has areas {areas}"


def rows_stand_by_id_and_no_register_is_declared(data):
    for member in ("sources", "actors", "agreements"):
        keys = [row["id"].encode() for row in data.network[member]]
        if keys != sorted(keys):
            yield f"{member} are not in order"
    if set(data.network["coverage"]) != {"scope"}:
        yield "a coverage is declared that nobody can vouch for"


CHECKS = [
    municipalities_are_those_of_the_facts, populations_add_up, there_are_twenty_regions_and_gotland_is_flagged,
    places_that_are_easily_mistaken_are_right, every_school_is_an_actor_under_its_organiser,
    every_independent_organiser_and_care_unit_is_an_actor, every_civil_actor_is_there_once,
    every_row_with_parties_is_an_agreement, every_organisation_is_an_actor, states_and_statuses_are_those_of_the_rows,
    the_two_national_agreements_say_what_their_texts_say, every_reference_resolves,
    everything_can_be_followed_to_a_source, no_official_id_or_name_is_given_twice, no_personal_data_is_in_it,
    areas_are_codes_and_a0_stands_alone, rows_stand_by_id_and_no_register_is_declared,
]


def main():
    data = Data()
    problems = [f"{check.__name__}: {problem}" for check in CHECKS for problem in check(data)]
    for problem in problems[:100]:
        print(problem)
    print(f"{len(CHECKS)} checks, {len(problems)} problems", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

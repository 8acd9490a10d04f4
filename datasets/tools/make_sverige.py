#!/usr/bin/env python3
"""Makes sverige-2025.json from the facts in datasets/sources/: same facts, same bytes.

Usage: make_sverige.py [--out DIR]
How facts become actors and agreements is said in docs/data-notes.md; each module beside this one holds one part of it.
"""
import argparse
from collections import defaultdict
from pathlib import Path

from network_file import network_text
from sverige_agreements import AS_OF, plain_agreement
from sverige_care import care_actors
from sverige_civil import civil_actors
from sverige_facts import Facts
from sverige_national import milestones, named_actors, national_agreements
from sverige_order import ordered_network
from sverige_organisations import organisation_actors, organisation_agreements
from sverige_parties import Names
from sverige_places import Places, municipality_actors, region_actors
from sverige_schools import organiser_actors, school_actors
from sverige_sources import SourceBook

DATASETS = Path(__file__).resolve().parents[1]
FILE_NAME = "sverige-2025.json"


def header(facts):
    return {
        "format": "samverka-network", "format_version": "1.0",
        "id": "sverige-2025", "title": "Sverige 2025", "language": "sv",
        "license": "Sammanställda fakta ur öppna källor; varje källa bär sin egen licens, se sources. "
                   "Regionernas namn: Källa: Kolada (CC BY 4.0), egen bearbetning.",
        "as_of": AS_OF, "taxonomy": "se-2025",
        # No register is declared complete: what is not recorded is unknown, not absent.
        "coverage": {"scope": {"counties": [row["county_code"] for row in facts.regions]}},
    }


def all_actors(facts, places, members, names, book):
    return (municipality_actors(facts, places, book) + region_actors(facts, places, book)
            + organiser_actors(facts, book) + school_actors(facts, places, book) + care_actors(facts, book)
            + civil_actors(facts, book) + organisation_actors(facts, places, members, names, book)
            + named_actors(facts, book))


def all_agreements(facts, members, names, book):
    rows = [row for row in facts.agreements if row["form"] != "gemensam nämnd" and not facts.correction(row["id"], "drop")]
    plain = [plain_agreement(row, members[row["id"]], names, facts, book) for row in rows]
    return (national_agreements(facts, book) + organisation_agreements(facts, members, names, book)
            + [row for row in plain if row["parties"]])


def make_network():
    facts = Facts()
    places, book = Places(facts), SourceBook(facts.sources)
    names, members = Names(facts, places), member_rows(facts)
    rows = {
        "milestones": milestones(facts, book),
        "actors": all_actors(facts, places, members, names, book),
        "agreements": all_agreements(facts, members, names, book),
    }
    return ordered_network(header(facts) | rows | {"sources": book.rows()})


def member_rows(facts):
    groups = defaultdict(list)
    for row in facts.members:
        groups[row["org_id"]].append(row)
    return groups


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=DATASETS, help="folder for the file (default: datasets/)")
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    (out / FILE_NAME).write_text(network_text(make_network()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Makes datasets/exempellan-2024.json and exempellan-2025.json: an invented county, rich enough to show everything.

Usage: make_exempellan.py [--out DIR]       (default: the datasets folder; the same bytes every run)

The actors stand in exempellan_actors.py, the agreements in exempellan_agreements.py. What differs in 2025:

Actors
- new: f-kooperativet (started in February 2025)
- renamed: l-trygghetslarm, from Omsorgsteknik Exempel AB to Trygghetslarm Exempel AB
- closed: u-vallbyggeskolan (30 June 2025)
- changed: rss-exempel has k-bjorkoby as a member
Agreements
- new: a-lokal-sjoby-2026, a-bidrag-granby-2025 and a-riks-2025, each of which supersedes an older one; a-barnahus-norr (planned),
  a-iop-vagskalet, a-forskola-tallmo, a-intern-sjoby, a-handtaget
- newly recorded, not newly valid: a-traffpunkt-nasholm (in force since May 2022)
- ended: a-lokal-sjoby, a-bidrag-granby-2024, a-riks-2024, a-tsi-hagby, a-vuxenutbildning, a-iop-stodfamiljer
- prolonged: a-fc-avik (two more years); in force: a-polis-norr (decided before); under notice: a-socialjour
- parties: in a-lansok Skärvik, Tallmo and Långås have adopted, and Björköby is known to be recommended it; in a-rss Björköby is new;
  in a-digital Kvarnträsk has withdrawn
Coverage: the survey s2 of 2025 is added, and Björköby's part in a-rss makes the register g1 of support structures complete.

Warnings that are meant: W_EXPIRED, an agreement that is called active though it has ended (2024: a-iop-stodfamiljer, 2025: a-polis-ostermo);
W_PARTIES, an agreement whose other party nobody knows (both years: a-anhorig-langas).
"""
import argparse
import copy
import json
from pathlib import Path

import exempellan_actors
import exempellan_agreements as facts
from network_file import by_id, network_text, ordered

DATASETS = Path(__file__).resolve().parents[1]
TAXONOMY = DATASETS.parent / "assets" / "taxonomy" / "se-2025.json"

SOURCES = [
    {"id": "q1", "title": "Länsöverenskommelsen, antagen lydelse", "kind": "document", "date": "2024-03-01", "license": "allmän handling"},
    {"id": "q2", "title": "Enkätsvar hösten 2024", "kind": "survey", "date": "2024-10-15"},
    {"id": "q4", "title": "Kommunernas avtalsdiarier", "kind": "register", "date": "2024-06", "license": "allmän handling"},
    {"id": "q5", "title": "Stödstrukturens webbplats", "kind": "web", "date": "2024-05-20", "url": "https://rss.exempellan.example/avtal"},
    {"id": "q6", "title": "Samtal med samordnare i kommunerna", "kind": "interview", "date": "2024-11"},
    {"id": "q7", "title": "Förbundsordningar, reglementen och stadgar", "kind": "document", "date": "2022", "note": "Avskrifter av olika ålder."},
]
SOURCES_OF_2025 = [
    {"id": "q3", "title": "Enkätsvar hösten 2025", "kind": "survey", "date": "2025-10-15"},
    {"id": "q8", "title": "Riksöverenskommelsen för 2025 (exempel)", "kind": "decision", "date": "2025-04-01"},
    {"id": "q9", "title": "Socialtjänstlagen (2025:400)", "kind": "statute", "date": "2025-05-22"},
]

MILESTONES = [
    {"date": "2024-02-01", "title": "Överenskommelsen för 2024 offentliggörs"},
    {"date": "2024-04-01", "title": "Ny länsöverenskommelse börjar gälla", "source": "q1"},
]
MILESTONES_OF_2025 = [
    {"date": "2025-07-01", "title": "Socialtjänstlagen (2025:400) träder i kraft", "source": "q9"},
    {"date": "2026-03-31", "title": "Verksamhetsrapport till Regeringskansliet", "source": "q8"},
]

SURVEY_2024 = {
    "id": "s1", "date": "2024-10-15", "method": "survey", "title": "Samverkan i länet 2024", "areas": ["A3", "A4.1", "A4.2", "A9"],
    "asked": "granby sjoby avik ostermo hagby nasholm skarvik tallmo langas fjallby", "answered": "granby sjoby avik ostermo hagby nasholm"}
SURVEY_2025 = {
    "id": "s2", "date": "2025-10-15", "method": "survey", "title": "Samverkan i länet 2025",
    "areas": ["A1", "A2", "A3", "A4.1", "A4.2", "A6", "A9"],
    "asked": facts.ALL, "answered": "granby sjoby avik ostermo hagby nasholm skarvik tallmo langas"}

REGISTER = {"id": "g1", "title": "Länets stödstrukturer", "areas": ["A7"], "counties": ["99"]}

SURVEYED_2025 = facts.provenance(*facts.SURVEY_2025)


def survey(row):
    keys = {name: sorted(f"k-{town}" for town in row[name].split()) for name in ("asked", "answered")}
    return ordered("survey", row | keys)


def network(year, actors, agreements, sources, milestones, surveys, register):
    coverage = {"scope": {"counties": ["99"]}, "surveys": [survey(row) for row in surveys], "registers": [ordered("register", register)]}
    return ordered("network", {
        "format": "samverka-network", "format_version": "1.0", "id": f"exempellan-{year}", "title": f"Samverkan i Exempellän {year}",
        "language": "sv", "synthetic": True, "license": "CC0-1.0", "as_of": f"{year}-12-31", "taxonomy": "se-2025",
        "coverage": coverage,
        "milestones": [ordered("milestone", row) for row in sorted(milestones, key=lambda row: row["date"])],
        "sources": [ordered("source", row) for row in by_id(sources)], "actors": by_id(actors), "agreements": by_id(agreements)})


def network_of_2024():
    actors = [actor for actor in exempellan_actors.all_actors() if actor["id"] not in exempellan_actors.STARTED]
    return network(2024, actors, copy.deepcopy(facts.AGREEMENTS_2024), SOURCES, MILESTONES, [SURVEY_2024],
                   REGISTER | {"complete": False, "date": "2024-06-01"})


def network_of_2025():
    actors = {actor["id"]: actor for actor in exempellan_actors.all_actors()}
    agreements = {row["id"]: row for row in copy.deepcopy(facts.AGREEMENTS_2024 + facts.NEW_IN_2025)}
    change_actors(actors)
    change_agreements(agreements)
    change_parties(agreements)
    return network(2025, [ordered("actor", row) for row in actors.values()], [ordered("agreement", row) for row in agreements.values()],
                   SOURCES + SOURCES_OF_2025, MILESTONES + MILESTONES_OF_2025, [SURVEY_2024, SURVEY_2025],
                   REGISTER | {"complete": True, "date": "2025-06-01"})


def change_actors(actors):
    actors["l-trygghetslarm"]["name"] = "Trygghetslarm Exempel AB"
    actors["u-vallbyggeskolan"]["valid"] = {"to": "2025-06-30"}
    actors["rss-exempel"]["members"] = sorted(actors["rss-exempel"]["members"] + ["k-bjorkoby"])


def change_agreements(agreements):
    for key in ("lokal-sjoby", "bidrag-granby-2024", "riks-2024", "tsi-hagby", "vuxenutbildning", "iop-stodfamiljer"):
        set_members(agreements[f"a-{key}"], status="ended")
    agreements["a-fc-avik"]["valid"]["to"] = "2027-12-31"
    set_members(agreements["a-fc-avik"])
    set_members(agreements["a-polis-norr"], status="active")
    set_members(agreements["a-socialjour"], status="under_notice")
    agreements["a-socialjour"]["valid"]["to"] = "2026-12-31"


def set_members(agreement, **members):
    agreement.update(members, provenance=SURVEYED_2025)


def change_parties(agreements):
    county_wide = agreements["a-lansok"]
    for town, day in (("skarvik", "2025-02-24"), ("tallmo", "2025-03-10"), ("langas", "2025-01-27")):
        set_state(county_wide, town, "adopted", {"from": day})
    set_state(county_wide, "bjorkoby", "recommended", {})
    for town in ("tallmo", "kvarntrask"):
        set_state(agreements["a-polis-norr"], town, "adopted", {"from": "2025-01"})
    set_state(agreements["a-digital"], "kvarntrask", "withdrawn", {"to": "2025-05-31"})
    agreements["a-polis-norr"]["parties"][-1]["state"] = "adopted"
    joining = facts.party("k-bjorkoby", "member", begins="2025-07-01", provenance=facts.SURVEY_2025)
    agreements["a-rss"]["parties"].append(joining)


def set_state(agreement, town, state, dates):
    for i, party in enumerate(agreement["parties"]):
        if party["actor"] == f"k-{town}":
            agreement["parties"][i] = ordered("party", party | dates | {"state": state})


def not_shown(network, taxonomy):
    """Codes of the format that no agreement uses: the example county promises to show every one."""
    agreements = network["agreements"]
    parties = [party for row in agreements for party in row["parties"]]
    used = {"forms": {row["form"] for row in agreements}, "statuses": {row["status"] for row in agreements},
            "covers": {row["covers"] for row in agreements}, "roles": {row["role"] for row in parties},
            "states": {row["state"] for row in parties}}
    return [f"{name} {row['code']}" for name, codes in used.items() for row in taxonomy[name] if row["code"] not in codes]


def main():
    options = argparse.ArgumentParser(description="Makes the networks of the invented county Exempellän.")
    options.add_argument("--out", type=Path, default=DATASETS)
    folder = options.parse_args().out
    networks = [network_of_2024(), network_of_2025()]
    missing = not_shown(networks[-1], json.loads(TAXONOMY.read_text(encoding="utf-8")))
    if missing:
        raise SystemExit("not shown in Exempellän: " + ", ".join(missing))
    for each in networks:
        (folder / f"{each['id']}.json").write_text(network_text(each), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

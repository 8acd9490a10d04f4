#!/usr/bin/env python3
"""Checks network files while datasets are being built, without the program.

Usage: check_network.py FILE...
Prints one line per problem, `FILE: error E_REF: words (/json/pointer)`, and exits with 1 if any file has an error.
Warnings alone exit with 0. The rules are those of docs/format.md, "A sound file"; the program's own `samverka check`
is stricter about the bytes of a file (encoding, depth, size) and gives line and column.
"""
import calendar
import json
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

TAXONOMIES = Path(__file__).resolve().parents[2] / "assets" / "taxonomy"

ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,79}")
DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
# Year, month, day (plus 60 for a coordination number), four digits. The month tells it from an organisation number,
# whose third digit is 2 or more.
PERSONAL_NUMBER = re.compile(r"(?<!\d)(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01])[-+]?\d{4}(?!\d)")

OFFICIAL_CODES = {
    "municipality_code": re.compile(r"\d{4}"),
    "county_code": re.compile(r"\d{2}"),
    "school_unit_code": re.compile(r"\d{8}"),
    "org_number": re.compile(r"\d{2}[2-9]\d{3}-\d{4}"),
}

REQUIRED = {
    "network": ["format", "format_version", "id", "as_of", "taxonomy", "actors", "agreements"],
    "actor": ["id", "type", "name"],
    "agreement": ["id", "form", "title", "areas", "status", "parties"],
    "party": ["actor"],
}

FREE_TEXT = {"name", "short_name", "name_en", "title", "note", "text", "sub_body"}


class Problems:
    """The problems found in one file, in the order they were found."""

    def __init__(self):
        self.rows = []

    def error(self, code, pointer, words):
        self.rows.append(("error", code, pointer, words))

    def warning(self, code, pointer, words):
        self.rows.append(("warning", code, pointer, words))

    def count(self, severity):
        return sum(1 for row in self.rows if row[0] == severity)


def rows_of(network, member):
    """(pointer, row) of every object in a list member; what is not an object is reported elsewhere."""
    rows = network.get(member, [])
    if not isinstance(rows, list):
        return []
    return [(f"/{member}/{i}", row) for i, row in enumerate(rows) if isinstance(row, dict)]


def parties_of(pointer, agreement):
    parties = agreement.get("parties", [])
    return [(f"{pointer}/parties/{i}", p) for i, p in enumerate(parties) if isinstance(p, dict)]


def as_list(value):
    """A member that may be one id or a list of ids, as a list; absent is empty."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def each_object(value, pointer=""):
    """Every object in the tree with its pointer, outermost first."""
    if isinstance(value, dict):
        yield pointer, value
        for name, member in value.items():
            yield from each_object(member, f"{pointer}/{name}")
    elif isinstance(value, list):
        for i, member in enumerate(value):
            yield from each_object(member, f"{pointer}/{i}")


# --- Dates ---------------------------------------------------------------------------------------------------------

def date_interval(text):
    """The first and last day a full or partial date may mean, or None if it is no date."""
    match = DATE.fullmatch(text) if isinstance(text, str) else None
    if not match or match[1] == "0000":
        return None
    year, month, day = int(match[1]), match[2], match[3]
    if month and not 1 <= int(month) <= 12:
        return None
    first_month, last_month = (int(month), int(month)) if month else (1, 12)
    last_day = calendar.monthrange(year, last_month)[1]
    if day and not 1 <= int(day) <= last_day:
        return None
    first, last = (int(day), int(day)) if day else (1, last_day)
    return (year, first_month, first), (year, last_month, last)


def check_dates(network, problems):
    for pointer, row in each_object(network):
        if "/funding/" in pointer:
            continue  # Here `from` and `to` are actors.
        for name in ("as_of", "date", "from", "to", "review", "recorded", "due"):
            check_date(row, name, pointer, problems)
        check_order(row, pointer, problems)


def check_date(row, name, pointer, problems):
    value = row.get(name)
    is_duty_receiver = name == "to" and "by" in row
    if value is None or is_duty_receiver:
        return
    if date_interval(value) is None:
        problems.error("E_DATE", f"{pointer}/{name}", f"no such date: {value!r}")


def check_order(row, pointer, problems):
    begins, ends = date_interval(row.get("from")), date_interval(row.get("to"))
    if begins and ends and begins[0] > ends[1]:
        problems.error("E_DATE", pointer, f"from {row['from']} comes after to {row['to']}")


# --- Form of members -----------------------------------------------------------------------------------------------

def check_required(network, problems):
    check_members(network, "network", "", problems)
    for pointer, actor in rows_of(network, "actors"):
        check_members(actor, "actor", pointer, problems)
    for pointer, agreement in rows_of(network, "agreements"):
        check_members(agreement, "agreement", pointer, problems)
        for party_pointer, party in parties_of(pointer, agreement):
            check_members(party, "party", party_pointer, problems)
        if agreement.get("parties") == []:
            problems.error("E_MISSING", f"{pointer}/parties", "an agreement needs at least one party")


def check_members(row, kind, pointer, problems):
    for name in REQUIRED[kind]:
        if name not in row:
            problems.error("E_MISSING", pointer, f"{kind} without {name!r}")


def check_version(network, problems):
    if network.get("format") != "samverka-network":
        problems.error("E_VERSION", "/format", "not a samverka-network")
    elif not str(network.get("format_version")).startswith("1."):
        problems.error("E_VERSION", "/format_version", f"version {network.get('format_version')} is not read")


def check_ids(network, problems):
    check_unique_ids(rows_of(network, "actors") + rows_of(network, "agreements"), problems)
    check_unique_ids(rows_of(network, "sources"), problems)
    coverage = network.get("coverage", {})
    for member in ("surveys", "registers"):
        check_unique_ids([(f"/coverage{p}", row) for p, row in rows_of(coverage, member)], problems)


def check_unique_ids(rows, problems):
    seen = {}
    for pointer, row in rows:
        key = row.get("id")
        if not isinstance(key, str) or not ID.fullmatch(key):
            problems.error("E_ID", f"{pointer}/id", f"not an id: {key!r}")
        elif key in seen:
            problems.error("E_DUPID", f"{pointer}/id", f"{key!r} is also at {seen[key]}")
        else:
            seen[key] = pointer


def check_official_codes(network, problems):
    for pointer, actor in rows_of(network, "actors"):
        for name, form in OFFICIAL_CODES.items():
            check_code(actor.get("ids", {}).get(name), form, f"{pointer}/ids/{name}", problems)
        check_code(actor.get("county"), OFFICIAL_CODES["county_code"], f"{pointer}/county", problems)
        for code in [actor.get("municipality")] + actor.get("serves", []):
            check_code(code, OFFICIAL_CODES["municipality_code"], f"{pointer}/municipality", problems)


def check_code(value, form, pointer, problems):
    if value is not None and not (isinstance(value, str) and form.fullmatch(value)):
        problems.error("E_CODE", pointer, f"not such a code: {value!r}")


def check_positions(network, problems):
    for pointer, actor in rows_of(network, "actors"):
        position = actor.get("position")
        if position is None:
            continue
        lat, lon = position.get("lat"), position.get("lon")
        if not (is_number(lat) and is_number(lon) and abs(lat) <= 90 and abs(lon) <= 180):
            problems.error("E_COORD", f"{pointer}/position", f"no such place: {lat}, {lon}")


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


# --- References ----------------------------------------------------------------------------------------------------

def check_references(network, problems):
    actors = {row.get("id") for _, row in rows_of(network, "actors")}
    agreements = {row.get("id") for _, row in rows_of(network, "agreements")}
    sources = {row.get("id") for _, row in rows_of(network, "sources")}
    for pointer, ids in actor_references(network):
        report_dangling(pointer, ids, actors, "actor", problems)
    for pointer, agreement in rows_of(network, "agreements"):
        for name in ("under", "supersedes"):
            report_dangling(f"{pointer}/{name}", as_list(agreement.get(name)), agreements, "agreement", problems)
    for pointer, row in each_object(network):
        if "recorded" in row or "method" in row or pointer.startswith("/milestones"):
            report_dangling(f"{pointer}/source", as_list(row.get("source")), sources, "source", problems)


def actor_references(network):
    """(pointer, ids) of every place that names actors."""
    for pointer, actor in rows_of(network, "actors"):
        yield f"{pointer}/parent", as_list(actor.get("parent"))
        yield f"{pointer}/members", as_list(actor.get("members"))
    for pointer, survey in rows_of(network.get("coverage", {}), "surveys"):
        yield f"/coverage{pointer}", survey.get("asked", []) + survey.get("answered", [])
    for pointer, contact in rows_of(network, "contacts"):
        yield f"{pointer}/actor", as_list(contact.get("actor"))
    for pointer, agreement in rows_of(network, "agreements"):
        yield from references_of_agreement(pointer, agreement)


def references_of_agreement(pointer, agreement):
    yield f"{pointer}/founds", as_list(agreement.get("founds"))
    for party_pointer, party in parties_of(pointer, agreement):
        yield f"{party_pointer}/actor", as_list(party.get("actor"))
        yield f"{party_pointer}/on_behalf_of", as_list(party.get("on_behalf_of"))
    for i, payment in enumerate(agreement.get("funding", [])):
        yield f"{pointer}/funding/{i}", as_list(payment.get("from")) + as_list(payment.get("to"))
    for i, duty in enumerate(agreement.get("duties", [])):
        yield f"{pointer}/duties/{i}", as_list(duty.get("by")) + as_list(duty.get("to"))


def report_dangling(pointer, ids, known, kind, problems):
    for key in ids:
        if key not in known:
            problems.error("E_REF", pointer, f"no {kind} {key!r}")


def check_cycles(network, problems):
    for member, link in (("actors", "parent"), ("agreements", "under")):
        # Backwards, so that the first of two rows with one id counts.
        above = {row.get("id"): row.get(link) for _, row in reversed(rows_of(network, member))}
        for pointer, row in rows_of(network, member):
            if is_in_cycle(row.get("id"), above):
                problems.error("E_CYCLE", f"{pointer}/{link}", f"{row.get('id')!r} is above itself")


def is_in_cycle(start, above):
    seen, here = set(), above.get(start)
    while here is not None and here not in seen:
        if here == start:
            return True
        seen.add(here)
        here = above.get(here)
    return False


def check_parties(network, problems):
    for pointer, agreement in rows_of(network, "agreements"):
        parties = [(p.get("actor"), p.get("role"), p.get("service")) for _, p in parties_of(pointer, agreement)]
        for party, times in Counter(parties).items():
            if times > 1:
                problems.error("E_PARTY", f"{pointer}/parties", f"{party[0]!r} stands {times} times as {party[1]}")
        if len(parties) == 1:
            problems.warning("W_PARTIES", f"{pointer}/parties", "only one party")


# --- Taxonomy ------------------------------------------------------------------------------------------------------

def load_taxonomy(name):
    path = TAXONOMIES / f"{name}.json"
    if not path.is_file():
        return None
    taxonomy = json.loads(path.read_text(encoding="utf-8"))
    if "extends" in taxonomy:
        return {**(load_taxonomy(taxonomy["extends"]) or {}), **taxonomy}
    return taxonomy


def codes(taxonomy, member):
    return {row["code"] for row in taxonomy.get(member, [])}


def area_codes(taxonomy):
    children = {child["code"] for area in taxonomy["areas"] for child in area.get("children", [])}
    return codes(taxonomy, "areas") | children


def check_codes(network, taxonomy, problems):
    for pointer, member, value, known in coded_members(network, taxonomy):
        for code in as_list(value):
            if code not in known:
                problems.warning("W_UNKNOWN", f"{pointer}/{member}", f"unknown code {code!r}")


def coded_members(network, taxonomy):
    """(pointer, member, value, known codes) of every coded member."""
    lists = {
        "actors": {"type": "actor_types", "subtype": "actor_subtypes", "ownership": "ownerships", "functions": "functions",
                   "municipality_group": "municipality_groups", "flags": "flags"},
        "agreements": {"form": "forms", "status": "statuses", "covers": "covers", "service_areas": "service_areas",
                       "target_groups": "target_groups", "perspectives": "perspectives"},
    }
    for rows, members in lists.items():
        for pointer, row in rows_of(network, rows):
            for member, name in members.items():
                yield pointer, member, row.get(member), codes(taxonomy, name)
    for pointer, row in each_object(network):
        yield from coded_members_anywhere(pointer, row, taxonomy)


def coded_members_anywhere(pointer, row, taxonomy):
    if pointer.startswith("/agreements") or pointer.startswith("/coverage/"):
        yield pointer, "areas", row.get("areas"), area_codes(taxonomy)
    if "recorded" in row:
        yield pointer, "method", row.get("method"), codes(taxonomy, "methods")
    if pointer.endswith("/valid"):
        yield pointer, "renewal", row.get("renewal"), codes(taxonomy, "renewals")
    if "/parties/" in pointer and "actor" in row:
        yield pointer, "role", row.get("role"), codes(taxonomy, "roles")
        yield pointer, "state", row.get("state"), codes(taxonomy, "states")
        yield pointer, "service", row.get("service"), codes(taxonomy, "services")
    if "/duties/" in pointer:
        yield pointer, "kind", row.get("kind"), codes(taxonomy, "duty_kinds")
        yield pointer, "perspectives", row.get("perspectives"), codes(taxonomy, "perspectives")


def check_forms(network, taxonomy, problems):
    rules = {form["code"]: form["party_rule"] for form in taxonomy.get("forms", [])}
    groups = {kind["code"]: kind["group"] for kind in taxonomy.get("actor_types", [])}
    actors = {row.get("id"): row for _, row in rows_of(network, "actors")}
    for pointer, agreement in rows_of(network, "agreements"):
        parties = [p.get("actor") for _, p in parties_of(pointer, agreement)]
        kinds = [kind_of(actors[key], groups) for key in dict.fromkeys(parties) if key in actors]
        for words in broken_rules(rules.get(agreement.get("form"), {}), len(parties), kinds):
            problems.warning("W_FORM", f"{pointer}/parties", f"{agreement.get('form')}: {words}")


def kind_of(actor, groups):
    return {"types": actor.get("type"), "subtypes": actor.get("subtype"), "groups": groups.get(actor.get("type"))}


def broken_rules(rule, party_count, kinds):
    # One single party is W_PARTIES already, whatever the form.
    if 1 < party_count < rule.get("min_parties", 1):
        yield f"needs {rule['min_parties']} parties"
    for need in rule.get("needs", []):
        if sum(1 for kind in kinds if fits(kind, need)) < need["min"]:
            yield "needs " + json.dumps(need)
    only = rule.get("only_types")
    for kind in kinds:
        if only and kind["types"] not in only:
            yield f"a party of type {kind['types']!r} cannot be in it"


def fits(kind, need):
    return any(kind[by] in need[by] for by in ("types", "subtypes", "groups") if by in need)


# --- What is probably wrong ----------------------------------------------------------------------------------------

def check_expired(network, problems):
    today = date_interval(network.get("as_of"))
    for pointer, agreement in rows_of(network, "agreements"):
        ends = date_interval(agreement.get("valid", {}).get("to"))
        if today and ends and agreement.get("status") == "active" and ends[1] < today[0]:
            problems.warning("W_EXPIRED", f"{pointer}/valid/to", f"{agreement.get('id')!r} is active but has ended")


def check_same_official_ids(network, problems):
    seen = {}
    for pointer, actor in rows_of(network, "actors"):
        for name, value in actor.get("ids", {}).items():
            if (name, value) in seen:
                problems.warning("W_SAMEID", f"{pointer}/ids/{name}", f"{value!r} also belongs to {seen[name, value]!r}")
            seen.setdefault((name, value), actor.get("id"))


def check_counties(network, problems):
    for pointer, actor in rows_of(network, "actors"):
        county, municipality = actor.get("county"), actor.get("municipality")
        if county and municipality and not municipality.startswith(county):
            problems.warning("W_COUNTY", f"{pointer}/municipality", f"{municipality} is not in county {county}")


def check_personal(network, problems):
    for pointer, row in each_object({k: v for k, v in network.items() if k != "contacts"}):
        for name in FREE_TEXT & row.keys():
            text = row[name] if isinstance(row[name], str) else ""
            if EMAIL.search(text) or PERSONAL_NUMBER.search(text):
                problems.warning("W_PERSONAL", f"{pointer}/{name}", "looks like a personal identity number or an e-mail address")


def check_normalisation(network, problems):
    seen = {}
    for pointer, actor in rows_of(network, "actors"):
        name = actor.get("name", "")
        first = seen.setdefault(unicodedata.normalize("NFC", name), name)
        if first != name:
            problems.warning("W_NORM", f"{pointer}/name", f"{name!r} differs from another name only by normalisation")


# --- The whole -----------------------------------------------------------------------------------------------------

def refuse_duplicate_keys(pairs):
    for name, times in Counter(name for name, _ in pairs).items():
        if times > 1:
            raise ValueError(f"E_DUPKEY {name!r} stands {times} times in one object")
    return dict(pairs)


def check_file(path):
    problems = Problems()
    try:
        network = json.loads(Path(path).read_text(encoding="utf-8"), object_pairs_hook=refuse_duplicate_keys)
    except ValueError as refusal:
        problems.error("E_PARSE", "", str(refusal))
        return problems
    for check in (check_version, check_required, check_ids, check_official_codes, check_positions, check_dates,
                  check_references, check_cycles, check_parties, check_expired, check_same_official_ids, check_counties,
                  check_personal, check_normalisation):
        check(network, problems)
    check_against_taxonomy(network, problems)
    return problems


def check_against_taxonomy(network, problems):
    taxonomy = load_taxonomy(network.get("taxonomy"))
    if taxonomy is None:
        problems.warning("W_UNKNOWN", "/taxonomy", f"unknown taxonomy {network.get('taxonomy')!r}")
        return
    check_codes(network, taxonomy, problems)
    check_forms(network, taxonomy, problems)


def main(paths):
    if not paths:
        print(__doc__, file=sys.stderr)
        return 2
    errors = 0
    for path in paths:
        problems = check_file(path)
        for severity, code, pointer, words in problems.rows:
            print(f"{path}: {severity} {code}: {words} ({pointer})")
        print(f"{path}: {problems.count('error')} errors, {problems.count('warning')} warnings", file=sys.stderr)
        errors += problems.count("error")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

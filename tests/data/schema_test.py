#!/usr/bin/env python3
"""Holds the network schema against the files we ship, and against documents it must refuse.

Usage: schema_test.py SCHEMA FILE...        (needs the jsonschema module, Debian package python3-jsonschema)

A schema that refuses nothing would pass every good file, so each broken document below is one small change to a sound one.
"""
import copy
import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

SOUND = {
    "format": "samverka-network", "format_version": "1.0", "id": "liten", "as_of": "2025-12-31", "taxonomy": "se-2025",
    "coverage": {"surveys": [{"id": "s1", "date": "2025-10", "asked": ["k-alby"], "answered": []}]},
    "sources": [{"id": "q1", "title": "Avtal"}],
    "actors": [
        {"id": "k-alby", "type": "municipality", "name": "Alby kommun", "ids": {"municipality_code": "9901"}, "county": "99",
         "municipality": "9901", "population": 1000, "position": {"lat": 61.1, "lon": 15.2}, "own_member": [1, None]},
        {"id": "r", "type": "a_type_of_tomorrow", "name": "Regionen"}],
    "agreements": [
        {"id": "a-1", "form": "county_agreement", "title": "Avtal", "areas": ["A4.2"], "status": "active", "valid": {"from": "2024", "to": None},
         "parties": [{"actor": "k-alby", "role": "principal", "state": "adopted", "from": "2024-03-12"}, {"actor": "r"}],
         "provenance": {"source": ["q1"], "confidence": 0.5}}],
}

ABSENT = object()

# What is broken: where in SOUND, and what stands there instead.
BROKEN = {
    "another format": (["format"], "samverka-rules"),
    "a newer major version": (["format_version"], "2.0"),
    "no as_of": (["as_of"], ABSENT),
    "as_of that is only a month": (["as_of"], "2025-12"),
    "an id with a capital": (["actors", 0, "id"], "K-alby"),
    "an id of 81 characters": (["actors", 0, "id"], "k" * 81),
    "an actor without a name": (["actors", 0, "name"], ABSENT),
    "a county code that is a number": (["actors", 0, "county"], 99),
    "a municipality code of three digits": (["actors", 0, "ids", "municipality_code"], "991"),
    "a latitude beyond the pole": (["actors", 0, "position", "lat"], 96.1),
    "a population that is text": (["actors", 0, "population"], "1000"),
    "an agreement without parties": (["agreements", 0, "parties"], []),
    "an agreement without areas": (["agreements", 0, "areas"], ABSENT),
    "a party without an actor": (["agreements", 0, "parties", 1, "actor"], ABSENT),
    "a thirteenth month": (["agreements", 0, "parties", 0, "from"], "2024-13-01"),
    "a date the other way round": (["agreements", 0, "valid", "from"], "01/02/2024"),
    "the year nought": (["coverage", "surveys", 0, "date"], "0000"),
    "a confidence above one": (["agreements", 0, "provenance", "confidence"], 1.5),
    "an organisation number with a personal month": (["actors", 0, "ids", "org_number"], "850101-1234"),
}


def changed(document, path, value):
    copied = copy.deepcopy(document)
    place = copied
    for step in path[:-1]:
        place = place[step]
    if value is ABSENT:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return copied


def failures_of_file(validator, path):
    document = json.loads(Path(path).read_text(encoding="utf-8"))
    for error in validator.iter_errors(document):
        pointer = "".join(f"/{step}" for step in error.absolute_path)
        yield f"{path}: {error.message} ({pointer})"


def accepted_broken_documents(validator):
    for name, (path, value) in BROKEN.items():
        if validator.is_valid(changed(SOUND, path, value)):
            yield f"accepted, but broken: {name}"


def main(arguments):
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    schema = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    failures = [f"the sound document: {error.message}" for error in validator.iter_errors(SOUND)]
    failures += accepted_broken_documents(validator)
    for path in arguments[1:]:
        failures += failures_of_file(validator, path)
    for failure in failures:
        print(failure)
    print(f"{len(arguments) - 1} files, {len(BROKEN)} broken documents, {len(failures)} failures", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The figures of Sweden in README.md are those that the program counts. Usage: readme_test.py PROGRAM"""

import json
import re
import subprocess
import sys


def census(program):
    words = [program, "info", "datasets/sverige-2025.json", "--json"]
    return json.loads(subprocess.run(words, check=True, capture_output=True).stdout)


def written(number):
    """As the README writes it: 3 126."""
    return f"{number:,}".replace(",", " ")


def rows_of(readme):
    """The table's rows: first cell without marks -> second cell."""
    return dict(re.findall(r"^\| ([a-z ]+) \| (.+) \|$", readme, re.MULTILINE))


def expected(info):
    actors, agreements, states = info["actors"], info["agreements"], info["party_states"]
    group = actors["by_group"]
    yield "actors", [actors["total"], *(group[g] for g in group)]
    yield "agreements", [agreements["total"], agreements["active"], *agreements["by_status"].values(),
                         agreements["with_from"], agreements["with_to"]]
    yield "parties", [info["parties"], *states.values()]
    yield "confirmed ties", [info["ties"], info["municipalities_with_tie"]]
    yield "actors without any recorded agreement", [actors["without_agreement"]]


def main():
    with open("README.md", encoding="utf-8") as file:
        rows = rows_of(file.read())
    faults = []
    for name, numbers in expected(census(sys.argv[1])):
        told = set(re.findall(r"\d+(?: \d{3})*", rows.get(name, "")))
        faults += [f"README.md, row '{name}': {written(n)} is missing" for n in numbers if n and written(n) not in told]
    print("\n".join(faults) or "README.md tells what the program counts")
    sys.exit(1 if faults else 0)


main()

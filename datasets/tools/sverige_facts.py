"""The kept facts and the hand tables of `datasets/sources/`, read into rows.

Everything the build knows comes through here; a hand table that names a row which is not there stops the build, so
that a correction never goes quietly out of use.
"""
import csv
import json
from pathlib import Path

SOURCES = Path(__file__).resolve().parents[1] / "sources"


def read_table(name):
    with open(SOURCES / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Facts:
    """All tables, under their file names; organisations and agreements already corrected by hand."""

    def __init__(self):
        for name in ("municipalities", "regions", "schools", "school_organisers", "healthcare", "civil_society",
                     "organisations", "agreements", "members", "rss_by_county", "same_organisation", "named_actors",
                     "care_operators", "civil_places", "sources"):
            setattr(self, name, read_table(name))
        self.mapping = read_mapping()
        self.corrections = read_corrections()
        self.national = json.loads((SOURCES / "national_agreements.json").read_text(encoding="utf-8"))
        self.check_corrections()

    def correction(self, row_id, field):
        return self.corrections.get((row_id, field))

    def mapped(self, table, word):
        """The mapping row of a Swedish word; a word without one stops the build."""
        return self.mapping[table, word]

    def same_actor(self, spelling):
        """The actor a spelling stands for by hand, or None."""
        return next((row["actor"] for row in self.same_organisation if row["spelling"] == spelling), None)

    def organiser_number(self, actor):
        """The number of a school organiser that is this actor by hand, or None."""
        numbers = (row["spelling"] for row in self.same_organisation if row["actor"] == actor)
        return next((number for number in numbers if number.isdigit()), None)

    def check_corrections(self):
        known = {row["id"] for row in self.organisations + self.agreements}
        for row_id, field in self.corrections:
            if row_id not in known:
                raise ValueError(f"corrections.csv: no row {row_id!r}")


def read_mapping():
    return {(row["table"], row["word"]): row for row in read_table("mapping")}


def read_corrections():
    return {(row["id"], row["field"]): row["value"] for row in read_table("corrections")}

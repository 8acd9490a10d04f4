"""One agreement from one row of `agreements.csv` or `organisations.csv` and its member rows.

Status, areas and dates follow the row; a correction by hand goes before the row, the row before its form, the form
before its topic (for target groups the topic before the form, since it is nearer the people).
"""
from sverige_parties import CONFIDENCE, counties_named, parties
from sverige_text import is_date, listed, sentences, words

STATUS = {"current": "active", "older": "unknown", "proposal": "planned"}
STATUS_NOTE = {"unknown": "Äldre uppgift; om den fortfarande gäller är inte känt.",
               "planned": "Förslag eller plan enligt källan."}
AS_OF = "2025-12-31"


def agreement(row, form, rows, table, names, facts, book):
    """The agreement without id, title and form; `table` is the mapping table of the row's words."""
    status = agreement_status(row, facts)
    return {
        "areas": first_known(row, "areas", facts, form, topic(row, table, facts)) or ["A0"],
        "target_groups": first_known(row, "target_groups", facts, topic(row, table, facts), form),
        "service_areas": first_known(row, "service_areas", facts, topic(row, table, facts), form),
        "legal_basis": legal_basis(row), "valid": validity(row, facts), "status": status,
        "parties": parties(rows, status, row["name"], names, facts, book),
        "under": facts.correction(row["id"], "under"), "note": agreement_note(row, rows, status, facts),
        "provenance": book.provenance([row["source"]], CONFIDENCE[row["basis"]]),
    }


def topic(row, table, facts):
    """Topic words are mapped where they need to be: a form such as the police agreement says enough by itself."""
    return facts.mapping.get((table, row["topic"]), {})


def first_known(row, member, facts, *mapped):
    cells = [facts.correction(row["id"], member), row.get(member)] + [m.get(member) for m in mapped]
    return words(next((cell for cell in cells if cell), ""))


def agreement_status(row, facts):
    stated = facts.correction(row["id"], "status") or STATUS[row["status"]]
    end = row.get("valid_to") or ""
    # A page that presents itself as valid but states an end that has passed is mistaken about one of the two.
    return "ended" if stated == "active" and end and end < AS_OF[:len(end)] else stated


def validity(row, facts):
    begins = row["valid_from"] if is_date(row["valid_from"]) else None
    ends = facts.correction(row["id"], "valid_to") or row.get("valid_to") or None
    return {"from": begins, "to": ends} if begins or ends else None


def legal_basis(row):
    if row["form"] == "samordningsförbund (lag 2003:1210)":
        return ["2003:1210"]
    if "förordning 2015:155" in row["form"]:
        return ["2015:155"]
    return ["HSF 2017:80 3:1"] if "HSF 2017:80" in row["form"] else []


def agreement_note(row, rows, status, facts):
    return sentences(
        f"Form enligt källan: {row['form']}." if row["form"] else None,
        f"Ämne: {row['topic']}." if row["topic"] else None,
        STATUS_NOTE.get(status),
        f"Uppgiften är från {row['as_of']}." if row["as_of"] else None,
        None if is_date(row["valid_from"]) or not row["valid_from"] else f"Började {row['valid_from']} enligt källan.",
        counties_note(rows), unnamed_note(row, rows), facts.correction(row["id"], "note"))


def counties_note(rows):
    counties = counties_named(rows)
    if len(counties) == 21:
        return "Omfattar alla 21 län."
    return f"Omfattar {listed(counties)}." if counties else None


def unnamed_note(row, rows):
    stated = int(row["n_municipalities"] or 0)
    named = sum(1 for r in rows if r["member_type"] == "municipality")
    return f"Källan räknar {stated} kommuner; {named} är namngivna." if stated > named else None


def plain_agreement(row, rows, names, facts, book):
    """An agreement that is nothing but an agreement."""
    mapped = facts.mapped("agreement_form", row["form"])
    form = facts.correction(row["id"], "form") or mapped["form"]
    head = {"id": f"a-{row['id']}", "form": form, "title": facts.correction(row["id"], "name") or row["name"]}
    return head | agreement(row, mapped, rows, "agreement_topic", names, facts, book)

#!/usr/bin/env python3
"""Exports opened by other programs' readers, with names that nobody would wish for.

    tests/data/exports_test.py SAMVERKA

1. A network whose every name is one of tests/data/nasty_names.json goes through every format. JSON and CSV bring it back
   as it was. GraphML, GEXF and XLSX parse, and hold each name to the letter but for what XML cannot hold, which is told
   of by name. No cell is a formula or a link, no element is another than the format's.
2. Names, ids and places of actors that are left out, and of contacts, are looked for in every byte of every format.
3. The datasets: as many nodes, edges, endpoints and rows as the network has; dates are dates; two runs, same bytes.
4. networkx, igraph, openpyxl and LibreOffice read the files without a warning, where they are installed; each that is not is named.
"""
import csv
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
NASTY = json.loads((ROOT / "tests/data/nasty_names.json").read_text(encoding="utf-8"))
FORMATS = ["json", "graphml", "gexf", "csv", "xlsx"]
GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
GEXF = "{http://www.gexf.net/1.2draft}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LONGEST_CELL = 32767

failures = []


def check(is_so, what):
    if not is_so:
        failures.append(what)


def export(samverka, source, out, *words):
    run = subprocess.run([samverka, "export", str(source), "-o", str(out), "--lang", "en", "--json", *words],
                         capture_output=True, text=True, timeout=300)
    check(run.returncode in (0, 1), f"export to {out.name} ended with {run.returncode}: {run.stderr}")
    return json.loads(run.stdout) if run.stdout else {}, run.stderr


def written(out):
    """The file, or the three of CSV."""
    if out.suffix != ".csv":
        return [out]
    return [out.with_name(f"{out.stem}-{table}.csv") for table in ("actors", "agreements", "parties")]


def all_bytes(out):
    """Every byte of it, unzipped where it is a zip, comments of headings and properties among them."""
    parts = []
    for path in written(out):
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    parts += [name.encode(), archive.read(name)]
        else:
            parts.append(path.read_bytes())
    return b"\n".join(parts)


def storable(text):
    """The text as XML 1.0 holds it."""
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)


def cells(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def sheets(path):
    """Each sheet's rows as (kind, text) by column letter, straight from the XML."""
    with zipfile.ZipFile(path) as archive:
        found = {}
        names = [s.get("name") for s in ET.fromstring(archive.read("xl/workbook.xml")).iter(SHEET + "sheet")]
        for number, name in enumerate(names, 1):
            root = ET.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
            check(not list(root.iter(SHEET + "f")), f"{name} has a formula")
            check(not list(root.iter(SHEET + "hyperlink")), f"{name} has a link")
            rows = []
            for row in root.iter(SHEET + "row"):
                here = {}
                for cell in row:
                    value = cell.find(f"{SHEET}is/{SHEET}t" if cell.get("t") == "inlineStr" else SHEET + "v")
                    if value is not None:
                        here[re.sub(r"\d", "", cell.get("r"))] = (cell.get("t", "n"), unescaped(value.text))
                rows.append(here)
            found[name] = rows
        for name in archive.namelist():
            check("externalLink" not in name and "vbaProject" not in name, f"{name} in {path.name}")
    return found


def unescaped(text):
    """Excel's _xHHHH_ for a character, which the writer also uses to say that such a text is meant as it stands."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m.group(1), 16)), text or "")


def nasty_network():
    actors = [{"id": f"k-{i}", "type": "municipality", "name": name, "short_name": name, "note": name, "web": name,
               "sub-" + name: name} for i, name in enumerate(NASTY)]
    agreements = [{"id": f"a-{i}", "form": "other", "title": name, "legal_basis": [name], "areas": ["A3"],
                   "status": "active", "note": name,
                   "parties": [{"actor": f"k-{i}", "role": "host", "state": "adopted", "sub_body": name, "note": name},
                               {"actor": f"k-{(i + 1) % len(NASTY)}", "state": "adopted"}]}
                  for i, name in enumerate(NASTY)]
    return {"format": "samverka-network", "format_version": "1.0", "id": "nasty", "title": NASTY[0],
            "as_of": "2025-12-31", "taxonomy": "se-2025", "license": NASTY[4],
            "sources": [{"id": f"q-{i}", "title": name, "url": name} for i, name in enumerate(NASTY)],
            "actors": actors, "agreements": agreements}


def check_nasty(samverka, folder):
    check(len(NASTY) >= 200, f"only {len(NASTY)} nasty names")
    source = folder / "nasty.json"
    source.write_text(json.dumps(nasty_network()), encoding="utf-8")
    told = {}
    for ending in FORMATS:
        told[ending] = export(samverka, source, folder / f"out.{ending}")
    by_id = dict(enumerate(NASTY))

    back = {row["id"]: row for row in json.loads((folder / "out.json").read_text(encoding="utf-8"))["actors"]}
    check(all(back[f"k-{i}"]["name"] == name for i, name in by_id.items()), "JSON changed a name")

    again = folder / "again.json"
    subprocess.run([samverka, "import", *map(str, written(folder / "out.csv")), "-o", str(again)], capture_output=True)
    check(again.exists() and again.read_bytes() == (folder / "out.json").read_bytes(), "CSV did not come back as JSON")
    for path in written(folder / "out.csv"):
        for row in cells(path):
            for cell in row:
                is_ours = re.fullmatch(r"-?[0-9]+(,[0-9]+)?", cell)
                check(is_ours or not re.match("[=+@\t\r＝＋－＠-]", cell), f"a formula in {path.name}: {cell[:40]!r}")

    nodes = {n.get("id"): n for n in ET.parse(folder / "out.graphml").getroot().iter(GRAPHML + "node")}
    for i, name in by_id.items():
        data = {d.get("key"): d.text or "" for d in nodes[f"k-{i}"].iter(GRAPHML + "data")}
        check(data.get("name", "") == storable(name), f"GraphML has {data.get('name')!r} for {name!r}")
    check({e.tag for e in ET.parse(folder / "out.graphml").getroot().iter()} <=
          {GRAPHML + t for t in ("graphml", "key", "graph", "desc", "data", "node", "hyperedge", "endpoint")},
          "GraphML has an element that nobody wrote")
    nodes = {n.get("id"): n for n in ET.parse(folder / "out.gexf").getroot().iter(GEXF + "node")}
    for i, name in by_id.items():
        check(nodes[f"k-{i}"].get("label") == storable(name), f"GEXF has {nodes[f'k-{i}'].get('label')!r} for {name!r}")

    found = sheets(folder / "out.xlsx")
    heads = {head[1]: column for column, head in found["Actors"][0].items()}
    rows = {row[heads["Id"]][1]: row for row in found["Actors"][1:]}
    for i, name in by_id.items():
        kind, text = rows[f"k-{i}"].get("A", ("inlineStr", ""))
        wanted = storable(name)
        if len(wanted.encode("utf-16-le")) // 2 > LONGEST_CELL:
            check(wanted.startswith(text[:-1]) and text.endswith("…") and len(text) == LONGEST_CELL, "a long cell")
        else:
            check(text == wanted, f"XLSX has {text[:60]!r} for {wanted[:60]!r}")
        check(kind == "inlineStr", f"XLSX made {kind} of {name[:40]!r}")
    changed = sorted({storable(name) for name in NASTY if storable(name) != name})
    for ending in ("graphml", "gexf", "xlsx"):
        said = told[ending][0].get("replaced", [])
        check(len(said) >= len(changed), f"{ending}: {len(said)} rows told of, {len(changed)} had to be changed")
        check("became" in told[ending][1], f"{ending}: no note tells of replaced characters")
    check(told["json"][0]["replaced"] == [] and told["csv"][0]["replaced"] == [], "JSON and CSV hold everything")
    strict = subprocess.run([samverka, "export", str(source), "-o", str(folder / "strict.gexf"), "--strict"],
                            capture_output=True)
    check(strict.returncode == 5 and not (folder / "strict.gexf").exists(), "--strict wrote a changed name")


def check_secrets(samverka, folder):
    network = json.loads((ROOT / "datasets/exempellan-2025.json").read_text(encoding="utf-8"))
    hidden = {"id": "f-tyst-hus", "type": "civil_society", "name": "Tysta husets vänner", "short_name": "Tystahuset",
              "name_en": "Silent house", "sensitive": True, "county": "99", "municipality": "9901",
              "position": {"lat": 61.123456, "lon": 15.654321}, "web": "https://tystahuset.example/om",
              "ids": {"org_number": "802499-0001"}, "note": "Tystahuset ligger på Hemliga gatan"}
    network["actors"].append(hidden)
    network["actors"][0]["note"] = "Jobbar med tystahuset och TYSTA HUSETS VÄNNERS lokaler; f-tyst-hus"
    network["actors"][1]["okänd"] = {"partner": ["f-tyst-hus", "Silent house"], "org": "802499-0001"}
    network["sources"][0]["url"] = "https://tystahuset.example/om/avtal.pdf"
    network["agreements"][0]["title"] += " med Tysta husets vänner"
    network["agreements"][0]["parties"].append({"actor": "f-tyst-hus", "state": "adopted", "note": "Tystahuset"})
    network["agreements"][1]["parties"][0]["on_behalf_of"] = ["f-tyst-hus"]
    network["agreements"].append({"id": "a-f-tyst-hus-bara", "form": "grant", "title": "Bidrag till Tystahuset",
                                  "areas": ["A9"], "status": "active", "parties": [{"actor": "f-tyst-hus"}]})
    network["contacts"] = [{"actor": "f-tyst-hus", "name": "Kontakta Hemligsson", "email": "k@hemlig.example"}]
    network["actors"][2]["contacts"] = [{"name": "Kontakta Hemligsson"}]
    source = folder / "secret.json"
    source.write_text(json.dumps(network), encoding="utf-8")
    never = ["Kontakta Hemligsson", "k@hemlig.example", "61.123456", "61,123456", "15.654321", "15,654321"]
    names = ["tysta husets vänner", "tystahuset", "silent house", "f-tyst-hus", "802499-0001", "hemliga gatan"]
    for ending in FORMATS + ["pairs.graphml"]:
        words = ["--pairs"] if ending.startswith("pairs") else []
        coarse, left = folder / f"coarse.{ending}", folder / f"left.{ending}"
        export(samverka, source, coarse, *words)
        told, _ = export(samverka, source, left, "--sensitive", "left_out", *words)
        check(told.get("actors_left_out", 0) == 3 and told.get("agreements_left_out", 0) >= 1,
              f"{ending}: what was left out is told wrongly: {told}")
        for path, words_out in ((coarse, never), (left, never + names)):
            text = all_bytes(path).decode("utf-8", "replace").lower()
            for word in words_out:
                check(word.lower() not in text, f"{path.name} holds {word!r}")
        check("tysta husets" in all_bytes(coarse).decode("utf-8", "replace").lower(), f"{ending}: coarsened is not left out")


def expected_counts(network):
    ids = {row["id"] for row in network["actors"]}
    parties = [p for a in network["agreements"] for p in a["parties"]]
    return len(ids), len(network["agreements"]), sum(p["actor"] in ids for p in parties), len(parties)


def check_dataset(samverka, folder, name):
    source = ROOT / "datasets" / name
    network = json.loads(source.read_text(encoding="utf-8"))
    actors, agreements, known, parties = expected_counts(network)
    outs = {ending: folder / f"{source.stem}.{ending}" for ending in FORMATS + ["pairs.graphml"]}
    for ending, out in outs.items():
        words = ["--pairs"] if ending.startswith("pairs") else []
        export(samverka, source, out, *words)
        before = all_bytes(out) + b"".join(p.read_bytes() for p in written(out))
        export(samverka, source, out, *words)
        check(before == all_bytes(out) + b"".join(p.read_bytes() for p in written(out)), f"{out.name}: not the same twice")

    graph = ET.parse(outs["graphml"]).getroot()
    counts = [sum(1 for _ in graph.iter(GRAPHML + t)) for t in ("node", "hyperedge", "endpoint")]
    check(counts == [actors, agreements, known], f"GraphML of {name}: {counts}")
    keys = {k.get("id"): k.get("for") for k in graph.iter(GRAPHML + "key")}
    check(all(d.get("key") in keys for d in graph.iter(GRAPHML + "data")), "GraphML: data without a key")
    ends = {n.get("id") for n in graph.iter(GRAPHML + "node")}
    check(all(e.get("node") in ends for e in graph.iter(GRAPHML + "endpoint")), "GraphML: an endpoint at nothing")
    gexf = ET.parse(outs["gexf"]).getroot()
    counts = [sum(1 for _ in gexf.iter(GEXF + t)) for t in ("node", "edge")]
    check(counts == [actors + agreements, known], f"GEXF of {name}: {counts}")
    viz = "{http://www.gexf.net/1.2draft/viz}"
    places = {(p.get("x"), p.get("y")) for p in gexf.iter(viz + "position")}
    check(len(places) > (actors + agreements) * 0.99, f"GEXF of {name}: only {len(places)} places")
    check(all(re.fullmatch(r"\d{4}-\d\d-\d\d", v) for s in gexf.iter(GEXF + "spell") for v in s.attrib.values()),
          "GEXF: a spell that is no date")
    tables = [len(cells(path)) for path in written(outs["csv"])]
    check(tables[1:] == [agreements + 1, parties + 1] and tables[0] > actors, f"CSV of {name}: {tables}")
    found = sheets(outs["xlsx"])
    counts = [len(rows) - 1 for rows in found.values()][:4]
    check(counts == [actors, agreements, parties, len(network.get("sources", []))], f"XLSX of {name}: {counts}")
    heads = {head[1]: column for column, head in found["Agreements"][0].items()}
    by_id = {row[heads["Id"]][1]: row for row in found["Agreements"][1:]}
    for row in network["agreements"]:
        told = by_id[row["id"]].get(heads["Perspectives"], ("s", ""))[1]
        wanted = {None: "", 0: "none, as recorded"}.get(None if "perspectives" not in row else len(row["perspectives"]))
        check(told == wanted if wanted is not None else told not in ("", "none, as recorded"), f"perspectives of {row['id']}: {told}")
    if network.get("synthetic"):
        for out in outs.values():
            text = all_bytes(out).decode("utf-8", "replace")
            is_marked = re.search(r"Invented example data|\"synthetic\"\"?: ?true|synthetic\">true", text)
            check(is_marked, f"{out.name}: nothing says that the data are invented")
    open_elsewhere(outs, actors, agreements, known)


def open_elsewhere(outs, actors, agreements, known):
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        if networkx:
            bipartite = networkx.read_gexf(outs["gexf"])
            check(bipartite.number_of_nodes() == actors + agreements, "networkx: GEXF's nodes")
            check(bipartite.number_of_edges() == known, "networkx: GEXF's edges")
            pairs = networkx.read_graphml(outs["pairs.graphml"])
            hubs = sum(1 for _, d in pairs.nodes(data=True) if d["kind"] == "agreement")
            check(pairs.number_of_nodes() == actors + hubs, "networkx: GraphML's nodes")
            check(all(0 < d["weight"] for *_, d in pairs.edges(data=True)), "networkx: an edge without weight")
        if igraph:
            pairs = igraph.Graph.Read_GraphML(str(outs["pairs.graphml"]))
            check(pairs.vcount() >= actors and "weight" in pairs.es.attributes(), "igraph: GraphML")
        if openpyxl:
            book = openpyxl.load_workbook(outs["xlsx"])
            for sheet in book:
                for row in sheet.iter_rows():
                    check(all(cell.data_type != "f" for cell in row), f"openpyxl: a formula in {sheet.title}")
            sheet = book["Agreements"]
            check(sheet.freeze_panes == "B2" and sheet.auto_filter.ref, "openpyxl: headings and filter")
            check(all(cell.comment for cell in sheet[1]), "openpyxl: a heading without a note")
            dates = [c for row in sheet.iter_rows(min_row=2) for c in row if c.is_date]
            check(dates and all(c.number_format == "yyyy-mm-dd" for c in dates), "openpyxl: dates")
        for warning in heard:
            check(warning.category in (DeprecationWarning, PendingDeprecationWarning), f"warned of: {warning.message}")
    open_in_libreoffice(outs["xlsx"], actors)


def open_in_libreoffice(path, actors):
    """The first sheet, as LibreOffice reads it."""
    if not soffice:
        return
    folder = path.parent
    subprocess.run([soffice, f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to",
                    "csv:Text - txt - csv (StarCalc):44,34,76",  # UTF-8
                    "--outdir", str(folder / "read"), str(path)], capture_output=True, timeout=300)
    read = folder / "read" / f"{path.stem}.csv"
    check(read.exists(), f"LibreOffice did not open {path.name}")
    if read.exists():
        with open(read, encoding="utf-8", newline="") as file:
            check(len(list(csv.reader(file))) == actors + 1, f"LibreOffice: rows of {path.name}")


def installed(name):
    try:
        return __import__(name)
    except ImportError:
        print(f"{name} is not installed: what it would read is not tried")
        return None


networkx, igraph, openpyxl = installed("networkx"), installed("igraph"), installed("openpyxl")
soffice = shutil.which("soffice")
if not soffice:
    print("LibreOffice is not installed: what it would read is not tried")


def main():
    samverka = sys.argv[1]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        check_nasty(samverka, folder)
        check_secrets(samverka, folder)
        for dataset in ("exempellan-2025.json", "sverige-2025.json"):
            check_dataset(samverka, folder, dataset)
    for failure in failures[:40]:
        print("FAILED:", failure)
    if not failures:
        print(f"{len(NASTY)} names went through {len(FORMATS)} formats")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Measures the program beside its peers and prints the table of docs/benchmarks.md.

Usage: tests/bench/bench.py [--runs N] [PROGRAM] [NETWORK]
Every figure is the median of N runs after one to warm up: wall time, CPU time of the process with all its threads, and the
most memory it held. Peers are used where they are installed: Graphviz's neato and sfdp, networkx, igraph. Needs the Debian package time.
No test asserts a time; compare columns measured in the same run.
"""

import argparse
import collections
import csv
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

NETWORKX = """
import sys, csv, networkx as nx
g = nx.Graph((r['source'], r['target']) for r in csv.DictReader(open(sys.argv[1])))
p = nx.kamada_kawai_layout(g) if len(sys.argv) > 3 else nx.spring_layout(g, seed=1)
w = csv.writer(open(sys.argv[2], 'w')); w.writerow(['id', 'x', 'y'])
for v, (x, y) in p.items(): w.writerow([v, x, y])
"""
IGRAPH = """
import sys, csv, igraph
rows = [(r['source'], r['target']) for r in csv.DictReader(open(sys.argv[1]))]
g = igraph.Graph.TupleList(rows)
l = g.layout_kamada_kawai()
w = csv.writer(open(sys.argv[2], 'w')); w.writerow(['id', 'x', 'y'])
for v, (x, y) in zip(g.vs['name'], l.coords): w.writerow([v, x, y])
"""


def run_once(command):
    """(wall s, CPU s, MB) of one run, by GNU time: a child of Python would be charged for Python's own memory."""
    with tempfile.NamedTemporaryFile("r") as figures:
        timed = ["time", "-f", "%e %U %S %M", "-o", figures.name, *command]
        run = subprocess.run(timed, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if run.returncode != 0:
            sys.exit("failed (%d): %s\n%s" % (run.returncode, " ".join(command), run.stderr.decode()[-2000:]))
        wall, user, system, kilobytes = map(float, figures.read().split())
    return wall, user + system, kilobytes / 1024


def measure(command, runs):
    run_once(command)
    return [statistics.median(column) for column in zip(*(run_once(command) for _ in range(runs)))]


def edges_of(network):
    """Who is party to what, without the actors that are party to nothing; duplicates once."""
    edges = {(party["actor"], agreement["id"]) for agreement in network["agreements"] for party in agreement["parties"]}
    return sorted(edges)


def write_graph(edges, folder):
    plain = os.path.join(folder, "graph.csv")
    with open(plain, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["source", "target"])
        writer.writerows(edges)
    dot = os.path.join(folder, "graph.dot")
    with open(dot, "w") as file:
        file.write("graph g {\n node [shape=point];\n")
        file.writelines('"%s" -- "%s";\n' % edge for edge in edges)
        file.write("}\n")
    return plain, dot


def neighbours_of(edges):
    beside = collections.defaultdict(list)
    for a, b in edges:
        beside[a].append(b)
        beside[b].append(a)
    return beside


def hops_from(start, beside):
    hops = {start: 0}
    queue = collections.deque([start])
    while queue:
        at = queue.popleft()
        for other in beside[at]:
            if other not in hops:
                hops[other] = hops[at] + 1
                queue.append(other)
    return hops


def stress_of(positions, edges):
    """Mean of ((s·|p-q| - d) / d)² over sampled pairs of the same component at the best scale s (Gansner and others, 2004)."""
    beside = neighbours_of(edges)
    a = b = pairs = 0
    for start in sorted(beside)[::7]:
        x, y = positions[start]
        for other, hops in hops_from(start, beside).items():
            if hops == 0:
                continue
            away = ((x - positions[other][0]) ** 2 + (y - positions[other][1]) ** 2) ** 0.5
            a += away / hops
            b += (away / hops) ** 2
            pairs += 1
    scale = a / b
    return (scale * scale * b - 2 * scale * a + pairs) / pairs


def read_csv_positions(path):
    with open(path) as file:
        return {row["id"]: (float(row["x"]), float(row["y"])) for row in csv.DictReader(file)}


def read_plain_positions(path):
    found = {}
    with open(path) as file:
        for row in csv.reader(file, delimiter=" "):
            if row and row[0] == "node":
                found[row[1]] = (float(row[2]), float(row[3]))
    return found


def has_module(name):
    return subprocess.run([sys.executable, "-c", "import " + name], stderr=subprocess.DEVNULL).returncode == 0


def layouts(program, plain, dot, folder):
    """(name, command, where it puts positions, how to read them)"""
    out = os.path.join(folder, "out")
    yield "samverka layout stress", [program, "layout", plain, "--algorithm", "stress", "-o", out + "1"], read_csv_positions
    for engine in ("neato", "sfdp"):
        if shutil.which(engine):
            yield "Graphviz " + engine, [engine, "-Tplain", "-o", out + engine, dot], read_plain_positions
    if has_module("igraph"):
        yield "igraph Kamada-Kawai", [sys.executable, "-c", IGRAPH, plain, out + "i"], read_csv_positions
    if has_module("networkx"):
        yield "networkx spring", [sys.executable, "-c", NETWORKX, plain, out + "n"], read_csv_positions


def output_of(command):
    for i, word in enumerate(command):
        if word == "-o":
            return command[i + 1]
    return command[4]


def print_layouts(program, network, runs, folder):
    edges = edges_of(network)
    plain, dot = write_graph(edges, folder)
    print("\n| layout of %d vertices, %d edges | wall s | CPU s | MB | stress |\n|---|--:|--:|--:|--:|"
          % (len(neighbours_of(edges)), len(edges)))
    for name, command, read in layouts(program, plain, dot, folder):
        wall, cpu, memory = measure(command, runs)
        stress = stress_of(read(output_of(command)), edges)
        print("| %s | %.2f | %.2f | %.0f | %.3f |" % (name, wall, cpu, memory, stress), flush=True)


def print_commands(program, file, runs, folder):
    picture = os.path.join(folder, "picture")
    commands = {
        "info": [program, "info", file],
        "info --json": [program, "info", file, "--json"],
        "check": [program, "check", file],
        "snapshot map, SVG": [program, "snapshot", file, "--view", "map", "-o", picture + ".svg"],
        "snapshot map, PNG": [program, "snapshot", file, "--view", "map", "-o", picture + ".png"],
        "snapshot network, SVG": [program, "snapshot", file, "--view", "network", "-o", picture + "2.svg"],
        "--screenshot map 1600x900": [program, "--screenshot", picture + "3.png", file],
    }
    print("| command | wall s | CPU s | MB |\n|---|--:|--:|--:|")
    for name, command in commands.items():
        print("| %s | %.2f | %.2f | %.0f |" % (name, *measure(command, runs)), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("program", nargs="?", default="build/release/samverka")
    parser.add_argument("network", nargs="?", default="datasets/sverige-2025.json")
    args = parser.parse_args()
    with open(args.network) as file:
        network = json.load(file)
    with tempfile.TemporaryDirectory() as folder:
        print_commands(args.program, args.network, args.runs, folder)
        print_layouts(args.program, network, args.runs, folder)


main()

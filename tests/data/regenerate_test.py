#!/usr/bin/env python3
"""Makes every shipped dataset anew and compares it byte for byte with the committed one.

Usage: regenerate_test.py [DATASETS]        (default: the datasets folder of this source tree)

Every DATASETS/tools/make_*.py takes `--out DIR` and writes its files there. A difference means that somebody edited a
dataset by hand, or changed a script without running it.
"""
import subprocess
import sys
import tempfile
from pathlib import Path

DATASETS = Path(__file__).resolve().parents[2] / "datasets"


def problems_of_script(script, datasets):
    with tempfile.TemporaryDirectory() as folder:
        # -B, so that the source tree stays as it was.
        run = subprocess.run([sys.executable, "-B", str(script), "--out", folder], capture_output=True, text=True)
        if run.returncode != 0:
            return [f"{script.name} failed: {run.stderr.strip()}"]
        made = sorted(path for path in Path(folder).rglob("*") if path.is_file())
        problems = [f"{script.name} wrote nothing"] if not made else []
        return problems + [f"{script.name}: {path.name} {fault}" for path in made
                           if (fault := difference(path, datasets / path.relative_to(folder)))]


def difference(made, committed):
    """What is wrong with the committed file, or None."""
    if not committed.is_file():
        return "is not among the datasets"
    if made.read_bytes() != committed.read_bytes():
        return f"differs from line {first_different_line(made, committed)} on"
    return None


def first_different_line(made, committed):
    ours, theirs = made.read_bytes().split(b"\n"), committed.read_bytes().split(b"\n")
    pairs = enumerate(zip(ours, theirs), start=1)
    return next((number for number, (a, b) in pairs if a != b), min(len(ours), len(theirs)) + 1)


def main(arguments):
    datasets = Path(arguments[0]) if arguments else DATASETS
    scripts = sorted((datasets / "tools").glob("make_*.py"))
    problems = [problem for script in scripts for problem in problems_of_script(script, datasets)]
    if not scripts:
        problems.append(f"no script in {datasets / 'tools'}")
    for problem in problems:
        print(problem)
    print(f"{len(scripts)} scripts, {len(problems)} problems", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

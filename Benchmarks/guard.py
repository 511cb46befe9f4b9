#!/usr/bin/env python3
"""The guard against slowdowns: what five small documents take, as multiples of what the floor takes for the same texts.

usage: SATS=path/to/sats [ACCEPT=1] guard.py

Instructions are counted (callgrind) and not time, and both programs in the same run, so that the ratio is the same on any
machine with the same libraries. What it may be stands in guard.json. More than 3 % above fails. ACCEPT=1 writes what was
found there, rounded up to a hundredth; the commit says what it was taken for.
"""
import json, math, os, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "out")
LIMITS = os.path.join(HERE, "guard.json")
MARGIN = 1.03
sys.path.insert(0, HERE)
from callgrind import instructions
from lines import write_lines
from measure import make_floor

def documents():
    """Name → the plan, and its texts as lines for the floor."""
    def generated(size, stem):
        subprocess.run([sys.executable, os.path.join(HERE, "generate.py"), size, stem], check=True)
        return stem
    ten = generated("10", os.path.join(OUT, "guard-10"))
    rows = generated("rows=400", os.path.join(OUT, "guard-rows"))
    extract = generated("extracts=1", os.path.join(OUT, "guard-extract"))
    sample = os.path.join(os.path.dirname(HERE), "samples", "folktandvarden-2024")
    lines = os.path.join(OUT, "guard-sample.tsv")
    with open(os.path.join(sample, "source.txt"), encoding="utf-8") as f, open(lines, "w", encoding="utf-8") as out:
        out.writelines(f"p\t453.5\t{line.strip()}\n" for line in f if line.strip())
    return {"ten pages": (ten + ".plan.json", ten + ".tsv"), "long table": (rows + ".plan.json", rows + ".tsv"),
            "extract": (os.path.join(extract, "0001.plan.json"), extract + ".tsv"),
            "prose": write_lines(OUT), "sample": (os.path.join(sample, "plan.yaml"), lines)}

def main():
    os.makedirs(OUT, exist_ok=True)
    floor, accepts = make_floor(), os.environ.get("ACCEPT") == "1"
    limits = {}
    if os.path.exists(LIMITS):
        with open(LIMITS, encoding="utf-8") as f: limits = json.load(f)
    found, slower = {}, []
    for name, (plan, lines) in documents().items():
        pdf = os.path.join(OUT, "guard.pdf")
        least = instructions([floor, lines, os.path.join(OUT, "guard-floor.pdf")])
        taken = instructions([os.environ["SATS"], "build", plan, "-o", pdf])
        found[name] = math.ceil(taken / least * 100) / 100
        change = found[name] / limits[name] - 1 if name in limits else 0
        print(f"{name}: {taken / 1e6:.0f} M instructions, {found[name]:.2f} times the floor's "
              f"({limits.get(name, '–')} is the limit, {change:+.1%})", flush=True)
        if found[name] > limits.get(name, 0) * MARGIN: slower.append(name)
    if accepts:
        with open(LIMITS, "w", encoding="utf-8") as f: f.write(json.dumps(found, indent=1) + "\n")
    elif slower:
        sys.exit(f"slower than 3 % above the limit: {', '.join(slower)}. Find out what it is (valgrind --tool=callgrind), "
                 "or say in the commit what it is worth and run make guard ACCEPT=1")

main()

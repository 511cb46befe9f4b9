#!/usr/bin/env python3
"""The prose of all four sources, each text once: laid out by Sats from cold, beside what the floor needs to shape it.

usage: SATS=path/to/sats [RUNS=9] lines.py

For Sats the time is that of its layout: fonts opened, hyphenation patterns read, every word shaped and divided, lines
broken by total fit, pages made up. For the floor it is that of shaping alone, without hyphens. Both are processor time,
told by the programs themselves; they take turns, and the medians are compared. Exit 1 when the ratio is above MOST.
"""
import json, os, re, statistics, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from measure import make_floor
from plan import literal
OUT = os.path.join(HERE, "out")
# What laying the lines out may cost, as a part of the floor's shaping.
MOST = 0.6
# A4 with margins of 25 mm, as in generate.py.
MEASURE = 160 * 72 / 25.4

def told(command, pattern):
    said = subprocess.run(command, capture_output=True, text=True)
    if said.returncode: sys.exit(f"{' '.join(command)}: exit {said.returncode}\n{said.stderr[:2000]}")
    return float(re.search(pattern, said.stdout)[1])

def texts():
    with open(os.path.join(HERE, "corpus.json"), encoding="utf-8") as f: corpus = json.load(f)
    return list(dict.fromkeys(corpus["para"] + corpus["bullets"] + corpus["tasks"]))

def write_lines(folder):
    """Writes the texts as a plan and as lines for the floor, and gives the two paths."""
    plan, lines = (os.path.join(folder, n) for n in ("lines.plan.json", "lines.tsv"))
    with open(plan, "w", encoding="utf-8") as f:
        json.dump({"mall": "dokument", "tema": "bench", "titel": "Rader",
                   "innehåll": [{"text": literal(t)} for t in texts()]}, f, ensure_ascii=False)
    with open(lines, "w", encoding="utf-8") as f: f.writelines(f"p\t{MEASURE}\t{t}\n" for t in texts())
    return plan, lines

def main():
    floor = make_floor()
    plan, lines = write_lines(OUT)
    taken = {"floor": [], "sats": []}
    for _ in range(int(os.environ.get("RUNS", "9")) + 1):
        taken["floor"].append(told([floor, lines, "-"], r"cpu ([\d.]+) ms") / 1000)
        taken["sats"].append(told([os.environ["SATS"], "build", plan, "-o", "/dev/null", "--layout-time"],
                                   r"layout ([\d.e-]+)"))
    # The first of each warms the machine up.
    floor, sats = (statistics.median(taken[k][1:]) for k in ("floor", "sats"))
    size = sum(len(t.encode()) for t in texts()) / 1000
    print(f"{len(texts())} texts, {size:.0f} kB: floor shapes in {floor * 1000:.1f} ms, sats lays out in {sats * 1000:.1f} ms, "
          f"ratio {sats / floor:.2f}, at most {MOST} asked")
    sys.exit(sats / floor > MOST)

if __name__ == "__main__": main()

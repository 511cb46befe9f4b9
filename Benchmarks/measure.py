#!/usr/bin/env python3
"""Sats beside the floor: medians of whole-process figures on the same generated documents.

usage: SATS=path/to/sats [SIZES="10 100 rows=20000"] [RUNS=5] [PEERS=typst] measure.py

A size is a count of pages, or rows=N for one table of N rows.

Each program runs once to warm up; then they take turns, RUNS times, so that a machine that slows down slows all of
them. CPU (user + system) and peak memory come from wait4; memory is never less than that of this script, some 10 MiB.
Files are left in Benchmarks/out. Exit 1 when a program fails.
"""
import json, os, re, statistics, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "out")
# What a size may cost, as a multiple of the floor's CPU time, and its peak memory in MiB.
MOST = {"100": 2.5, "rows=20000": 2}
MEMORY = {"rows=20000": 400}

def once(command):
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - start
    if process.returncode:
        sys.exit(f"{' '.join(command)}: exit {process.returncode}\n{said.decode(errors='replace')[:2000]}")
    return {"cpu": used.ru_utime + used.ru_stime, "wall": wall, "rss": used.ru_maxrss / 1024}

def pages(pdf):
    told = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    return int(re.search(r"^Pages:\s+(\d+)", told, re.M)[1])

def make_floor():
    floor, source = os.path.join(OUT, "floor"), os.path.join(HERE, "floor.c")
    if not os.path.exists(floor) or os.path.getmtime(floor) < os.path.getmtime(source):
        flags = subprocess.run(["pkg-config", "--cflags", "--libs", "pangocairo"], capture_output=True, text=True, check=True)
        compiler = os.environ.get("CC", "clang")
        subprocess.run([compiler, "-O2", source, "-o", floor, *flags.stdout.split(), "-lpthread"], check=True)
    return floor

def commands(size, peers):
    stem, sats = os.path.join(OUT, f"d{size}"), os.environ["SATS"]
    pdf = lambda name: os.path.join(OUT, f"{name}-{size}.pdf")
    found = {"floor": [make_floor(), stem + ".tsv", pdf("floor")]}
    if os.path.exists(stem + "-shy.tsv"):
        found["floor-shy"] = [make_floor(), stem + "-shy.tsv", pdf("floor-shy")]
    found["sats"] = [sats, "build", stem + ".plan.json", "-o", pdf("sats")]
    for peer in peers:
        found[peer] = [sys.executable, os.path.join(HERE, "peers", peer + "_peer.py"), stem + ".json", pdf(peer)]
    return found

def measure(size, runs, peers):
    subprocess.run([sys.executable, os.path.join(HERE, "generate.py"), str(size), os.path.join(OUT, f"d{size}")], check=True)
    programs = commands(size, peers)
    for command in programs.values(): once(command)
    taken = {name: [] for name in programs}
    for _ in range(runs):
        for name, command in programs.items(): taken[name].append(once(command))
    rows = {}
    for name, results in taken.items():
        row = {k: statistics.median(r[k] for r in results) for k in ("cpu", "wall", "rss")}
        pdf = os.path.join(OUT, f"{name}-{size}.pdf")
        row |= {"pages": pages(pdf), "bytes": os.path.getsize(pdf)}
        rows[name] = row
        print(f"| {name} | {row['pages']} | {row['cpu']:.3f} | {row['wall']:.3f} | {row['rss']:.0f} | {row['bytes'] / 1000:.0f} | "
              f"{row['pages'] / row['cpu']:.0f} |", flush=True)
    return rows

def main():
    os.makedirs(OUT, exist_ok=True)
    sizes = os.environ.get("SIZES", "10 100 rows=20000").split()
    runs, peers = int(os.environ.get("RUNS", "5")), os.environ.get("PEERS", "").split()
    print("| program | pages | CPU s | wall s | peak MiB | kB | pages per CPU s |\n|---|--:|--:|--:|--:|--:|--:|")
    results = {size: measure(size, runs, peers) for size in sizes}
    print()
    for size, rows in results.items():
        ratio = {k: rows["sats"][k] / rows["floor"][k] for k in ("cpu", "rss", "bytes")}
        limit = f", at most {MOST[size]} asked" if size in MOST else ""
        memory = f" ({rows['sats']['rss']:.0f} MiB, at most {MEMORY[size]} asked)" if size in MEMORY else ""
        what = size if "=" in size else f"~{size} pages"
        print(f"{what}: sats / floor = CPU {ratio['cpu']:.2f}{limit}, memory {ratio['rss']:.2f}{memory}, bytes {ratio['bytes']:.2f}")
    with open(os.path.join(OUT, "results.json"), "w", encoding="utf-8") as f:
        json.dump(results, f, indent=1)

main()

#!/usr/bin/env python3
"""Sats beside the floor, and beside peers: whole-process figures on the same documents, as ratios.

usage: SATS=path/to/sats [SIZES="10 100 …"] [RUNS=5] [PEERS=typst] [CALLGRIND="10 100"] measure.py

A size is a count of pages; rows=N for one table of N rows; extracts=N for N documents of a page each, set by one command;
samples for the plans in samples/, each set by a command of its own. Each program runs once to warm up; then they take turns, RUNS times,
so that a machine that slows down slows all of them, and medians are compared. CPU (user + system) and peak memory come
from wait4; memory is never less than that of this script, some 10 MiB. Sizes in CALLGRIND run once more to have their
instructions counted. Writes Benchmarks/RESULTS.md; all else is left in Benchmarks/out. Exit 1 when a program fails, or
takes more than the limits below.
"""
import glob, json, math, os, re, statistics, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "out")
sys.path.insert(0, HERE)
from callgrind import instructions
# What a size may cost: CPU time as a multiple of the floor's, peak memory in MiB.
MOST = {"100": 1.5, "1000": 1.2, "rows=20000": 2}
MEMORY = {"100": 60, "1000": 200, "rows=20000": 400}

def once(command):
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - start
    if process.returncode:
        sys.exit(f"{' '.join(command)[:300]}: exit {process.returncode}\n{said.decode(errors='replace')[:2000]}")
    return {"cpu": used.ru_utime + used.ru_stime, "wall": wall, "rss": used.ru_maxrss / 1024}

def make_floor():
    os.makedirs(OUT, exist_ok=True)
    floor, source = os.path.join(OUT, "floor"), os.path.join(HERE, "floor.c")
    if not os.path.exists(floor) or os.path.getmtime(floor) < os.path.getmtime(source):
        flags = subprocess.run(["pkg-config", "--cflags", "--libs", "pangocairo"], capture_output=True, text=True, check=True)
        compiler = os.environ.get("CC", "clang")
        subprocess.run([compiler, "-O2", source, "-o", floor, *flags.stdout.split(), "-lpthread"], check=True)
    return floor

def sample_plans():
    """The plans in samples/, and the text of each folder as lines for the floor."""
    root = os.path.join(os.path.dirname(HERE), "samples")
    plans, lines = [], []
    for path in sorted(glob.glob(os.path.join(root, "*", "*.yaml"))):
        with open(path, encoding="utf-8") as f:
            if not re.search(r"^mall:", f.read(), re.M): continue
        plans.append(path)
        named = path.removesuffix(".yaml") + ".source.txt"
        source = named if os.path.exists(named) else os.path.join(os.path.dirname(path), "source.txt")
        with open(source, encoding="utf-8") as f: lines += [f"p\t453.5\t{l.strip()}\n" for l in f if l.strip()]
    with open(os.path.join(OUT, "dsamples.tsv"), "w", encoding="utf-8") as f: f.writelines(lines)
    return plans

def files(name):
    """What a program writes: a PDF, or a folder of them."""
    path = os.path.join(OUT, name)
    return [path + ".pdf"] if os.path.exists(path + ".pdf") else sorted(glob.glob(os.path.join(path, "*.pdf")))

def commands(size, peers):
    stem, sats = os.path.join(OUT, f"d{size}"), os.environ["SATS"]
    pdf = lambda name: os.path.join(OUT, f"{name}-{size}.pdf")
    found = {"floor": [make_floor(), stem + ".tsv", pdf("floor")]}
    if size == "samples": plans = sample_plans()
    else:
        subprocess.run([sys.executable, os.path.join(HERE, "generate.py"), size, stem], check=True)
        plans = sorted(glob.glob(os.path.join(stem, "*.plan.json"))) if "extracts" in size else []
        if len(plans) == 1: stem, plans = plans[0].removesuffix(".plan.json"), []
    if plans:
        folder = os.path.join(OUT, f"sats-{size}")
        os.makedirs(folder, exist_ok=True)
        found["sats"] = [sats, "build", *plans, "-o", folder]
        if size == "samples":
            # Most of them are called plan.yaml: each gets a name of its own. What children take is counted as their parent's.
            each = 'n=0; for plan; do n=$((n + 1)); "$SATS" build "$plan" -o "$OUT/$n.pdf" || exit 1; done'
            found["sats"] = ["env", f"OUT={folder}", "sh", "-c", each, "sh", *plans]
    else:
        if os.path.exists(stem + "-shy.tsv"): found["floor-shy"] = [make_floor(), stem + "-shy.tsv", pdf("floor-shy")]
        found["sats"] = [sats, "build", stem + ".plan.json", "-o", pdf("sats")]
    for peer in peers if size != "samples" else []:
        out = os.path.join(OUT, f"{peer}-{size}") if plans else pdf(peer)
        source = [stem + ".json"] if not plans else [p.replace(".plan.json", ".json") for p in plans]
        if plans: os.makedirs(out, exist_ok=True)
        found[peer] = [sys.executable, os.path.join(HERE, "peers", peer + "_peer.py"), *source, out]
    return found

def pages(name):
    count = 0
    for pdf in files(name):
        told = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
        count += int(re.search(r"^Pages:\s+(\d+)", told, re.M)[1])
    return count

def measure(size, runs, peers):
    programs = commands(size, peers)
    for command in programs.values(): once(command)
    taken = {name: [] for name in programs}
    for _ in range(runs):
        for name, command in programs.items(): taken[name].append(once(command))
    rows = {}
    for name, results in taken.items():
        row = {k: statistics.median(r[k] for r in results) for k in ("cpu", "wall", "rss")}
        row |= {"pages": pages(f"{name}-{size}"), "bytes": sum(map(os.path.getsize, files(f"{name}-{size}")))}
        if size in os.environ.get("CALLGRIND", "").split() and name in ("floor", "sats"):
            row["instructions"] = instructions(programs[name])
        rows[name] = row
        count = f"{row['instructions'] / 1e6:.0f}" if "instructions" in row else ""
        print(f"| {size} | {name} | {row['pages']} | {row['cpu']:.3f} | {row['wall']:.3f} | {row['rss']:.0f} | "
              f"{row['bytes'] / 1000:.0f} | {row['pages'] / row['wall']:.0f} | {count} |", flush=True)
    return rows

def ratios(size, rows):
    """What Sats takes, over what each other program takes."""
    lines = []
    for other, row in rows.items():
        if other == "sats": continue
        part = lambda k: f"{rows['sats'][k] / row[k]:.2f}" if k in row else "–"
        lines.append(f"| {size} | {other} | {part('cpu')} | {part('wall')} | {part('rss')} | {part('bytes')} | {part('instructions')} |")
    return lines

def machine():
    """What the figures were taken on, in words that name no host."""
    with open("/proc/cpuinfo") as f: model = re.search(r"model name\s*:\s*(.*)", f.read())
    with open("/etc/os-release") as f: system = re.search(r'PRETTY_NAME="(.*)"', f.read())
    return f"{os.cpu_count()} cores ({model[1] if model else 'unknown'}), {system[1] if system else sys.platform}"

def main():
    sizes = os.environ.get("SIZES", "extracts=1 10 100 rows=20000 extracts=300 samples").split()
    runs, peers = int(os.environ.get("RUNS", "5")), os.environ.get("PEERS", "").split()
    head = "| size | program | pages | CPU s | wall s | peak MiB | kB | pages per s | M instructions |\n|---|---|--:|--:|--:|--:|--:|--:|--:|"
    print(head)
    results = {size: measure(size, runs, peers) for size in sizes}
    parts = ["| size | Sats over | CPU | wall | memory | bytes | instructions |\n|---|---|--:|--:|--:|--:|--:|"]
    for size, rows in results.items(): parts += ratios(size, rows)
    print("\n" + "\n".join(parts))
    report(results, parts, runs)
    broken = []
    for size, rows in results.items():
        cpu, memory = rows["sats"]["cpu"] / rows["floor"]["cpu"], rows["sats"]["rss"]
        if cpu > MOST.get(size, math.inf): broken.append(f"{size}: CPU {cpu:.2f} times the floor's, at most {MOST[size]} asked")
        if memory > MEMORY.get(size, math.inf): broken.append(f"{size}: {memory:.0f} MiB, at most {MEMORY[size]} asked")
    if broken: sys.exit("\n" + "\n".join(broken))

def report(results, parts, runs):
    with open(os.path.join(OUT, "results.json"), "w", encoding="utf-8") as f: json.dump(results, f, indent=1)
    lines = ["# Results", "", f"Written by `make bench` on {machine()}. Medians of {runs} runs taken in turns, whole process.",
             "`Benchmarks/README.md` says what is measured. Compare ratios: seconds are this machine's, at that hour.", "",
             "## What Sats takes, as a multiple of what the others take", "", *parts, ""]
    if "100" in results and "1000" in results:
        few, many = (results[s]["sats"] for s in ("100", "1000"))
        exponent = math.log(many["cpu"] / few["cpu"]) / math.log(many["pages"] / few["pages"])
        lines += [f"CPU time grows from 100 to 1 000 pages as the pages to the power of {exponent:.2f}.", ""]
    lines += ["## What was measured", "",
              "| size | program | pages | CPU s | wall s | peak MiB | kB | pages per s | M instructions |",
              "|---|---|--:|--:|--:|--:|--:|--:|--:|"]
    for size, rows in results.items():
        for name, row in rows.items():
            count = f"{row['instructions'] / 1e6:.0f}" if "instructions" in row else "–"
            lines.append(f"| {size} | {name} | {row['pages']} | {row['cpu']:.3f} | {row['wall']:.3f} | {row['rss']:.0f} | "
                         f"{row['bytes'] / 1000:.0f} | {row['pages'] / row['wall']:.0f} | {count} |")
    with open(os.path.join(HERE, "RESULTS.md"), "w", encoding="utf-8") as f: f.write("\n".join(lines) + "\n")

if __name__ == "__main__": main()

#!/usr/bin/env python3
"""The functions that setting a document calls, as a list by which the linker puts them side by side.

usage: SATS=path/to/sats order.py PLAN FILE

A page of a program is read when something on it is used, with its neighbours: functions that stand together take less
memory and fewer faults. Which are called, callgrind tells. Without it the list is left empty, and the program is merely
larger in memory.
"""
import os, re, subprocess, sys, tempfile

plan, target = sys.argv[1:]
with tempfile.TemporaryDirectory() as folder:
    calls, page = os.path.join(folder, "calls"), os.path.join(folder, "page.pdf")
    run = subprocess.run(["valgrind", "--tool=callgrind", "--demangle=no", "--compress-strings=no", f"--callgrind-out-file={calls}",
                          os.environ["SATS"], "build", plan, "-o", page], capture_output=True, text=True)
    if run.returncode:
        print(f"order.py: the functions stay in no order: valgrind: exit {run.returncode}\n{run.stderr[-500:]}", file=sys.stderr)
        sys.exit()
    with open(calls, encoding="utf-8", errors="replace") as f:
        names = {re.sub(r"'\d+$", "", line[3:].strip()) for line in f if line.startswith("fn=")}
with open(target, "w", encoding="utf-8") as f: f.writelines(name + "\n" for name in sorted(names))
# The next build does not see that the list is another, but that there is no program.
os.remove(os.environ["SATS"])

"""Instructions that a program takes, counted by valgrind's callgrind: the same on a busy machine as on a quiet one."""
import os, re, subprocess, sys

def instructions(command):
    # Swift's hashing is else seeded anew in each process; the count would differ by some tenths of a percent.
    environment = os.environ | {"SWIFT_DETERMINISTIC_HASHING": "1"}
    said = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
                          capture_output=True, text=True, env=environment)
    counted = re.search(r"refs:\s+([\d,]+)", said.stderr)
    if said.returncode or not counted: sys.exit(f"{' '.join(command)[:300]}: exit {said.returncode}\n{said.stderr[-2000:]}")
    return int(counted[1].replace(",", ""))

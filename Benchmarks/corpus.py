#!/usr/bin/env python3
"""Extract reusable Swedish material (paragraphs, bullets, uppdrag, mätetal) from text dumps of real plans.

usage: corpus.py SEED.txt... > corpus.json      (run once; generate.py reads corpus.json)
"""
import json, re, sys

PERIOD = r"(Månad|Tertial|Kvartal|Halvår|Delår|År)"
CUT = r" (i|en|av|och|för|att|med|till|från|ska|läns|minska|säker|effektiv|delaktiga|individuell|kommunala|ordnat|som|det)\.?$"
para, bullets, tasks, metrics = [], [], [], []

def keep(out, s, seen=set()):
    if s not in seen:
        seen.add(s)
        out.append(s)

for path in sys.argv[1:]:
    text = open(path, encoding="utf-8").read().replace("\u00a0", " ").replace("\u00ad", "")
    lines = [re.sub(r"\s+", " ", l).strip() for l in text.split("\n")]
    if sum(1 for l in lines if not l) > len(lines) * 0.45:          # double-spaced dump
        lines = [l for i, l in enumerate(lines) if l or (i and not lines[i - 1])]
    blocks, cur = [], []
    for l in lines + [""]:
        if l and not re.match(r"[•−–]", l):
            cur.append(l)
        else:
            if cur: blocks.append(cur)
            cur = []
        m = re.match(r"[•−–] ?(.{25,160})$", l)
        if m and m[1][0].isupper() and "@" not in l: keep(bullets, m[1].rstrip(" ."))
        m = re.match(r"(Uppdrag: .{20,110})$", l)
        if m: keep(tasks, m[1].rstrip(" .") + ".")
    for m in re.finditer(r"\n(?:VO )?([A-ZÅÄÖ][^\n]{18,}(?:\n[a-zåäö(0-9][^\n]*){0,4}?)\s+" + PERIOD
                         + r" (-?[<>]? ?\d[\d ,]* ?%?|Ökande|Minskande)\n", "\n".join(lines)):
        keep(metrics, (re.sub(r"\s+", " ", m[1]), m[2], m[3].strip()))
    for b in blocks:
        s = re.sub(r"(\w)- (?!och|eller|samt)(\w)", r"\1\2", " ".join(b))
        if (len(b) > 2 and sum(map(len, b[:-1])) / (len(b) - 1) > 70 and 200 < len(s) < 1600
                and re.match(r"[A-ZÅÄÖ]", s) and s.endswith(".") and not re.search(r"@|\.{4}|\d{3}-\d\d|\||\uf0b7|Dnr", s)
                and sum(c.isdigit() for c in s) < len(s) * 0.04):
            keep(para, s)

tasks = [s for s in tasks if not re.search(CUT, s)]
json.dump({"para": para, "bullets": bullets, "tasks": tasks, "metrics": metrics},
          sys.stdout, ensure_ascii=False, indent=0)
print({k: len(v) for k, v in dict(para=para, bullets=bullets, tasks=tasks, metrics=metrics).items()}, file=sys.stderr)

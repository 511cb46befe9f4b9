#!/usr/bin/env python3
"""Deterministic Swedish verksamhetsplan in three forms.

usage: generate.py PAGES STEM       PAGES ~ 10, 100, 1000 (A4, Open Sans 10.5/14)
       generate.py rows=N STEM      one table of N rows of six columns, whose widths are to be found
       generate.py extracts=N STEM  N extracts from minutes, of a page each: STEM/0001.json, STEM/0001.plan.json, …,
                                    and STEM.tsv with all of them

STEM.json      neutral, for the peers, as below
STEM.plan.json a plan of kind dokument, for sats (plan.py)
STEM.tsv       a line per paragraph or cell, for floor.c
STEM-shy.tsv   the same with soft hyphens, when pyphen is installed

{"meta": {...}, "blocks": [...]}; blocks:
  h      level 1-3, num ("" = unnumbered), text, id, toc (bool)
  p      text [+ note + rest]: paragraph, a footnote mark between text and rest
  ul     items
  table  kind, caption, cols [{"w": share of the measure, "a": "l"|"r"}], head [..], rows [{"k": row|group|sum, "c": [..]}]
"""
import json, os, random, re, sys

from plan import extract_plan, plan

HERE = os.path.dirname(os.path.abspath(__file__))
C = json.load(open(os.path.join(HERE, "corpus.json"), encoding="utf-8"))
NB, MINUS = "\u00a0", "\u2212"
CHAPTERS = ["Inledning och planeringsförutsättningar", "Hälso- och sjukvård", "Folktandvården", "Regional utveckling och tillväxt",
    "Kollektivtrafik och infrastruktur", "Kultur och bildning", "Psykiatri, rehabilitering och diagnostik", "Medicinsk vård",
    "Kirurgisk vård", "Vårdcentralerna Bra Liv", "Medarbetare och kompetensförsörjning", "Miljö och hållbarhet",
    "Digitalisering och informationssäkerhet", "Ekonomi och investeringar"]
SECTIONS = ["Verksamhetsidé och uppdrag", "Omvärldsanalys", "Invånare och samhälle", "Process och produktion", "Medarbetare",
    "Tillgänglighet och väntetider", "God och jämlik hälsa", "Samverkan med civilsamhället", "Förändrade behov och förväntningar skapar nya förutsättningar",
    "Trygg och säker vård med patientens perspektiv i fokus", "Fördjupad vårdsamverkan", "Patientsäkerhet och vårdkvalitet",
    "Kompetensförsörjning och fler i arbete", "Aktivt klimat- och miljöarbete för hållbara livsmiljöer", "Ekonomiska förutsättningar",
    "Hållbar kostnadsutveckling för en långsiktigt stabil ekonomi", "Uppföljning och intern kontroll", "Prioritering av investeringar"]
SUBS = ["Framgångsfaktorer", "Strategiska mål", "Verksamhetsmått", "Övergripande mål i regionplanen", "Fast läkarkontakt och kontinuitet",
    "Hållbart medarbetarengagemang", "Läkemedelsförsörjning", "Särskilda satsningar under planperioden", "Barn och ungas hälsa"]
ACTS = ["Bästa plats att åldras på", "Stödja enheter och kollegor i arbetet med digitalisering", "Översyn av klassificering och registrering",
    "Nya arbetssätt inom den uppsökande verksamheten", "Förbättra äldres levnadsvanor", "Trygg, säker vård och omsorg i hemmet",
    "Införa 1177 direkt – symtombedömning, hänvisning och chatt", "Läkare på begäran", "Egenmonitorering", "Rätt använd kompetens"]
NOTES = ["Nämndernas ansvar och grunduppdrag finns beskrivet i ”Reglemente för regionen” (dokumentnummer 2018/01604).",
    "Hälso- och sjukvårdslagen (2017:30), 5 kap. 1 §.", "Enligt den nationella patientenkäten, mätning hösten 2023.",
    "Statistikmyndigheten SCB, befolkningsprognos 2023–2032.",
    "Personer som är 65 år och äldre och som har gjort tre eller flera läkarbesök vid vårdenheten under året."]
UNITS = ["Hälso- och sjukvårdsnämnden", "Tandvårdsnämnden", "Patientnämnden", "Samverkansnämnden", "Trafiknämnden", "Kultur- och bildningsnämnden",
    "Varav folkhögskolan", "Varav kultur och bildning", "Regional utvecklingsnämnd", "Regionstyrelsen", "Varav regionservice", "Varav regionstaben",
    "Varav regiongemensamt (anslag)", "Verksamhetens intäkter", "Verksamhetens kostnader", "Avskrivningar", "Skatteintäkter", "Statsbidrag",
    "Finansiella intäkter", "Finansiella kostnader", "Immateriella tillgångar", "Mark och byggnader", "Maskiner och inventarier", "Förråd", "Likvida medel"]
CASES = ["Anmälan av remisser, promemorior, motioner och IVO-ärenden", "Bidrag till länsorganisationer med folkhälsomål år 2024",
    "Remiss: Effektiv och behovsbaserad digital vård", "Verksamhetsplaner 2024 – verksamheter inom område Folkhälsa och sjukvård",
    "Handlingsplan jämlik hälsa 2024–2025", "Heltidskrav enligt lagen om läkarvårdsersättning och lagen om ersättning för fysioterapi"]

rnd = random.Random(2024)
pos = {}

def cyc(name, seq):
    i = pos.get(name, 0)
    pos[name] = i + 1
    return seq[i % len(seq)]

def number(tenths):
    whole, frac = divmod(abs(tenths), 10)
    return (MINUS if tenths < 0 else "") + f"{whole:,}".replace(",", NB) + f",{frac}"

def para(note=False):
    text = cyc("para", C["para"])
    if note and len(sent := re.split(r"(?<=[.]) (?=[A-ZÅÄÖ])", text, maxsplit=1)) == 2:
        return {"t": "p", "text": sent[0], "note": cyc("note", NOTES), "rest": " " + sent[1]}
    return {"t": "p", "text": text}

def bullets(n):
    return {"t": "ul", "items": [cyc("bul", C["bullets"]) + "." for _ in range(n)]}

def metetal(n):
    rows = []
    for i in range(n):
        if i % 7 == 0:
            rows.append({"k": "group", "c": [cyc("sub", SUBS)]})
        name, per, goal = cyc("metric", C["metrics"])
        goal = goal.replace("-", MINUS).replace(" ", NB)
        if i % 5 == 3: name += ", " + cyc("bul2", C["bullets"])[:1].lower() + pos_tail()
        rows.append({"k": "row", "c": [name, per, cyc("base", ["87" + NB + "%", "4" + NB + "121", "Nytt mått", "62" + NB + "%"]), goal]})
    return {"t": "table", "kind": "metetal", "caption": "Mätetal och målvärden 2024", "head": ["Mätetal", "Periodicitet", "Utfall 2023", "Målvärde 2024"],
            "cols": [{"w": .52, "a": "l"}, {"w": .16, "a": "l"}, {"w": .16, "a": "r"}, {"w": .16, "a": "r"}], "rows": rows}

def pos_tail():
    return C["bullets"][(pos["bul2"] - 1) % len(C["bullets"])][1:]

def activities(n):
    rows = []
    for i in range(n):
        k = 5 if i % 6 == 5 else 2 if i % 3 == 2 else 1                # every sixth cell is ~half a page of text
        rows.append({"k": "row", "c": [cyc("act", ACTS), " ".join(cyc("cell", C["para"]) for _ in range(k))]})
    return {"t": "table", "kind": "activity", "caption": "Aktiviteter", "head": ["Aktiviteter", "Beskrivning"],
            "cols": [{"w": .34, "a": "l"}, {"w": .66, "a": "l"}], "rows": rows}

def budget(n, ncol):
    rows, tot = [], [0] * ncol
    for i in range(n):
        v = rnd.randint(30, 45000) * (-1 if i % 4 == 3 else 1)
        vals = [int(v * (1 + .018 * j)) + rnd.randint(-90, 90) for j in range(ncol)]
        tot = [a + b for a, b in zip(tot, vals)]
        rows.append({"k": "row", "c": [cyc("unit", UNITS)] + [number(x) for x in vals]})
        if i % 6 == 5:
            rows.append({"k": "sum", "c": ["Verksamhetens nettoresultat"] + [number(x) for x in tot]})
    rows.append({"k": "sum", "c": ["Resultat"] + [number(x) for x in tot]})
    head = ["Belopp i miljoner kronor", "Utfall 2022", "Prognos 2023", "Budget 2024", "Budget 2025", "Plan 2026", "Plan 2027"][:ncol + 1]
    return {"t": "table", "kind": "budget", "caption": "Budgetramar per nämnd och förvaltning", "head": head,
            "cols": [{"w": .34, "a": "l"}] + [{"w": .66 / ncol, "a": "r"}] * ncol, "rows": rows}

def build(pages):
    blocks, nums = [], [0, 0, 0]

    def h(level, text, numbered=True, toc=True):
        if numbered:
            nums[level - 1] += 1
            nums[level:] = [0] * (3 - level)
        num = ".".join(map(str, nums[:level])) if numbered else ""
        blocks.append({"t": "h", "level": level, "num": num, "text": text, "id": f"h{len(blocks)}", "toc": toc and level < 3})

    sections = max(2, round((pages - 4.5 - pages * .06) / 3.05))        # ~3.05 pages a section, calibrated on the peers' mean
    for s in range(sections):
        if s % 4 == 0:
            h(1, cyc("ch", CHAPTERS))
            blocks.extend([para(), para(True)])
        h(2, cyc("sec", SECTIONS))
        blocks.extend([para(), para(s % 2 == 0), para()])
        blocks.append(bullets(3 + s % 4))
        h(3, cyc("sub", SUBS))
        blocks.extend([para(), para()])
        blocks.append(metetal(40 if s % 8 == 5 else 5 + s % 6))
        h(3, cyc("task", C["tasks"]).rstrip("."))
        blocks.extend([para(True)])
        blocks.append(activities(3 + s % 5))
        if s % 4 == 3: blocks.append(budget(10 + s % 7, 5))
        blocks.append(para())
    for b in range(max(1, pages // 100)):
        h(1, f"Bilaga {b + 1}. Resultatbudget 2023–2025", numbered=False)
        blocks.append(para())
        blocks.append(budget(20 + b % 6, 5 + b % 2))
    h(1, "Protokollsutdrag", numbered=False)
    for k in range(max(2, pages * 12 // 100)):
        h(2, f"§{NB}{158 + k} {cyc('case', CASES)}", numbered=False)
        for sub, body in (("Beslut", [para()]), ("Sammanfattning", [para()]), ("Beslutsunderlag", [bullets(3)])):
            h(3, sub, numbered=False, toc=False)
            blocks.extend(body)
    return {"meta": {"title": "Verksamhetsplan 2024", "subtitle": "med budget 2024–2026", "org": "Region Exempellän", "lang": "sv",
                     "dnr": "RJL 2023/3428", "date": "2023-11-29", "header": "Verksamhetsplan 2024"}, "blocks": blocks}

def long_table(count):
    rows = []
    for i in range(count):
        if i % 40 == 0: rows.append({"k": "group", "c": [cyc("unit", UNITS)]})
        name, per, goal = cyc("metric", C["metrics"])
        rows.append({"k": "row", "c": [f"{1000 + i}", name, per, number(rnd.randint(10, 99000)), number(rnd.randint(-9000, 45000)),
                                       goal.replace("-", MINUS).replace(" ", NB)]})
    cols = [{"w": w, "a": a, "auto": True} for w, a in ((.08, "l"), (.42, "l"), (.14, "l"), (.12, "r"), (.12, "r"), (.12, "r"))]
    table = {"t": "table", "kind": "long", "caption": "Alla mätetal", "head": ["Nummer", "Mätetal", "Periodicitet", "Utfall 2022", "Utfall 2023", "Målvärde"],
             "cols": cols, "rows": rows}
    doc = build(10)
    return doc | {"blocks": [{"t": "h", "level": 1, "num": "", "text": "Mätetal", "id": "h0", "toc": True}, table]}

def extract(number):
    """A decision from the minutes on one page, with no cover and no contents."""
    short = [p for p in C["para"] if 250 < len(p) < 400]
    paragraph = {"nummer": number, "rubrik": cyc("case", CASES), "beslut": cyc("short", short),
                 "sammanfattning": cyc("short", short), "beslutsunderlag": bullets(2)["items"]}
    heading = lambda level, text: {"t": "h", "level": level, "num": "", "text": text, "id": f"h{level}", "toc": False}
    blocks = [heading(1, f"§{NB}{number} {paragraph['rubrik']}"), heading(2, "Beslut"), {"t": "p", "text": paragraph["beslut"]},
              heading(2, "Sammanfattning"), {"t": "p", "text": paragraph["sammanfattning"]}, heading(2, "Beslutsunderlag"), {"t": "ul", "items": paragraph["beslutsunderlag"]}]
    meta = {"title": f"Protokollsutdrag § {number}", "subtitle": "", "org": "Region Exempellän", "lang": "sv",
            "dnr": f"RJL 2023/{3000 + number}", "date": "2023-11-29", "header": f"Protokollsutdrag § {number}", "bare": True}
    return {"meta": meta, "blocks": blocks, "paragraph": paragraph}

def flat(doc, out, mm=72 / 25.4):
    """style <TAB> width in pt <TAB> text, one line per paragraph or cell: what floor.c shapes."""
    w = 160 * mm
    put = lambda style, width, text: out.write(f"{style}\t{width:.2f}\t{text}\n")
    for b in doc["blocks"]:
        if b["t"] == "h":
            put(f"h{b['level']}", w, (b["num"] + " " + b["text"]).strip())
            if b["toc"]: put("toc", w, (b["num"] + " " + b["text"]).strip())
        elif b["t"] == "p":
            put("p", w, b["text"] + b.get("rest", ""))
            if "note" in b: put("note", w, b["note"])
        elif b["t"] == "ul":
            for i in b["items"]: put("p", w - 14, i)
        else:
            for k, cells in [("sum", b["head"])] + [(r["k"], r["c"]) for r in b["rows"]]:
                for c, t in zip(b["cols"], cells):
                    put("cellb" if k != "row" else "cell", (w if k == "group" else w * c["w"]) - 6, t)

def write(doc, stem):
    with open(stem + ".json", "w", encoding="utf-8") as f: json.dump(doc, f, ensure_ascii=False)
    with open(stem + ".plan.json", "w", encoding="utf-8") as f: json.dump(extract_plan(doc) if "paragraph" in doc else plan(doc), f, ensure_ascii=False, indent=1)

if __name__ == "__main__":
    size, stem = sys.argv[1:3]
    if size.startswith("extracts="):
        os.makedirs(stem, exist_ok=True)
        docs = [extract(1 + i) for i in range(int(size[9:]))]
        for i, doc in enumerate(docs): write(doc, os.path.join(stem, f"{i + 1:04}"))
        with open(stem + ".tsv", "w", encoding="utf-8") as f:
            for doc in docs: flat(doc, f)
        sys.exit()
    doc = long_table(int(size[5:])) if size.startswith("rows=") else build(int(size))
    write(doc, stem)
    with open(stem + ".tsv", "w", encoding="utf-8") as f: flat(doc, f)
    try: import pyphen
    except ImportError: sys.exit()
    hyph = pyphen.Pyphen(lang="sv_SE", left=2, right=2)
    with open(stem + ".tsv", encoding="utf-8") as f, open(stem + "-shy.tsv", "w", encoding="utf-8") as out:
        for line in f:
            style, width, text = line.split("\t")
            out.write(f"{style}\t{width}\t" + re.sub(r"[^\W\d_]{5,}", lambda m: hyph.inserted(m[0], "\u00ad"), text))

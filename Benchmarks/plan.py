"""The generated document as a plan of kind dokument: templates/kinds/dokument/schema.json says what may stand in it."""
import re

# What CommonMark gives a meaning, anywhere in a line and at its start.
INLINE = re.compile(r"([\\`*_\[\]<&~|])")
START = re.compile(r"^(\s*)(?:([#>+-])|(\d{1,9})([.)]))(?=\s|$)", re.M)
ALIGN = {"l": "vänster", "r": "höger"}
ROW = {"row": "post", "group": "grupp", "sum": "summa"}

def literal(text):
    """Text that Markdown gives back as it is."""
    return START.sub(lambda m: m[1] + ("\\" + m[2] if m[2] else m[3] + "\\" + m[4]), INLINE.sub(r"\\\1", text))

def block(b):
    if b["t"] == "h":
        out = {"rubrik": b["text"], "nivå": b["level"], "id": b["id"]}
        if b["num"]: out["nummer"] = b["num"]
        if not b["toc"]: out["i_innehåll"] = False
        return out
    if b["t"] == "p":
        text = literal(b["text"])
        if "note" in b: text += "[^1]" + literal(b["rest"]) + "\n\n[^1]: " + literal(b["note"])
        return {"text": text}
    if b["t"] == "ul": return {"lista": [literal(i) for i in b["items"]]}
    columns = [{"rubrik": h, "ställning": ALIGN[c["a"]]} | ({} if "auto" in c else {"bredd": f"{c['w'] * 100:.4g} %".replace(".", ",")})
               for h, c in zip(b["head"], b["cols"])]
    return {"tabell": {"rubrik": b["caption"], "kolumner": columns,
                       "rader": [{"slag": ROW[r["k"]], "celler": r["c"]} for r in b["rows"]]}}

def plan(doc):
    m = doc["meta"]
    return {"mall": "dokument", "tema": "bench", "titel": m["title"], "undertitel": m["subtitle"], "organisation": m["org"],
            "diarienummer": m["dnr"], "datum": m["date"], "språk": m["lang"], "innehållsförteckning": True,
            "innehåll": [block(b) for b in doc["blocks"]]}

def extract_plan(doc):
    m, paragraph = doc["meta"], doc["paragraph"]
    texts = {k: literal(paragraph[k]) for k in ("beslut", "sammanfattning")}
    texts["beslutsunderlag"] = [{"titel": t} for t in paragraph["beslutsunderlag"]]
    return {"mall": "protokollsutdrag", "titel": "Protokoll", "organisation": m["org"], "organ": "Nämnden för exempel",
            "datum": m["date"], "justerat": m["date"], "omfattar": "1–999", "utdrag": True,
            "paragrafer": [paragraph | texts | {"diarienummer": m["dnr"]}]}

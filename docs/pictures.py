#!/usr/bin/env python3
"""Makes the pictures of the documentation, and its page of kinds: `make docs`.

usage: SATS=path/to/sats docs/pictures.py [NAME…]

A plan in a Markdown file, with a picture after it, is what the picture shows:

    ```yaml
    mall: dokument
    …
    ```

    <!-- picture: pages 2-3 -->
    ![What it shows](bilder/name.png)

So is a plan beside its picture, docs/bilder/name.yaml for docs/bilder/name.png. The remark, which in
a plan begins with `# picture:`, says how it is shown: `pages 1,4-5` (the last page unless
told otherwise), `trim` (the text alone, without what is blank round it), `theme kust`, `width 900` in pixels. The plan's
files are those of docs/exempel. A picture that would come out the same is not written anew.
"""
import os, pathlib, re, shutil, struct, subprocess, sys, tempfile, zlib

ROOT = pathlib.Path(__file__).resolve().parent.parent
SATS = os.environ.get("SATS", str(ROOT / ".build/release/sats"))
GAP, EDGE, GREY = 14, 1, (150, 154, 156)
MADE = "<!-- Det som följer skrivs av docs/pictures.py. -->"
FENCED = re.compile(
    r"```yaml\n(mall:.*?)\n```\n\n(?:<!-- picture: (.*?) -->\n)?!\[[^\]]*\]\(([^)]+\.png)\)", re.S)


def sources():
    """Every plan that is shown: its text, how it is shown, its picture."""
    folders = ["docs", "docs/handbok", "templates/kinds/*", "templates/themes/*"]
    for page in sorted(p for f in folders for p in ROOT.glob(f + "/*.md")):
        for plan, how, picture in FENCED.findall(page.read_text(encoding="utf-8")):
            yield plan + "\n", how, (page.parent / picture).resolve()
    for plan in sorted(ROOT.glob("docs/bilder/*.yaml")):
        text = plan.read_text(encoding="utf-8")
        how = re.search(r"^# picture: (.*)$", text, re.M)
        yield text, how.group(1) if how else "", plan.with_suffix(".png")


def read_ppm(path):
    """A picture of pdftoppm's: width, height, rows of RGB bytes."""
    data = path.read_bytes()
    head = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", data)
    width, height = int(head.group(1)), int(head.group(2))
    body = data[head.end():]
    return width, [body[y * width * 3:(y + 1) * width * 3] for y in range(height)]


def trimmed(width, rows, margin=12):
    """What stands between a page's running head and foot, without the white round it."""
    white = b"\xff" * (width * 3)
    rows = rows[len(rows) * 75 // 1000:len(rows) * 915 // 1000]
    inked = [y for y, row in enumerate(rows) if row != white]
    if not inked:
        return width, rows
    inked = set(inked) | {min(inked) - margin, max(inked) + margin}
    kept, blank = [], 0
    for y in range(max(0, min(inked)), min(len(rows), max(inked) + 1)):
        blank = 0 if y in inked else blank + 1
        # What a page leaves blank above its notes is not worth showing.
        if blank <= 4 * margin:
            kept.append(rows[y])
    rows = kept
    columns = [x for x in range(width)
               if any(row[x * 3:x * 3 + 3] != b"\xff\xff\xff" for row in rows)]
    left, right = max(0, columns[0] - margin), min(width, columns[-1] + 1 + margin)
    return right - left, [row[left * 3:right * 3] for row in rows]


def beside(pages):
    """Pages side by side, each with a thin edge."""
    edge, ground = bytes(GREY), b"\xff\xff\xff"
    height = max(len(rows) for _, rows in pages) + 2 * EDGE
    lines = [b""] * height
    for number, (width, rows) in enumerate(pages):
        frame = edge * (width + 2 * EDGE)
        framed = [frame] * EDGE + [edge * EDGE + row + edge * EDGE for row in rows] + [frame] * EDGE
        framed += [ground * (width + 2 * EDGE)] * (height - len(framed))
        gap = ground * GAP if number else b""
        lines = [line + gap + row for line, row in zip(lines, framed)]
    return len(lines[0]) // 3, lines


def png(width, rows):
    """The picture as PNG, with a palette where its colours are few."""
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
    # Five bits to a channel tell the greys of letters' edges apart well enough.
    level = bytes(round(round(v * 31 / 255) * 255 / 31) for v in range(256))
    few = [row.translate(level) for row in rows]
    colours = sorted({row[i:i + 3] for row in few for i in range(0, len(row), 3)})
    if len(colours) <= 256:
        rows = few
        index = {colour: number for number, colour in enumerate(colours)}
        lines = b"".join(
            b"\0" + bytes(index[row[i:i + 3]] for i in range(0, len(row), 3)) for row in rows)
        kind, palette = 3, chunk(b"PLTE", b"".join(colours))
    else:
        # Each byte as its difference from the pixel before.
        lines = b"".join(
            b"\1" + bytes((a - b) & 255 for a, b in zip(row, b"\0\0\0" + row)) for row in rows)
        kind, palette = 2, b""
    head = struct.pack(">IIBBBBB", width, len(rows), 8, kind, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + palette
            + chunk(b"IDAT", zlib.compress(lines, 9)) + chunk(b"IEND", b""))


def make(plan, how, picture):
    """Sets a plan and gives its picture's bytes."""
    theme = re.search(r"theme (\S+)", how)
    wanted = re.search(r"pages ([\d,-]+)", how)
    width = int((re.search(r"width (\d+)", how) or [0, 900])[1])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shutil.copytree(ROOT / "docs/exempel", folder, dirs_exist_ok=True)
        (folder / "plan.yaml").write_text(plan, encoding="utf-8")
        command = [SATS, "build", "plan.yaml"] + (["--theme", theme[1]] if theme else [])
        run = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        if run.returncode or ": varning: " in run.stderr:
            sys.exit(f"{picture.relative_to(ROOT)}: {run.stdout}{run.stderr}")
        count = int(re.search(r": (\d+) sid", run.stdout)[1])
        numbers = []
        for part in (wanted[1].strip(",") if wanted else str(count)).split(","):
            first, _, last = part.partition("-")
            numbers += range(int(first), int(last or first) + 1)
        if max(numbers) > count:
            sys.exit(f"{picture.relative_to(ROOT)}: there are {count} pages")
        gaps = GAP * (len(numbers) - 1) + 2 * EDGE * len(numbers)
        across = 760 if "trim" in how else (width - gaps) // len(numbers)
        pages = []
        for number in numbers:
            subprocess.run(
                ["pdftoppm", "-f", str(number), "-l", str(number), "-scale-to-x", str(across),
                 "-scale-to-y", "-1", "-singlefile", "plan.pdf", "page"], cwd=folder, check=True)
            pages.append(read_ppm(folder / "page.ppm"))
        if "trim" in how:
            return png(*beside([trimmed(*pages[0])]))
        return png(*beside(pages))


def kinds_page():
    """The handbook's page of kinds, made from what each kind says of itself."""
    lines = (ROOT / "docs/handbok/dokumentslagen.md").read_text(encoding="utf-8").split("\n")
    head = lines[:lines.index(MADE) + 1]
    run = subprocess.run([SATS, "kinds"], cwd=ROOT, capture_output=True, text=True, check=True)
    body = []
    for line in run.stdout.splitlines():
        name, rest = line.split(None, 1)
        title, _, summary = rest.partition(": ")
        folder = f"templates/kinds/{name}"
        body += ["", f"## {title}", "", summary, ""]
        if (ROOT / folder / "exempel.png").exists():
            body += [f"![Sidor ur ett exempel](../../{folder}/exempel.png)", ""]
        body += [f"`sats new {name} MAPP` · [så skrivs det](../../{folder}/README.md)"]
    text = "\n".join(head + body) + "\n"
    path = ROOT / "docs/handbok/dokumentslagen.md"
    if path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))


def main():
    names = sys.argv[1:]
    for plan, how, picture in sources():
        if names and picture.stem not in names:
            continue
        bytes_ = make(plan, how, picture)
        if not picture.exists() or picture.read_bytes() != bytes_:
            picture.parent.mkdir(parents=True, exist_ok=True)
            picture.write_bytes(bytes_)
            print(f"{picture.relative_to(ROOT)}: {len(bytes_) // 1024} KiB")
    kinds_page()


main()

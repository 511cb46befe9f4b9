import Cairo
import Foundation
import Geometry
import Pages
import Testing
import Typography

struct PaintTests {
  @Test(arguments: ["Open Sans", "Linux Libertine O"])
  func `text is read back with its words, spaces, accents and ligatures`(family: String) throws {
    var document = try PaintedPages(family: family)
    document.add([
      "Effekten av finansiell flexibilitet", "för åtta öar: 12\u{202F}500 kr, 5\u{A0}%",
    ])
    let bytes = try document.painted()
    // Poppler gives every kind of space as U+0020.
    let (text, _) = try run("pdftotext", ["FILE", "-"], on: bytes)
    #expect(
      text.split(separator: "\n").prefix(2) == [
        "Effekten av finansiell flexibilitet", "för åtta öar: 12 500 kr, 5 %",
      ])
    let (streams, _) = try run(
      "qpdf", ["--qdf", "--object-streams=disable", "FILE", "-"], on: bytes)
    #expect(streams.contains("<202f>") || streams.contains("<feff202f>"))
  }

  @Test(arguments: [0.2, 1, 5])
  func `tracked letters and combining accents keep their text`(points: Double) throws {
    var document = try PaintedPages(family: "Linux Libertine O", tracking: .points(points))
    document.add(["Spärrad te\u{301}xt x\u{302}y effekt"])
    let (text, _) = try run("pdftotext", ["FILE", "-"], on: document.painted())
    #expect(text.contains("Spärrad te\u{301}xt") || text.contains("Spärrad t\u{E9}xt"), "\(text)")
    #expect(text.contains("effekt"), "\(text)")
  }

  /// Divides `tillåta` only.
  final class Restoring: Hyphenating {
    func points(in word: String) -> [HyphenationPoint] {
      word == "tillåta" ? [HyphenationPoint(offset: 3, restored: "l")] : []
    }

    func seams(in word: String) -> [Int] { [] }
  }

  @Test(arguments: ["Open Sans", "Linux Libertine O"])
  func `a letter that a break brings back is drawn and not read`(family: String) throws {
    var document = try PaintedPages(family: family, hyphenator: Restoring())
    let table = document.table
    let word = table.word("tillåta", in: document.font)
    let cut = try #require(table.breaks(of: word).first)
    document.add(lines: [
      table.fragment(of: word, from: nil, to: cut), table.fragment(of: word, from: cut, to: nil),
    ])
    let (text, _) = try run("pdftotext", ["FILE", "-"], on: document.painted())
    #expect(text.contains("til\u{AD}\nlåta"), "\(text)")
    #expect(
      table.glyphs[table.words[Int(table.fragment(of: word, from: nil, to: cut).index)].glyphs]
        .count == 5)
  }

  @Test(arguments: ["Open Sans", "Linux Libertine O"])
  func `a soft hyphen is read where a line ends at it, and nowhere else`(family: String) throws {
    var document = try PaintedPages(family: family)
    document.add(["verk\u{AD}sam\u{AD}het och till\u{AD}", "låta e-post"])
    let (text, _) = try run("pdftotext", ["FILE", "-"], on: document.painted())
    #expect(text.contains("verksamhet och till\u{AD}\nlåta e-post"), "\(text)")
  }

  @Test func `the same pages give the same bytes, without a date of their own`() throws {
    func bytes() throws -> [UInt8] {
      var document = try PaintedPages()
      document.add(["En sida", "med två rader"])
      document.add(["och en till"])
      return try document.painted()
    }
    let first = try bytes()
    #expect(try bytes() == first)
    let (about, _) = try run("pdfinfo", ["FILE"], on: first)
    #expect(!about.contains("Date"))
  }

  @Test(arguments: [
    ("2023-11-29", "(D:20231129)"), ("2023-11-29T10:30:00+01:00", "(D:20231129103000+01'00)"),
  ])
  func `dates are the document's`(date: String, written: String) throws {
    var document = try PaintedPages()
    document.add(["En sida"])
    let bytes = try document.painted(date: date)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("/CreationDate \(written)") && text.contains("/ModDate \(written)"))
    let (said, code) = try run("qpdf", ["--check", "FILE"], on: bytes)
    #expect(code == 0, "\(said)")
  }

  @Test(arguments: ["29 november", "20231129", "2023-1-2"])
  func `a date that is no date is an error`(date: String) throws {
    var document = try PaintedPages()
    document.add(["En sida"])
    #expect(throws: CairoError.unreadableDate(date)) { try document.painted(date: date) }
  }

  @Test func `the file has title, author, sizes, labels and outline, and is sound`() throws {
    var document = try PaintedPages()
    document.add(["Ett"])
    document.add(["Två"])
    func entry(_ level: Int, _ title: String, page: Int) -> PageSet.OutlineEntry {
      let point = Point(x: .zero, y: .points(100))
      return PageSet.OutlineEntry(
        level: level, title: title, destination: PageSet.Destination(page: page, point: point))
    }
    let outline = [
      entry(1, "Först", page: 0), entry(2, "Därunder", page: 0), entry(3, "Innerst", page: 1),
      entry(2, "Åter", page: 1), entry(1, "Sist", page: 1),
    ]
    let bytes = try document.painted(outline: outline)
    let (about, _) = try run("pdfinfo", ["FILE"], on: bytes)
    #expect(about.contains("Verksamhetsplan på åäö") && about.contains("Region (Test)"))
    #expect(about.contains("Pages:           2"))
    #expect(about.contains("419.527 x 595.275 pts"))
    let (json, code) = try run("qpdf", ["--json", "--json-key=outlines", "FILE"], on: bytes)
    #expect(code == 0)
    let root = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(titles(root["outlines"]) == ["Först", ["Därunder", ["Innerst"], "Åter"], "Sist"])
    let (said, checked) = try run("qpdf", ["--check", "FILE"], on: bytes)
    #expect(checked == 0, "\(said)")
  }

  @Test func `a separator stands between leaves: where what is painted takes another role`() throws
  {
    var document = try PaintedPages()
    let rule = PageItem(
      .fill(Rect(x: .zero, y: .zero, width: .points(9), height: .points(1)), .black),
      role: .artifact(.layout))
    document.add(["Ett", "Två"], items: [rule, rule])
    document.add(["Tre"])
    let (streams, _) = try run(
      "qpdf", ["--qdf", "--object-streams=disable", "FILE", "-"],
      on: document.painted(marksLeaves: true))
    let separator = "1 1 0.125 0.125 re f"
    let painted = streams.split(separator: "\n").filter { $0.hasSuffix("re f") || $0 == "BT" }
    #expect(painted == ["0 0 9 1 re f", "0 0 9 1 re f", Substring(separator), "BT", "BT"])
  }

  @Test func `a turned run is drawn in a turned matrix, and what follows it is level`() throws {
    var document = try PaintedPages()
    document.add(["Ett", "Två"])
    guard case .run(let first) = document.pages[0].items[0].mark else {
      Issue.record("the page begins with no run")
      return
    }
    document.pages[0].items[0].mark = .turned(first, slope: 0.75)
    let (streams, _) = try run(
      "qpdf", ["--qdf", "--object-streams=disable", "FILE", "-"], on: document.painted())
    let matrices = streams.split(separator: "\n").filter { $0.hasSuffix(" Tm") }
    #expect(matrices == ["8 -6 -6 -8 30 40 Tm", "10 0 0 -10 30 54 Tm"])
  }

  @Test func `fills are exact rectangles, and round corners are round`() throws {
    var document = try PaintedPages()
    let area = Rect(x: .points(10), y: .points(20), width: .points(30), height: .points(40))
    let red = Colour(red: 255, green: 0, blue: 0)
    document.add(
      [],
      items: [
        PageItem(.fill(area, red), role: .artifact(.background)),
        PageItem(
          .roundedFill(area, radius: .points(5), .black), role: .artifact(.background)),
      ])
    let (streams, _) = try run(
      "qpdf", ["--qdf", "--object-streams=disable", "FILE", "-"], on: document.painted())
    #expect(streams.contains("1 0 0 rg"))
    #expect(streams.contains("10 20 30 40 re f"))
    #expect(streams.split(separator: "\n").count { $0.contains(" c") } >= 2)
  }
}

/// The titles of an outline, each level in a list of its own after its parent.
private func titles(_ entries: Any?) -> NSArray {
  let list = NSMutableArray()
  for case let entry as [String: Any] in entries as? [Any] ?? [] {
    list.add(entry["title"] ?? "")
    let kids = titles(entry["kids"])
    if kids.count > 0 { list.add(kids) }
  }
  return list
}

import Foundation
import Geometry
import HarfBuzz
import Layout
import Manuscript
import Pages
import Testing
import Typography

@testable import PDF

struct WriteTaggedTests {
  @Test func `every kind of block is its own kind of element, and nothing is found wrong`() throws {
    let sample = try TaggedSample(
      try .everyKind(), notes: .everyNote, date: "2023-11-29T10:00:00+01:00")
    let file = readPDF(
      try sample.written(), expecting: sample.pages.readingText(words: sample.words))
    #expect(file.findings == [])
    let report = file.report.split(separator: "\n").filter { !$0.hasPrefix("font ") }
    #expect(
      report.joined(separator: "\n") == """
        PDF 1.7, 2 pages, 59 elements
        title "Årsplan (utkast) & <mål>"
        author "Region Jönköpings län"
        subject "Prov"
        creator "Sats"
        creationdate "D:20231129100000+01'00'"
        language sv-SE
        PDF/A-2a
        PDF/UA-1
        bookmark "Ett"
          bookmark "Två"
        Document
          P "Innehåll"
          TOC
            TOCI
              Reference
                Link "Ett 1"
                  → page 1 "Ett 1"
            TOCI
              Reference
                Link "Två 2"
                  → page 2 "Två 2"
          Sect
            H1 "Ett"
            P "Läs mer på "
              Link "regionens webb"
                → https://example.org/%C3%A5 "regionens webb (https://example.org/å)"
              ", om "
              Span lang="se" "čáhci"
              " och på sidan "
              Reference
                Link "2"
                  → page 2 "Sidan 2"
              ", se not"
              Reference
                Link "1"
                  → page 1 "Not 1: Noten själv."
              " nu."
            Note #n0
              Lbl
                Link "1"
                  → page 1 "Tillbaka till hänvisningen till not 1"
              P "Noten själv."
            L Disc
              LI
                Lbl "•"
                LBody "först"
              LI
                Lbl "•"
                LBody "sedan"
            Sect
              H2 "Två"
              Table
                Caption "Tabell ett"
                THead
                  TR
                    TH scope=Column "Namn"
                    TH scope=Column "Tal"
                TBody
                  TR
                    TD "a"
                    TD "1"
                  TR
                    TD "b"
                    TD "2"
              Table
                THead
                  TR
                    TH scope=Column rowspan=2 "Post"
                    TH #h0 scope=Column colspan=2 "Belopp"
                  TR
                    TH #h1 scope=Column "i år"
                    TH #h4 scope=Column "i fjol"
                TBody
                  TR
                    TH #h2 scope=Row colspan=3 "Drift"
                  TR
                    TH #h3 scope=Row "Löner"
                    TD headers=h0,h1,h2,h3 "5"
                    TD headers=h0,h4,h2,h3
        """)
  }

  @Test func `the same pages give the same bytes`() throws {
    let first = try TaggedSample(try .everyKind(), notes: .everyNote).written()
    let second = try TaggedSample(try .everyKind(), notes: .everyNote).written()
    #expect(first == second)
  }

  @Test func `a table over pages is one table, and its repeated heads are not read`() throws {
    let sample = try TaggedSample([
      .table(head: "Namn|Tal", rows: (1...60).map { "rad \($0)|\($0)" })
    ])
    try #require(sample.pages.pages.count > 2)
    let file = readPDF(try sample.written())
    #expect(file.findings == [])
    #expect(file.report.matches(of: /Table\b/).count == 1)
    #expect(file.text.matches(of: /Namn/).count == 1)
    #expect(file.text.hasSuffix("rad 6060"))
  }

  @Test func `a paragraph over a page break is one paragraph`() throws {
    let sample = try TaggedSample(
      [.paragraph(String(repeating: "Ord efter ord efter ord. ", count: 30))], lines: 5)
    try #require(sample.pages.pages.count > 1)
    let file = readPDF(try sample.written())
    #expect(file.findings == [])
    #expect(file.report.matches(of: /\n *P "/).count == 1)
  }

  @Test func `what has nothing in it is not read, but a table keeps its empty cells`() throws {
    let sample = try TaggedSample([
      .paragraph("Ett"), .paragraph(""), .bullets([""]), .table(head: "A|B", rows: ["|", "x|"]),
    ])
    let file = readPDF(try sample.written())
    #expect(file.findings == [])
    #expect(file.report.matches(of: /\n +P "/).count == 1)
    #expect(file.report.matches(of: /\n +TD/).count == 4)
  }

  @Test func `a figure says what it shows and how large it is, an abbreviation what it stands for`()
    throws
  {
    let sample = try TaggedSample(TaggedSample([.paragraph("bl.a."), .paragraph("–")])) { pages in
      let root = pages.structure.root
      let texts = pages.structure[root].children
      pages.structure.setDetails(.init(expansion: "bland annat"), of: texts[0])
      pages.structure.setDetails(.init(replacement: "inget att redovisa"), of: texts[1])
      let figure = pages.structure.add(.figure, to: root, details: .init(alternate: "Två staplar"))
      for x in [100.0, 130] {
        let bar = Rect(x: .points(x), y: .points(200), width: .points(20), height: .points(x))
        pages.pages[0].items.append(PageItem(.fill(bar, .black), role: .content(figure)))
      }
    }
    let bytes = try sample.written()
    let file = readPDF(bytes)
    #expect(file.findings == [])
    #expect(file.report.contains("P e=\"bland annat\" \"bl.a.\"\n"))
    #expect(file.report.contains("P actualtext=\"inget att redovisa\" \"–\"\n"))
    #expect(file.report.contains("Figure alt=\"Två staplar\"\n"))
    let opened = try OpenedFile(bytes)
    let attributes = try #require(opened[opened.elements("Figure")[0], "A"]?.dictionary)
    #expect(attributes["BBox"]?.array?.map(\.number) == [100, 170, 150, 300])
  }

  @Test func `links cover their words, line by line, and lead to where their goals stand`() throws {
    let text = try RichText(
      "Se den här sidan och så den långa adressen till regionens webb, på flera rader."
    )
    .with("den långa adressen till regionens webb, på flera", .address("www.example.org/a b"))
    let blocks: [Block] = [.contents(Contents(title: RichText("Innehåll"), levels: 1))]
    let sample = try TaggedSample(
      blocks + [.heading(1, "Kapitel", id: "kapitel", breaksPage: true), .paragraph(text)])
    let opened = try OpenedFile(try sample.written())
    let links = opened.ofType("Annot")
    let boxes = links.map { opened[$0, "Rect"]?.array?.compactMap(\.number) ?? [] }
    // The entry of the contents from its first letter to its number; the address on two lines.
    try #require(boxes.count == 3)
    #expect(boxes[0][0] == 50 && boxes[0][2] > 330 && boxes[0][2] <= 350)
    #expect(boxes[1][2] <= 350 && boxes[2][0] == 50 && boxes[2][3] < boxes[1][3])
    #expect(boxes.allSatisfy { (10...25).contains($0[3] - $0[1]) })
    let goal = try #require(opened[links[0], "Dest"]?.array)
    #expect(goal[0].reference?.number == opened.pages[1])
    // The heading's top is at 450 of 500; the goal is a little above it.
    #expect(goal[3].number == 456)
    let address = opened[links[1], "A"]?.dictionary?["URI"]?.text
    #expect(address == "https://www.example.org/a%20b")
  }

  @Test func `a link of two spans is one link, and the space after it is not in it`()
    throws
  {
    var text = RichText("Se regionens webb nu.")
    let target = RichText.Target.address("https://example.org")
    text.spans = [
      RichText.Span(start: 3, end: 13, target: target),
      RichText.Span(start: 13, end: 17, target: target),
    ]
    let sample = try TaggedSample([.paragraph(text)])
    let file = readPDF(
      try sample.written(), expecting: sample.pages.readingText(words: sample.words))
    #expect(file.findings == [])
    #expect(
      file.report.contains(
        """
          P "Se "
            Link "regionens webb"
              → https://example.org "regionens webb (https://example.org)"
            " nu."

        """), "\(file.report)")
  }

  @Test func `is no larger than untagged and twenty bytes an element`() throws {
    let blocks: [Block] = [
      .table(head: "Namn|Tal|Mått", rows: (1...400).map { "rad \($0)|\($0 * 7)|st" })
    ]
    let plain = try TaggedSample(blocks, marksLeaves: false)
    let written = try TaggedSample(blocks).written()
    let count = plain.pages.structure.elements.count
    #expect(written.count <= plain.painted.count + 20 * count)
  }

  @Test func `what stands off the page leaves the rest as it is`() throws {
    let sample = try TaggedSample(TaggedSample([.paragraph("Ett"), .paragraph("Två")])) { pages in
      let red = Colour(red: 200, green: 0, blue: 0)
      let far = Rect(x: .points(-90), y: .points(9), width: .points(20), height: .points(9))
      pages.pages[0].items.insert(PageItem(.fill(far, red), role: .artifact(.layout)), at: 1)
      guard case .run(var run) = pages.pages[0].items[0].mark else { return }
      run.origin.x = .points(-900)
      run.colour = red
      pages.pages[0].items.insert(PageItem(.run(run), role: .artifact(.header)), at: 2)
    }
    let file = readPDF(try sample.written())
    #expect(file.findings == [])
    #expect(file.text == "EttTvå")
  }

  @Test func `a table of a head alone has it for its body`() throws {
    let sample = try TaggedSample([.table(head: "A|B", rows: [])])
    let file = readPDF(try sample.written())
    #expect(file.findings == [])
    #expect(file.report.contains("  TBody\n      TR\n        TH scope=Column \"A\"\n"))
  }

  @Test func `refuses a file that is not of these pages`() throws {
    let one = try TaggedSample([.paragraph("Ett")])
    let two = try TaggedSample([.paragraph("Ett"), .heading(1, "Två", id: "två")])
    #expect(throws: PDFError.notThePages("page 1 parts from what was laid out at item 3")) {
      try writeTagged(
        one.pages, painted: two.painted, words: one.words,
        metrics: { one.fonts.metrics(of: $0) })
    }
  }

  @Test(arguments: [0, 100, 1000, 5000])
  func `refuses a painted file that is cut off`(count: Int) throws {
    let sample = try TaggedSample([.paragraph("Ett")])
    #expect(throws: PDFError.self) {
      try writeTagged(
        sample.pages, painted: Array(sample.painted.prefix(count)), words: sample.words,
        metrics: { sample.fonts.metrics(of: $0) })
    }
  }

  @Test func `the archive's profile holds files, each with what it is`() throws {
    let sample = try TaggedSample([.heading(1, "Ett", id: "ett")])
    let data = Attachment(
      name: "mätetal.csv", description: "Mätetalen i tabell 1", mediaType: "text/csv",
      relationship: .data, bytes: Array("namn;tal\n".utf8))
    let bytes = try sample.written(PDFOptions(profile: .archive, attachments: [data]))
    let file = readPDF(bytes)
    #expect(file.findings == [])
    #expect(file.report.contains("PDF/A-3a\n"))
    #expect(file.report.contains("attached mätetal.csv Data \"Mätetalen i tabell 1\"\n"))
  }

  @Test func `others' programs read it: qpdf finds no fault, poppler the text and the links`()
    throws
  {
    let bytes = try TaggedSample(try .everyKind(), notes: .everyNote).written()
    let (said, status) = try run("qpdf", ["--check", "FILE"], on: bytes)
    #expect(status == 0, "\(said)")
    let (info, _) = try run("pdfinfo", ["FILE"], on: bytes)
    #expect(info.contains(/Tagged: +yes/) && info.contains(/Title: +Årsplan \(utkast\) & <mål>/))
    let (addresses, _) = try run("pdfinfo", ["-url", "FILE"], on: bytes)
    #expect(addresses.contains("https://example.org/%C3%A5"))
    let (tree, _) = try run("pdfinfo", ["-struct-text", "FILE"], on: bytes)
    #expect(tree.contains("/Scope /Column") && tree.contains("\"Tabell ett\""))
  }
}

/// What a program prints about a file, and its exit code.
private func run(_ tool: String, _ arguments: [String], on pdf: [UInt8]) throws -> (String, Int32) {
  let file = FileManager.default.temporaryDirectory
    .appendingPathComponent("sats-pdf-\(UUID().uuidString).pdf")
  try Data(pdf).write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [tool] + arguments.map { $0 == "FILE" ? file.path : $0 }
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let output = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (String(decoding: output, as: UTF8.self), process.terminationStatus)
}

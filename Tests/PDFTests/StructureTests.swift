import Geometry
import Layout
import Manuscript
import Pages
import Testing
import Typography

@testable import PDF

struct StructureTests {
  /// What of a written file's description stands under its document element.
  private func tree(_ sample: TaggedSample) throws -> String {
    let file = readPDF(try sample.written())
    #expect(file.findings == [])
    let lines = file.report.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.drop { $0 != "Document" }.prefix { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Builds a tree by hand, each element with a word of its own on the page.
  private func sample(_ build: (inout Builder) -> Void) throws -> TaggedSample {
    try TaggedSample(TaggedSample([.paragraph("ord")])) { pages in
      guard let run = pages.pages[0].items.first(where: \.isContent) else { return }
      var builder = Builder(run: run)
      build(&builder)
      pages.structure = builder.structure
      pages.pages[0].items = builder.items
      pages.outline = []
    }
  }

  private struct Builder {
    let run: PageItem
    var structure = StructureTree()
    var items: [PageItem] = []

    /// Adds an element; with `says`, one that has a word on the page.
    mutating func add(
      _ kind: StructureTree.Kind, to parent: ElementID, says: Bool = false, columnSpan: Int = 1,
      headsRow: Bool = false, details: StructureTree.Details? = nil
    ) -> ElementID {
      let element = structure.add(
        kind, to: parent, columnSpan: columnSpan, headsRow: headsRow, details: details)
      if says { items.append(PageItem(run.mark, role: .content(element))) }
      return element
    }

    mutating func row(_ kinds: [StructureTree.Kind], to part: ElementID) -> [ElementID] {
      let row = add(.tableRow, to: part)
      return kinds.map { add($0, to: row, says: true) }
    }
  }

  @Test func `headings of a part have their sections inside it, and a new part ends them`() throws {
    let tree = try tree(
      try TaggedSample(TaggedSample([.heading(1, "Ett", id: "ett")])) { pages in
        guard let run = pages.pages[0].items.first(where: \.isContent) else { return }
        var builder = Builder(run: run)
        _ = builder.add(.heading1, to: builder.structure.root, says: true)
        for _ in 1...2 {
          let part = builder.add(.part, to: builder.structure.root)
          _ = builder.add(.heading1, to: part, says: true)
          _ = builder.add(.paragraph, to: part, says: true)
        }
        pages.structure = builder.structure
        pages.pages[0].items = builder.items
      })
    #expect(
      tree == """
        Document
          Sect
            H1 "Ett"
          Part
            Sect
              H1 "Ett"
              P "Ett"
          Part
            Sect
              H1 "Ett"
              P "Ett"
        """)
  }

  @Test func `a head inside a table's body heads what follows, and sums stand in a foot`() throws {
    let tree = try tree(
      try sample { builder in
        let table = builder.add(.table, to: builder.structure.root)
        let head = builder.add(.tableHead, to: table)
        _ = builder.row([.headerCell, .headerCell], to: head)
        let body = builder.add(.tableBody, to: table)
        _ = builder.row([.dataCell, .dataCell], to: body)
        _ = builder.row([.headerCell, .headerCell], to: body)
        _ = builder.row([.dataCell, .dataCell], to: body)
        let foot = builder.add(.tableFoot, to: table)
        _ = builder.row([.dataCell, .dataCell], to: foot)
      })
    #expect(
      tree == """
        Document
          Table
            THead
              TR
                TH #h0 scope=Column "ord"
                TH #h1 scope=Column "ord"
            TBody
              TR
                TD headers=h0 "ord"
                TD headers=h1 "ord"
              TR
                TH #h2 scope=Column "ord"
                TH #h3 scope=Column "ord"
              TR
                TD headers=h2 "ord"
                TD headers=h3 "ord"
            TFoot
              TR
                TD headers=h2 "ord"
                TD headers=h3 "ord"
        """)
  }

  @Test func `a cell that says its heads itself is believed`() throws {
    let tree = try tree(
      try sample { builder in
        let table = builder.add(.table, to: builder.structure.root)
        let heads = builder.row(
          [.headerCell, .headerCell], to: builder.add(.tableHead, to: table))
        let row = builder.add(.tableRow, to: builder.add(.tableBody, to: table))
        _ = builder.add(
          .headerCell, to: row, says: true, headsRow: true)
        _ = builder.add(.dataCell, to: row, says: true, details: .init(heads: [heads[0]]))
      })
    #expect(tree.contains("TD headers=h0 \"ord\""))
  }

  @Test func `notes are found by their numbers wherever they stand, and each leads back`() throws {
    let tree = try tree(
      try sample { builder in
        let root = builder.structure.root
        let text = builder.add(.paragraph, to: root)
        for number in [0, 1, 0] {
          let reference = builder.add(.reference, to: text)
          _ = builder.add(.link, to: reference, says: true, details: .init(target: .note(number)))
        }
        // The note of a table comes before the one at the page's foot.
        for number in [1, 0] {
          let note = builder.add(.note, to: root, details: .init(note: number))
          _ = builder.add(.label, to: note, says: true)
          _ = builder.add(.paragraph, to: note, says: true)
        }
      })
    #expect(tree.matches(of: /→ page 1 "Not ord: ord"/).count == 3)
    #expect(tree.matches(of: /→ page 1 "Tillbaka till hänvisningen till not ord"/).count == 2)
  }

  @Test func `what groups blocks is what it is in the file`() throws {
    let kinds: [StructureTree.Kind] = [.division, .blockQuote, .section]
    let tree = try tree(
      try sample { builder in
        for kind in kinds {
          let group = builder.add(kind, to: builder.structure.root)
          let paragraph = builder.add(.paragraph, to: group, says: true)
          _ = builder.add(.quote, to: paragraph, says: true)
        }
      })
    for kind in kinds {
      #expect(tree.contains("\n  \(kind.rawValue)\n    P \"ord\"\n      Quote \"ord\""))
    }
  }

  @Test(arguments: [
    (PageNumbering.figures, 12, "12"), (.lowerRoman, 14, "xiv"), (.upperRoman, 1999, "MCMXCIX"),
    (.lowerLetters, 2, "b"), (.upperLetters, 28, "BB"), (.none, 3, ""),
  ])
  func `a page's number is printed in its figures`(
    numbering: PageNumbering, number: Int, text: String
  ) {
    #expect(numbering.text(of: number) == text)
  }

  @Test func `page labels follow the printed numbers`() throws {
    let blocks: [Block] = (0..<7).flatMap { [Block.paragraph("sida \($0)"), .pageBreak] }
    let sample = try TaggedSample(TaggedSample(blocks.dropLast())) { pages in
      let labels: [(PageNumbering, Int, String)] = [
        (.none, 1, ""), (.lowerRoman, 2, ""), (.lowerRoman, 3, ""), (.figures, 1, ""),
        (.figures, 2, ""), (.figures, 1, "B"), (.figures, 2, "B"),
      ]
      for (index, label) in labels.enumerated() {
        (pages.pages[index].numbering, pages.pages[index].number) = (label.0, label.1)
        pages.pages[index].numberPrefix = label.2
      }
      #expect(pages.pages.map(\.label) == ["", "ii", "iii", "1", "2", "B1", "B2"])
    }
    let opened = try OpenedFile(try sample.written())
    let numbers = try #require(opened[opened.catalog, "PageLabels"]?.dictionary?["Nums"]?.array)
    var written = PDFBytes()
    written.add(.array(numbers))
    #expect(
      String(decoding: written.bytes, as: UTF8.self)
        == "[0 <<>> 1 <</S/r/St 2>> 3 <</S/D>> 5 <</S/D/P(B)>>]")
  }

  @Test func `furniture says what kind it is, and a background how large`() throws {
    let sample = try TaggedSample(TaggedSample([.paragraph("Ett")])) { pages in
      let band = Rect(x: .zero, y: .zero, width: .points(100), height: .points(40))
      for kind in Artifact.allCases {
        pages.pages[0].items.append(PageItem(.fill(band, .black), role: .artifact(kind)))
      }
    }
    let opened = try OpenedFile(try sample.written())
    let content = String(decoding: try #require(opened.streams[opened.content]), as: UTF8.self)
    for mark in [
      "/Pagination/Subtype/Header", "/Pagination/Subtype/Footer", "/Layout", "/Pagination",
      "/Pagination/Subtype/Watermark", "/Background/BBox[0 460 100 500]",
    ] { #expect(content.contains("/Artifact<</Type\(mark)>>BDC\n"), "\(mark)") }
  }
}

extension PageItem {
  /// Whether it is words of the document.
  fileprivate var isContent: Bool {
    if case .content = role, case .run = mark { true } else { false }
  }
}

import Markdown
import Testing

/// The places of all pieces of text, code and the like, as `line:column text`.
private func pieces(_ blocks: [MarkdownBlock]) -> [String] {
  blocks.flatMap { block -> [String] in
    switch block.kind {
    case .paragraph(let inlines), .heading(_, let inlines): pieces(inlines)
    case .list(_, _, let items): items.flatMap(pieces)
    case .quote(let inner), .footnote(_, let inner), .flattened(let inner): pieces(inner)
    case .table(let table):
      (table.head + table.rows.flatMap { $0 }).flatMap { pieces($0.content) }
    case .code(let text, _), .html(let text): ["\(block.place.line):\(block.place.column) \(text)"]
    case .lostFootnote(let label): ["\(block.place.line):\(block.place.column) [^\(label)]: lost"]
    case .thematicBreak, .overgrown: []
    }
  }
}

private func pieces(_ inlines: [MarkdownInline]) -> [String] {
  inlines.flatMap { inline -> [String] in
    let place = "\(inline.place.line):\(inline.place.column)"
    return switch inline.kind {
    case .text(let text), .code(let text), .html(let text): ["\(place) \(text)"]
    case .emphasis(let inner), .strong(let inner), .link(_, _, let inner): pieces(inner)
    case .image(_, _, let alternative): ["\(place) \(alternative)"]
    case .footnoteReference(let label): ["\(place) ^\(label)"]
    case .softBreak, .lineBreak: []
    }
  }
}

struct ParseMarkdownTests {
  @Test func `gives emphasis, strong text, code and links their places in code points`() {
    let text = "Målet är *nära* och **viktigt**: `kod` och [länken](#mål).\nNästa \u{1F600} *rad*"
    #expect(
      pieces(parseMarkdown(text)) == [
        "1:1 Målet är ", "1:11 nära", "1:16  och ", "1:23 viktigt", "1:32 : ", "1:35 kod",
        "1:39  och ", "1:45 länken", "1:58 .", "2:1 Nästa \u{1F600} ", "2:10 rad",
      ])
  }

  @Test func `places point at the characters they give, through quotes, items, cells and escapes`()
  {
    let text = """
      > citat **a**
      > rad två *b*
      lat rad `kod`

      - punkt ett
        fortsätter *här* med \\* stjärna &amp; mer
          1. under **x** och [en
             länk](http://a.se) till

      | A | B \\| c *d* |
      |---|:-:|
      | *x* | å **y** [l](u) |

      Rubrik *ett*
      ---

      Not[^n] och www.ex.se, x@y.se och <http://x.y> slut.

      [^n]: Noten *här*.
      """
    let bytes = Array(text.utf8)
    var compared = 0
    func check(_ inlines: [MarkdownInline]) {
      for inline in inlines {
        switch inline.kind {
        case .text(let text), .code(let text):
          // What stands for a character of another form cannot be compared.
          guard text != "&" else { continue }
          let offset = inline.place.offset
          #expect(String(decoding: bytes[offset...].prefix(text.utf8.count), as: UTF8.self) == text)
          compared += 1
        case .emphasis(let inner), .strong(let inner), .link(_, _, let inner): check(inner)
        default: break
        }
      }
    }
    func check(_ blocks: [MarkdownBlock]) {
      for block in blocks {
        switch block.kind {
        case .paragraph(let inlines), .heading(_, let inlines): check(inlines)
        case .list(_, _, let items): items.forEach(check)
        case .quote(let inner), .footnote(_, let inner): check(inner)
        case .table(let table):
          for cell in table.head + table.rows.flatMap({ $0 }) { check(cell.content) }
        default: break
        }
      }
    }
    check(parseMarkdown(text))
    #expect(compared == 40)
  }

  @Test func `knows every kind of block`() throws {
    let text = """
      ## Rubrik

      3. tre
      4. fyra

      * punkt

      | Mått | Mål |
      |:-----|----:|
      | a    |

      > citat

      ***

      ```swift
      let a = 1
      ```

      <div>rått</div>
      """
    let kinds = parseMarkdown(text).map(\.kind)
    try #require(kinds.count == 8)
    guard case .heading(2, _) = kinds[0], case .list(3, true, let items) = kinds[1],
      case .list(nil, true, _) = kinds[2], case .table(let table) = kinds[3],
      case .quote = kinds[4], case .thematicBreak = kinds[5]
    else {
      Issue.record("other blocks: \(kinds)")
      return
    }
    #expect(items.count == 2)
    #expect(table.alignments == [.left, .right])
    #expect(table.rows.map(\.count) == [2])
    #expect(kinds[6] == .code("let a = 1\n", language: "swift"))
    #expect(kinds[7] == .html("<div>rått</div>\n"))
  }

  @Test func `keeps footnotes that nothing refers to, under the label that was written`() {
    let text = "Först[^två] sedan[^ett].\n\n[^ett]: Ett.\n[^två]: Två.\n[^tre]: Tre."
    let labels = parseMarkdown(text).compactMap { block -> String? in
      if case .footnote(let label, _) = block.kind { label } else { nil }
    }
    #expect(labels == ["två", "ett", "tre"])
    #expect(pieces(parseMarkdown(text)).contains("1:6 ^två"))
  }

  @Test func `tells of a footnote whose label another has, and not of what only looks like one`() {
    let text = """
      A[^1] och[^B].

      [^1]: ett
      > [^1]: citerad
      [^B]: B

      ```
      [^1]: kod
      ```

      [^b]:
          senare
      [^2]: två
      """
    let lost = pieces(parseMarkdown(text)).filter { $0.hasSuffix("lost") }
    #expect(lost == ["4:3 [^1]: lost", "11:1 [^b]: lost"])
  }

  @Test func `tells where a table's row has more cells than the table has columns`() {
    let text = """
      > | a | b |
      > |---|---|
      > | 1 | 2 | 3 |
      > | 1 | 2 | |
      > | 1 \\| 1 | 2
      > å | 2 | `3`

      a | b
      --|--
      1 | 2 || 4
      | | 2 | x | y |
      || 2 | z
      """
    let places = parseMarkdown(text).flatMap { block -> [MarkdownPlace] in
      switch block.kind {
      case .table(let table): return table.surplus
      case .quote(let inner):
        return inner.flatMap { block -> [MarkdownPlace] in
          if case .table(let table) = block.kind { table.surplus } else { [] }
        }
      default: return []
      }
    }
    #expect(places.map { "\($0.line):\($0.column)" } == ["3:13", "6:11", "10:10", "11:9", "12:8"])
  }

  @Test func `does not read a text whose links by name would fill the memory`() {
    let definition = "[a]: " + String(repeating: "x", count: 50_000)
    let links = String(repeating: "[a] ", count: 20_000)
    #expect(parseMarkdown("\(definition)\n\n\(links)").map(\.kind) == [.overgrown])
    let few = parseMarkdown(
      "\(definition)\n\n[a] [a]\n\n" + String(repeating: "- x\n", count: 9000))
    #expect(!few.map(\.kind).contains(.overgrown))
  }

  @Test func `leaves quotation marks, dashes and tildes as they were written`() {
    let text = "\"Ja\" -- sade 'han' ... ~~nej~~ *x*"
    #expect(pieces(parseMarkdown(text)).first == "1:1 \"Ja\" -- sade 'han' ... ~~nej~~ ")
  }

  @Test(arguments: [
    String(repeating: "> ", count: 50_000) + "djupt",
    String(repeating: "- ", count: 20_000) + "djupt",
    String(repeating: "*a **b ", count: 10_000) + "djupt"
      + String(repeating: "** c*", count: 10_000),
    String(repeating: "![", count: 20_000) + "djupt" + String(repeating: "](x)", count: 20_000),
  ])
  func `keeps the words of what is nested too deeply`(text: String) {
    let blocks = parseMarkdown(text)
    #expect(pieces(blocks).contains { $0.contains("djupt") })
  }

  @Test func `does not let a wide table's empty cells multiply`() {
    let bars = String(repeating: "x|", count: 2000)
    let text = bars + "\n" + String(repeating: "-|", count: 2000) + "\n" + "a|\n"
    #expect(
      !parseMarkdown(text).contains { if case .table = $0.kind { true } else { false } })
  }

  @Test func `takes empty texts, zero bytes and lone line ends`() {
    #expect(parseMarkdown("").isEmpty)
    #expect(parseMarkdown(" \n\r\n \r").isEmpty)
    #expect(pieces(parseMarkdown("a\0b")) == ["1:1 a\u{FFFD}b"])
  }
}

public import Manuscript
public import Pages

/// The text that a document must put on paper, in reading order: what the structure tree, read from
/// its root, has to say.
public struct ExpectedText {
  private let document: Document
  private let destinations: [String: PageSet.Destination]
  private let labels: [String]
  private var notesSet: Set<Int> = []
  /// The notes called so far, in the order of the calls.
  private var calls: [Int] = []
  private var pieces: [String] = []

  /// The expectation for a document whose blocks have come to stand on these pages.
  public init(document: Document, pages: PageSet) {
    self.document = document
    destinations = pages.destinations
    labels = pages.pages.map(\.label)
  }

  /// The text without any white space.
  public mutating func text() -> String {
    for block in document.blocks { add(block) }
    for note in document.notes.indices { add(note: note) }
    return pieces.joined().filter { !$0.isWhitespace }
  }

  /// A block, and after it the notes at the foot of pages that it is the first to call.
  private mutating func add(_ block: Block) {
    let first = calls.count
    set(block)
    guard document.notePlacement == .foot else { return }
    var index = first
    while index < calls.count {
      add(note: calls[index])
      index += 1
    }
  }

  private var notesUnderTables: Set<Int> {
    var notes: Set<Int> = []
    for block in document.blocks {
      block.walk { if case .table(let table) = $0 { notes.formUnion(table.notes) } }
    }
    return notes
  }

  private mutating func add(note: Int) {
    guard !notesUnderTables.contains(note), notesSet.insert(note).inserted else { return }
    pieces.append(document.notes[note].mark)
    pieces.append(printed(document.notes[note].text))
  }

  private mutating func set(_ block: Block) {
    switch block {
    case .heading(let heading): pieces += [heading.number, printed(heading.text)]
    case .paragraph(let paragraph): pieces.append(printed(paragraph.text))
    case .list(let list):
      for (index, item) in list.items.enumerated() {
        switch list.marking {
        case .bullets: pieces.append("•")
        case .numbers(let first): pieces.append("\(first + index).")
        }
        for block in item {
          switch block {
          // Notes that a list calls follow it as a whole.
          case .paragraph, .list: set(block)
          default: add(block)
          }
        }
      }
    case .table(let table):
      if let label = table.label {
        pieces.append(printed(label) + (table.caption == nil ? "" : "."))
      }
      if let caption = table.caption { pieces.append(printed(caption)) }
      for row in table.head + table.rows {
        for cell in row.cells {
          pieces += cell.badges.map { printed($0.text) }
          switch cell.content {
          case .text(let text): pieces.append(printed(text))
          case .blocks(let blocks): for block in blocks { set(block) }
          }
        }
      }
      for note in table.notes {
        pieces += [document.notes[note].mark, printed(document.notes[note].text)]
      }
      for text in table.legend { pieces.append(printed(text)) }
    case .keyValues(let pairs):
      for pair in pairs.pairs { pieces += [printed(pair.key), printed(pair.value)] }
    case .contents(let contents):
      pieces.append(printed(contents.title))
      guard contents.kind == .headings else { return addList(of: contents.kind) }
      for heading in document.headings
      where heading.isListed && heading.level <= contents.levels {
        let page = destinations[heading.id].map { labels[$0.page] } ?? "?"
        pieces += [heading.number, heading.text.text, page]
      }
    case .cover(let cover): pieces += cover.parts.map { printed($0.text) }
    case .notes:
      for note in document.notes.indices where calls.contains(note) { add(note: note) }
    case .figure(let figure):
      for text in [figure.label, figure.caption, figure.credit].compactMap(\.self) {
        pieces.append(printed(text))
      }
    case .panel(let panel):
      if let title = panel.title { pieces.append(printed(title)) }
      for block in panel.blocks { add(block) }
    case .quotation(let quotation):
      for block in quotation.blocks { add(block) }
      if let source = quotation.source { pieces.append(printed(source)) }
    case .signatures(let signatures):
      for place in signatures.places {
        pieces += [printed(place.role), printed(place.name), printed(place.text)]
      }
    case .miniature(let miniature): for block in miniature.blocks + miniature.below { add(block) }
    case .part(let part): for block in part.blocks { add(block) }
    case .columns(let columns): for block in columns.blocks { add(block) }
    case .landscape(let blocks): for block in blocks { add(block) }
    case .pageBreak, .fill: break
    }
  }

  /// The entries of a list of tables or figures.
  private mutating func addList(of kind: Contents.Kind) {
    for block in document.blocks {
      block.walk { block in
        switch block {
        case .table(let table) where kind == .tables: add(table.label, table.caption, table.id)
        case .figure(let figure) where kind == .figures:
          add(figure.label, figure.caption, figure.id)
        default: break
        }
      }
    }
    func add(_ label: RichText?, _ caption: RichText?, _ id: String) {
      guard let caption, let page = destinations[id]?.page else { return }
      pieces += [label?.text ?? "", caption.text, labels[page]]
    }
  }

  /// A text with its page references replaced by the numbers found.
  private mutating func printed(_ text: RichText) -> String {
    for case .note(let note) in text.spans.map(\.target) { calls.append(note) }
    var bytes = Array(text.text.utf8)
    for span in text.spans.reversed() {
      guard case .page(let id) = span.target, let found = destinations[id] else { continue }
      bytes.replaceSubrange(span.start..<span.end, with: labels[found.page].utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

/// Stacks the blocks of a manuscript into a galley.
///
/// Space between two blocks is the larger of what the one wants below and the other above; a block
/// that keeps with the next forbids the page to end between them.
struct GalleyComposer {
  let typesetter: Typesetter
  let manuscript: Document
  /// The documents that pages are shown of, by their kinds.
  let shown: [String: PageSet]
  /// The notes that stand under a table.
  let notesUnderTables: Set<Int>
  var galley = Galley()

  /// What the block before wants below it.
  var spaceAfter: Length = .zero
  /// What kinds of space stand below the block before and above the next one, by which the space
  /// between them may grow.
  var spaceKinds: [PagingStyle.Space] = []
  /// Whether the next box may begin a page.
  var nextBreak: PageBreak = .allowed
  /// The ids of blocks that begin with the next box.
  var anchors: [String] = []
  /// The notes that have been set, and those that texts have called.
  var notesSet: Set<Int> = []
  var notesCalled: Set<Int> = []
  /// The columns that what is appended stands in, as an index into `Galley.columnSets`; −1 for none.
  var columnSet = -1
  /// Whether what is appended stands on pages turned on their side.
  var isTurned = false
  /// The run of pages that what is appended stands on, as an index into `Galley.runs`.
  var currentRun = 0
  /// Whether the next box begins a right-hand page.
  var opensRecto = false
  /// The panel that what is appended stands in, as an index into `Galley.panels`; −1 for none.
  var panel = -1
  /// The room inside the panel that what is appended stands in; nil for no panel.
  var inside: (x: Length, width: Length)?

  init(typesetter: Typesetter, manuscript: Document, shown: [String: PageSet]) {
    self.shown = shown
    self.typesetter = typesetter
    self.manuscript = manuscript
    notesUnderTables = Self.notesUnderTables(of: manuscript)
  }

  /// Composes the whole manuscript.
  mutating func compose() -> Galley {
    // As in `LineStore`: room for a hundred pages.
    galley.boxes.reserveCapacity(1 << 14)
    openRuns()
    galley.logotype = manuscript.pictures[Document.logotype]?.picture
    add(manuscript.blocks, in: typesetter.structure.root)
    addRemainingNotes(in: typesetter.structure.root)
    return galley
  }

  /// Adds a block below the last one.
  mutating func add(_ block: Block, in parent: ElementID) {
    let kind = block.spaceKind
    if let kind { spaceKinds.append(kind) }
    let first = galley.boxes.count
    compose(block, in: parent)
    addFootnotes(calledFrom: first, in: parent)
    // A heading stays near what it heads.
    spaceKinds = kind.map { $0 == .heading ? [] : [$0] } ?? []
  }

  private mutating func compose(_ block: Block, in parent: ElementID) {
    switch block {
    case .heading(let heading): add(heading, in: parent)
    case .paragraph(let paragraph):
      let element = typesetter.structure.add(.paragraph, to: parent)
      add(paragraph.text, styleName: paragraph.style, element: element)
    case .list(let list): add(list, in: parent)
    case .table(let table): add(table, in: parent)
    case .keyValues(let pairs): add(pairs.table, in: parent)
    case .contents(let contents): add(contents, in: parent)
    case .cover(let cover): add(cover, in: parent)
    case .notes(let style): addNotes(style: style, in: parent)
    case .figure(let figure): add(figure, in: parent)
    case .panel(let panel): add(panel, in: parent)
    case .quotation(let quotation): add(quotation, in: parent)
    case .signatures(let signatures): add(signatures, in: parent)
    case .miniature(let miniature): add(miniature, in: parent)
    case .part(let part): add(part, in: parent)
    case .columns(let columns): add(columns, in: parent)
    case .landscape(let blocks):
      // Here the writer has said where the turned pages begin.
      onTurnedPages(with: false) { composer in
        composer.add(blocks, in: parent)
      }
    case .pageBreak: nextBreak = .forced
    case .fill: append(GalleyBox(content: .fill, height: .zero))
    }
  }

  // MARK: Boxes

  /// Puts a box under the last one, with the space and the page break that stand between them.
  mutating func append(_ box: GalleyBox, spaceBefore: Length = .zero) {
    var box = box
    box.spaceBefore = max(spaceAfter, spaceBefore)
    spaceAfter = .zero
    let limits = typesetter.sheet.paging.stretch
    if box.spaceBefore > .zero {
      for kind in spaceKinds { box.stretch = max(box.stretch, limits[kind] ?? .zero) }
    }
    spaceKinds.removeAll(keepingCapacity: true)
    if nextBreak == .forced || box.breakBefore != .forced && nextBreak == .forbidden {
      box.breakBefore = nextBreak
    } else if nextBreak == .discouraged, box.breakBefore == .allowed {
      box.breakBefore = nextBreak
    }
    nextBreak = .allowed
    box.isTurned = isTurned
    box.anchors = anchors
    anchors = []
    box.panel = panel
    box.columnSet = columnSet
    // Columns side by side do not grow: their lines would part.
    if columnSet >= 0, galley.boxes.last?.columnSet == columnSet { box.stretch = .zero }
    box.notes = noteCalls(of: box)
    box.opensRecto = opensRecto
    opensRecto = false
    box.endsInHyphen = typesetter.endsInHyphen(box)
    galley.boxes.append(box)
  }

  /// Composes what stands on pages turned on their side; the pages around it are upright, but for
  /// what leads up to it.
  ///
  /// What `geometry` and `area(of:)` say is so for the turned pages meanwhile.
  ///
  /// - Parameters:
  ///   - ingress: Whether a short text before it is turned with it, too.
  ///   - compose: What composes it.
  mutating func onTurnedPages(with ingress: Bool, _ compose: (inout Self) -> Void) {
    let outer = isTurned
    if !outer { turnLead(with: ingress) }
    isTurned = true
    compose(&self)
    isTurned = outer
  }

  /// The page that what is appended stands on.
  var geometry: PageGeometry {
    isTurned ? typesetter.sheet.page.turned : typesetter.sheet.page
  }

  /// The text area's part that a style is set over: from its left edge, and how wide.
  ///
  /// In a panel all styles are set over what is inside its padding.
  func area(of span: ParagraphStyle.Span) -> (x: Length, width: Length) {
    if let inside { return inside }
    let page = geometry
    let textArea = page.textArea
    switch span {
    case .column: return (.zero, page.column)
    case .full: return (.zero, textArea.size.width)
    case .margin:
      let x = page.column + page.gutter
      return (x, max(textArea.size.width - x, .zero))
    }
  }
}

extension Block {
  /// The kind of space above and below it.
  fileprivate var spaceKind: PagingStyle.Space? {
    switch self {
    case .heading: .heading
    case .paragraph: .paragraph
    case .list: .list
    case .table, .keyValues: .table
    case .quotation: .paragraph
    case .figure, .panel, .signatures, .miniature: .figure
    case .contents, .cover, .notes, .part, .columns, .landscape, .pageBreak, .fill: nil
    }
  }
}

extension Typesetter {
  /// Whether the last word of a box goes on in the next box.
  fileprivate func endsInHyphen(_ box: GalleyBox) -> Bool {
    switch box.content {
    case .line(let line): store.lines[line.line].endsInHyphen
    case .lines(let lines): lines.last.map { store.lines[$0.line].endsInHyphen } ?? false
    case .band, .contentsEnd, .picture, .fill, .space, .cover: false
    }
  }
}

import Deflate
import Geometry
import Pages
import Typography

/// A file being written.
struct TaggedWriter: ~Copyable {
  let pages: PageSet
  let options: PDFOptions
  let measure: RunMeasure
  let source: CairoFile
  var pile: ObjectPile
  private var inflater: Inflater

  var tree: TagTree
  var links: LinkGatherer
  private var rewriter = ContentRewriter()
  /// The new numbers of Cairo's objects that have been met; 0 for none.
  private(set) var renumbered: [Int]
  /// Objects met that are still to be written.
  private var waiting: [Int] = []
  let pageTree: Int
  let firstPage: Int
  /// Of each page, the nodes that own its marks.
  private(set) var owners: [[Int32]] = []
  private let hasFigures: Bool
  private(set) var figures: [Int32: (box: Rect, pageHeight: Length)] = [:]
  private var inflated: [UInt8] = []
  /// The pages' entries that are taken over, and their contents' numbers.
  ///
  /// The pages themselves are written when their annotations are known.
  private(set) var pageEntries: [(entries: PDFDictionary, content: Int)] = []

  init(
    _ pages: PageSet, painted: [UInt8], words: WordTable,
    metrics: @escaping (FontID) -> FontMetrics, options: PDFOptions
  ) throws(PDFError) {
    let source = try CairoFile(painted)
    var pile = try ObjectPile(level: options.compression)
    do {
      inflater = try Inflater()
    } catch {
      throw .noMemory
    }
    let measure = RunMeasure(words: words, metrics: metrics)
    var tree = TagTree(pages.structure)
    links = LinkGatherer(pages.structure, tree: &tree, measure: measure)
    renumbered = Array(repeating: 0, count: source.objectCount)
    pageTree = pile.reserve()
    firstPage = pile.reserve(pages.pages.count)
    hasFigures = pages.structure.elements.contains { $0.kind == .figure }
    self.pages = pages
    self.options = options
    self.measure = measure
    self.source = source
    self.tree = tree
    self.pile = pile
  }

  // MARK: Pages

  /// Writes the pages and all that they show.
  mutating func writePages() throws(PDFError) {
    let painted = try source.pages()
    guard painted.count == pages.pages.count else {
      throw .notThePages("\(painted.count) pages are painted, not \(pages.pages.count)")
    }
    owners.reserveCapacity(painted.count)
    for (index, number) in painted.enumerated() { try write(page: index, from: number) }
    for (index, page) in pages.pages.enumerated() { links.gather(page, index: index) }
    try writeWaiting()
    links.resolve(pages.destinations, tree: &tree)
  }

  private mutating func write(page index: Int, from number: Int) throws(PDFError) {
    guard var entries = try source.object(number).value.dictionary,
      let content = entries["Contents"]?.reference
    else { throw .unknownForm("page \(index + 1) has no content") }
    let object = try source.object(content.number)
    guard let stream = object.stream, object.value.dictionary?["Filter"]?.name == "FlateDecode"
    else { throw .unknownForm("page \(index + 1) is not compressed") }
    do {
      try inflater.restore(source.bytes, stream, into: &inflated)
    } catch {
      throw .damaged("the content of page \(index + 1)")
    }
    let page = pages.pages[index]
    try rewriter.rewrite(inflated, of: page, index: index)
    var nodes: [Int32] = []
    nodes.reserveCapacity(rewriter.owners.count)
    for (mark, element) in rewriter.owners.enumerated() {
      let node = links.node(of: element)
      tree.addPiece(page: index, mark: mark, to: node)
      nodes.append(node)
    }
    owners.append(nodes)
    gatherFigures(of: page)
    let contentNumber = pile.reserve()
    pile.addCompressedStream(contentNumber, rewriter.output.bytes) { _ in }
    for key in ["Type", "Parent", "Contents", "StructParents", "Annots"] { entries[key] = nil }
    pageEntries.append((entries, contentNumber))
  }

  /// Finds the boxes of figures; a figure's own is that on its first page.
  private mutating func gatherFigures(of page: Page) {
    guard hasFigures else { return }
    let before = figures
    for item in page.items {
      guard case .content(let element) = item.role,
        pages.structure[element].kind == .figure, before[element.index] == nil
      else { continue }
      let box: Rect?
      switch item.mark {
      case .fill(let rect, _), .roundedFill(let rect, _, _): box = rect
      case .polygon(let corners, _): box = Rect(around: corners)
      case .stroke(let stroke): box = stroke.box
      case .run(let run): box = measure.box(of: run, on: page)
      case .picture(let placed): box = placed.frame
      }
      guard let box else { continue }
      let known = figures[element.index]?.box
      figures[element.index] = (known?.joined(with: box) ?? box, page.size.height)
    }
  }

  /// The new number of one of Cairo's objects, which will be written if it has not been.
  private mutating func number(of old: Int) -> Int {
    guard renumbered.indices.contains(old) else { return 0 }
    if renumbered[old] == 0 {
      renumbered[old] = pile.reserve()
      waiting.append(old)
    }
    return renumbered[old]
  }

  /// Notes the objects that a value refers to.
  private mutating func meet(_ object: PDFObject) {
    switch object {
    case .reference(let reference): _ = number(of: reference.number)
    case .array(let elements): for element in elements { meet(element) }
    case .dictionary(let dictionary): for entry in dictionary.entries { meet(entry.value) }
    default: break
    }
  }

  private mutating func writeWaiting() throws(PDFError) {
    for page in pageEntries { meet(.dictionary(page.entries)) }
    var next = 0
    while next < waiting.count {
      let old = waiting[next]
      next += 1
      let object = try source.object(old)
      var value = object.value
      if case .dictionary(var entries) = value {
        entries["Length"] = nil
        // Cairo leaves out that glyphs have their own numbers, and smooths enlarged pictures.
        if entries["Subtype"]?.name == "CIDFontType2", entries["CIDToGIDMap"] == nil {
          entries["CIDToGIDMap"] = .name("Identity")
        }
        if entries["Interpolate"] == .boolean(true) { entries["Interpolate"] = nil }
        value = .dictionary(entries)
      }
      meet(value)
      let numbers = renumbered
      if let stream = object.stream, case .dictionary(let entries) = value {
        pile.addStream(renumbered[old], source.bytes[stream]) { out in
          for entry in entries.entries {
            out.add(name: entry.key)
            out.add(byte: 0x20)
            out.add(entry.value) { numbers[$0] }
          }
        }
      } else {
        pile.add(renumbered[old]) { out in out.add(value) { numbers[$0] } }
      }
    }
  }
}

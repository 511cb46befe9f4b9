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
  private(set) var figures: [Int32: (box: Rect, page: Int)] = [:]
  /// The lists by the label of their first entry.
  private let listOfLabel: [Int32: Int32]
  /// The kind of mark that each list has.
  private(set) var numberings: [Int32: ListNumbering] = [:]
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
    listOfLabel = Self.listsByLabel(pages.structure)
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
    for (index, entries) in painted.enumerated() { try write(page: index, entries) }
    try writeWaiting()
    links.resolve(pages.destinations, tree: &tree)
  }

  private mutating func write(page index: Int, _ entries: PDFDictionary) throws(PDFError) {
    var entries = entries
    guard let content = entries["Contents"]?.reference else {
      throw .unknownForm("page \(index + 1) has no content")
    }
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
    nodes.reserveCapacity(rewriter.leaves.count)
    for (mark, leaf) in rewriter.leaves.enumerated() {
      let node = links.node(of: leaf.element)
      tree.addPiece(page: index, mark: mark, to: node)
      nodes.append(node)
      links.gather(leaf, of: page, index: index)
      switch tree[leaf.element.index].kind {
      case .figure: gatherFigure(leaf, of: page, index: index)
      case .label: gatherMark(leaf, of: page)
      default: break
      }
    }
    owners.append(nodes)
    let contentNumber = pile.reserve()
    pile.addCompressedStream(contentNumber, rewriter.output) { _ in }
    for key in ["Type", "Parent", "Contents", "StructParents", "Annots"] { entries[key] = nil }
    pageEntries.append((entries, contentNumber))
  }

  /// Finds the box of a figure, which is that on its first page.
  private mutating func gatherFigure(_ leaf: ContentRewriter.Leaf, of page: Page, index: Int) {
    let known = figures[leaf.element.index]
    if let known, known.page != index { return }
    var box = known?.box
    for item in page.items[leaf.items] {
      let part: Rect?
      switch item.mark {
      case .fill(let rect, _), .roundedFill(let rect, _, _): part = rect
      case .polygon(let corners, _): part = Rect(around: corners)
      case .stroke(let stroke): part = stroke.box
      case .run(let run), .turned(let run, _): part = measure.box(of: run, on: page)
      case .picture(let placed): part = placed.frame
      }
      if let part { box = box?.joined(with: part) ?? part }
    }
    if let box { figures[leaf.element.index] = (box, index) }
  }

  /// Finds the marks of lists, as the first mark of each on the pages is.
  private mutating func gatherMark(_ leaf: ContentRewriter.Leaf, of page: Page) {
    guard let list = listOfLabel[leaf.element.index] else { return }
    for item in page.items[leaf.items] {
      guard case .run(let run) = item.mark, let word = page.words[run.words].first else { continue }
      numberings[list] = ListNumbering(mark: measure.words.string(of: word.word))
    }
  }

  private static func listsByLabel(_ structure: StructureTree) -> [Int32: Int32] {
    let elements = structure.elements
    var lists: [Int32: Int32] = [:]
    for index in elements.indices where elements[index].kind == .list {
      guard let entry = elements[index].children.first,
        let label = elements[Int(entry.index)].children.first
      else { continue }
      lists[label.index] = Int32(index)
    }
    return lists
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
        pile.addStream(numbers[old], Array(source.bytes[stream])) { out in
          for entry in entries.entries {
            out.add(name: entry.key)
            out.add(byte: 0x20)
            out.add(entry.value, renumbered: numbers)
          }
        }
      } else {
        pile.add(numbers[old]) { $0.add(value, renumbered: numbers) }
      }
    }
  }
}

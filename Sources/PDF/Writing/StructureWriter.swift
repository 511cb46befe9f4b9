import Geometry
import Pages

/// Writes the structure tree: its elements, the way back to them from the marks on the pages (the
/// parent tree), and the names that elements are called by.
struct StructureWriter: ~Copyable {
  /// A part of a link that can be touched: its annotation, which the link's element owns.
  struct Annotation {
    var object: Int
    var page: Int
  }

  let tree: TagTree
  let structure: StructureTree
  let order: [Int32]
  let heads: TableHeads
  /// The object numbers of the pages.
  let pages: [Int]
  /// The annotations of link elements.
  let annotations: [Int32: [Annotation]]
  /// The boxes of figures on their first pages, by their index.
  let figures: [Int32: (box: Rect, page: Int)]
  /// The heights of the pages.
  let pageHeights: [Length]
  /// The kind of mark that each list has.
  let numberings: [Int32: ListNumbering]
  /// The document's notes in order, whose names are their places.
  let notes: [Int32]
  /// The value of the first digit of a name: names have digits enough for all, so that names in order
  /// are in alphabetical order too.
  let nameUnit: Int
  /// The document's elements, read out once.
  let elements: [StructureTree.Element]
  private let root: Int

  /// How the last leaf began, up to its mark's number: the cells of a row begin alike.
  private var leafStart = PDFBytes()
  private var leafStartKey: (kind: StructureTree.Kind, parent: Int32, page: Int32)?
  /// The attributes that many cells have.
  var shared = SharedAttributes()

  init(
    tree: TagTree, structure: StructureTree, order: [Int32], heads: TableHeads, pages: [Int],
    annotations: [Int32: [Annotation]], figures: [Int32: (box: Rect, page: Int)],
    pageHeights: [Length], numberings: [Int32: ListNumbering], root: Int
  ) {
    self.tree = tree
    self.structure = structure
    self.order = order
    self.heads = heads
    self.pages = pages
    self.annotations = annotations
    self.figures = figures
    self.pageHeights = pageHeights
    self.numberings = numberings
    self.root = root
    notes = order.filter { tree[$0].kind == .note }
    elements = structure.elements
    var unit = 1
    while unit * 10 <= max(heads.named.count, notes.count) { unit *= 10 }
    nameUnit = unit
  }

  // MARK: Elements

  /// Writes all elements.
  mutating func writeElements(to pile: inout ObjectPile) {
    var children: [Int32] = []
    var note = 0
    for node in order {
      let element = tree[node]
      let attributes = writeSharedAttributes(of: node, element.kind, to: &pile)
      if !children.isEmpty { children.removeAll(keepingCapacity: true) }
      if element.firstChild >= 0 {
        tree.forEachChild(of: node) { child in
          if tree[child].number > 0 { children.append(child) }
        }
      }
      pile.add(element.number) { out in
        if isLeaf(element) {
          let piece = tree.pieces[Int(element.firstPiece)]
          addLeafStart(of: node, element, page: piece.page, to: &out)
          out.add(Int(piece.mark))
        } else {
          addStart(of: node, element, to: &out)
          addContent(of: node, element, children: children, to: &out)
        }
        if let attributes {
          out.add(Self.attributes)
          out.add(reference: attributes)
        } else {
          addAttributes(of: node, to: &out)
        }
        addDetails(of: node, to: &out)
        if let name = heads.name(of: node) {
          out.add(Self.name)
          addName(UInt8(ascii: "h"), name, &out)
          out.add(byte: UInt8(ascii: ")"))
        } else if element.kind == .note {
          out.add(Self.name)
          addName(UInt8(ascii: "n"), note, &out)
          out.add(byte: UInt8(ascii: ")"))
          note += 1
        }
        out.add(Self.end)
      }
    }
  }

  /// Whether an element holds one piece of a page and nothing else, as most do.
  private func isLeaf(_ element: TagTree.Node) -> Bool {
    element.firstPiece >= 0 && element.firstPiece == element.lastPiece && element.firstChild < 0
      && element.kind != .link
  }

  private func addStart(of node: Int32, _ element: TagTree.Node, to out: inout PDFBytes) {
    out.add(Self.kind)
    out.add(verbatim: element.kind.rawValue)
    out.add(Self.parent)
    out.add(reference: node == TagTree.root ? root : tree[element.parent].number)
  }

  private mutating func addLeafStart(
    of node: Int32, _ element: TagTree.Node, page: Int32, to out: inout PDFBytes
  ) {
    if let key = leafStartKey, key == (element.kind, element.parent, page) {
      out.add(leafStart)
      return
    }
    leafStartKey = (element.kind, element.parent, page)
    let start = out.count
    addStart(of: node, element, to: &out)
    out.add(Self.page)
    out.add(reference: pages[Int(page)])
    out.add(Self.mark)
    leafStart.removeAll()
    leafStart.add(out, from: start)
  }

  private static let kind: StaticString = "<</S/"
  private static let parent: StaticString = "/P "
  static let end: StaticString = ">>"
  private static let name: StaticString = "/ID("
  private static let page: StaticString = "/Pg "
  private static let kidsOpen: StaticString = "/K["
  private static let mark: StaticString = "/K "
  private static let markOnPage: StaticString = "<</Type/MCR/Pg "
  private static let markNumber: StaticString = "/MCID "
  private static let annotation: StaticString = "<</Type/OBJR/Pg "
  private static let annotationObject: StaticString = "/Obj "

  /// Writes what an element holds in reading order: its own pieces where they were painted, its
  /// children in the tree's order, its annotations last.
  private func addContent(
    of node: Int32, _ element: TagTree.Node, children: [Int32], to out: inout PDFBytes
  ) {
    let owned = element.kind == .link ? annotations[node] ?? [] : []
    guard element.firstPiece >= 0 || !children.isEmpty || !owned.isEmpty else { return }
    var page: Int32 = -1
    if element.firstPiece >= 0 {
      page = tree.pieces[Int(element.firstPiece)].page
      out.add(Self.page)
      out.add(reference: pages[Int(page)])
    }
    if children.isEmpty, owned.isEmpty, element.firstPiece == element.lastPiece {
      out.add(Self.mark)
      out.add(Int(tree.pieces[Int(element.firstPiece)].mark))
      return
    }
    if element.firstPiece < 0, children.count == 1, owned.isEmpty {
      out.add(Self.mark)
      out.add(reference: tree[children[0]].number)
      return
    }
    out.add(Self.kidsOpen)
    let start = out.count
    func separate() { if out.count > start { out.add(byte: 0x20) } }
    var piece = element.firstPiece
    func addPieces(before time: Int32) {
      while piece >= 0, piece < time {
        let held = tree.pieces[Int(piece)]
        separate()
        if held.page == page {
          out.add(Int(held.mark))
        } else {
          out.add(Self.markOnPage)
          out.add(reference: pages[Int(held.page)])
          out.add(Self.markNumber)
          out.add(Int(held.mark))
          out.add(Self.end)
        }
        piece = held.next
      }
    }
    for child in children {
      if piece >= 0, tree[child].time >= 0 { addPieces(before: tree[child].time) }
      separate()
      out.add(reference: tree[child].number)
    }
    addPieces(before: .max)
    for annotation in owned {
      separate()
      out.add(Self.annotation)
      out.add(reference: pages[annotation.page])
      out.add(Self.annotationObject)
      out.add(reference: annotation.object)
      out.add(Self.end)
    }
    out.add(byte: UInt8(ascii: "]"))
  }
}

/// Appends a rectangle in PDF's axes: left, foot, right, top.
func addRect(_ rect: Rect, pageHeight: Length, to out: inout PDFBytes) {
  out.add(rect.origin.x.points)
  out.add(byte: 0x20)
  out.add((pageHeight - rect.bottom).points)
  out.add(byte: 0x20)
  out.add(rect.right.points)
  out.add(byte: 0x20)
  out.add((pageHeight - rect.origin.y).points)
}

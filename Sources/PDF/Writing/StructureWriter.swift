import Geometry
import Pages

/// Writes the structure tree: its elements, the way back to them from the marks on the pages (the
/// parent tree), and the names that elements are called by.
struct StructureWriter {
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
  /// The boxes of figures on their first pages, with their page's height.
  let figures: [Int32: (box: Rect, pageHeight: Length)]
  /// The kind of mark that each list has.
  let numberings: [Int32: ListNumbering]
  /// The document's notes in order, whose names are their places.
  let notes: [Int32]
  /// The value of the first digit of a name: names have digits enough for all, so that names in order
  /// are in alphabetical order too.
  let nameUnit: Int
  /// The document's elements, read out once.
  private let elements: [StructureTree.Element]

  private let root: Int

  init(
    tree: TagTree, structure: StructureTree, order: [Int32], heads: TableHeads, pages: [Int],
    annotations: [Int32: [Annotation]], figures: [Int32: (box: Rect, pageHeight: Length)],
    numberings: [Int32: ListNumbering], root: Int
  ) {
    self.tree = tree
    self.structure = structure
    self.order = order
    self.heads = heads
    self.pages = pages
    self.annotations = annotations
    self.figures = figures
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
  func writeElements(to pile: inout ObjectPile) {
    var children: [Int32] = []
    var note = 0
    for node in order {
      let element = tree[node]
      children.removeAll(keepingCapacity: true)
      tree.forEachChild(of: node) { child in
        if tree[child].number > 0 { children.append(child) }
      }
      pile.add(element.number) { out in
        out.add(Self.kind)
        out.add(element.kind.rawValue)
        out.add(Self.parent)
        out.add(reference: node == TagTree.root ? root : tree[element.parent].number)
        writeContent(of: node, children: children, to: &out)
        writeAttributes(of: node, to: &out)
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

  private static let kind = Array("<</S/".utf8)
  private static let parent = Array("/P ".utf8)
  static let end = Array(">>".utf8)
  private static let table = Array("/A<</O/Table".utf8)
  private static let scopeRow = Array("/Scope/Row".utf8)
  private static let scopeColumn = Array("/Scope/Column".utf8)
  private static let headers = Array("/Headers[".utf8)
  private static let name = Array("/ID(".utf8)
  private static let page = Array("/Pg ".utf8)
  private static let kids = Array("/K".utf8)
  private static let kidsOpen = Array("/K[".utf8)
  private static let mark = Array("<</Type/MCR/Pg ".utf8)
  private static let markNumber = Array("/MCID ".utf8)
  private static let annotation = Array("<</Type/OBJR/Pg ".utf8)
  private static let annotationObject = Array("/Obj ".utf8)

  /// Writes what an element holds in reading order: its own pieces where they were painted, its
  /// children in the tree's order, its annotations last.
  private func writeContent(of node: Int32, children: [Int32], to out: inout PDFBytes) {
    let element = tree[node]
    let owned = annotations[node] ?? []
    guard element.firstPiece >= 0 || !children.isEmpty || !owned.isEmpty else { return }
    var page: Int32 = -1
    if element.firstPiece >= 0 {
      page = tree.pieces[Int(element.firstPiece)].page
      out.add(Self.page)
      out.add(reference: pages[Int(page)])
    }
    if element.firstPiece >= 0, children.isEmpty, owned.isEmpty,
      tree.pieces[Int(element.firstPiece)].next < 0
    {
      out.add(Self.kids)
      out.add(byte: 0x20)
      out.add(Int(tree.pieces[Int(element.firstPiece)].mark))
      return
    }
    if element.firstPiece < 0, children.count == 1, owned.isEmpty {
      out.add(Self.kids)
      out.add(byte: 0x20)
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
          out.add(Self.mark)
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

  private func writeAttributes(of node: Int32, to out: inout PDFBytes) {
    let kind = tree[node].kind
    guard Int(node) < elements.count else { return }
    switch kind {
    case .headerCell, .dataCell:
      let (columns, rows) = (elements[Int(node)].columnSpan, elements[Int(node)].rowSpan)
      let named = kind == .dataCell ? heads.heads(of: node) : []
      guard kind == .headerCell || columns > 1 || rows > 1 || !named.isEmpty else { break }
      out.add(Self.table)
      if kind == .headerCell {
        out.add(elements[Int(node)].headsRow ? Self.scopeRow : Self.scopeColumn)
      }
      if columns > 1 {
        out.add("/ColSpan ")
        out.add(columns)
      }
      if rows > 1 {
        out.add("/RowSpan ")
        out.add(rows)
      }
      if !named.isEmpty {
        out.add(Self.headers)
        for name in named {
          out.add(byte: UInt8(ascii: "("))
          addName(UInt8(ascii: "h"), Int(name), &out)
          out.add(byte: UInt8(ascii: ")"))
        }
        out.add(byte: UInt8(ascii: "]"))
      }
      out.add(Self.end)
    case .list:
      out.add("/A<</O/List/ListNumbering/")
      out.add((numberings[node] ?? .disc).rawValue)
      out.add(">>")
    case .figure:
      if let (box, height) = figures[node] {
        out.add("/A<</O/Layout/Placement/Block/BBox[")
        addRect(box, pageHeight: height, to: &out)
        out.add("]>>")
      }
    default: break
    }
    guard let details = structure.details(of: ElementID(index: node)) else { return }
    for (key, text) in [
      ("/Alt", details.alternate), ("/ActualText", details.replacement),
      ("/E", details.expansion), ("/Lang", details.language),
    ] where !text.isEmpty {
      out.add(key)
      out.add(text: text)
    }
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

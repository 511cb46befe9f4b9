import Pages

extension StructureWriter {
  /// The objects of the attributes that many cells have; 0 for those that are not written yet.
  struct SharedAttributes {
    /// Of the heads of columns.
    var columnScope = 0
    /// Of the heads of rows.
    var rowScope = 0
    /// Of data cells, by the place of their heads (`TableHeads.sharedHeads`).
    private var ofHeads: [Int] = []

    /// The object of data cells whose heads stand at a place.
    subscript(place: Int) -> Int {
      get { place < ofHeads.count ? ofHeads[place] : 0 }
      set {
        let missing = max(0, place + 1 - ofHeads.count)
        ofHeads.append(contentsOf: repeatElement(0, count: missing))
        ofHeads[place] = newValue
      }
    }
  }

  static let attributes: StaticString = "/A "
  private static let table: StaticString = "<</O/Table"
  private static let scopeRow: StaticString = "/Scope/Row"
  private static let scopeColumn: StaticString = "/Scope/Column"
  private static let headers: StaticString = "/Headers["

  /// The object that holds a cell's attributes, where other cells have the same; written now if it has
  /// not been.
  mutating func writeSharedAttributes(
    of node: Int32, _ kind: StructureTree.Kind, to pile: inout ObjectPile
  ) -> Int? {
    guard kind.isCell, Int(node) < elements.count, elements[Int(node)].columnSpan <= 1,
      elements[Int(node)].rowSpan <= 1
    else { return nil }
    let known: Int
    if kind == .headerCell {
      known = elements[Int(node)].headsRow ? shared.rowScope : shared.columnScope
    } else {
      guard let place = heads.sharedHeads(of: node) else { return nil }
      known = shared[place]
    }
    if known > 0 { return known }
    let new = pile.reserve()
    pile.add(new) { addCellAttributes(of: node, to: &$0) }
    if kind == .headerCell {
      if elements[Int(node)].headsRow { shared.rowScope = new } else { shared.columnScope = new }
    } else if let place = heads.sharedHeads(of: node) {
      shared[place] = new
    }
    return new
  }

  private func addCellAttributes(of node: Int32, to out: inout PDFBytes) {
    let element = elements[Int(node)]
    out.add(Self.table)
    if element.kind == .headerCell {
      out.add(element.headsRow ? Self.scopeRow : Self.scopeColumn)
    }
    if element.columnSpan > 1 {
      out.add("/ColSpan ")
      out.add(element.columnSpan)
    }
    if element.rowSpan > 1 {
      out.add("/RowSpan ")
      out.add(element.rowSpan)
    }
    let named = element.kind == .dataCell ? heads.heads(of: node) : []
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
  }

  /// Writes the attributes that an element has of its own.
  func addAttributes(of node: Int32, to out: inout PDFBytes) {
    guard Int(node) < elements.count else { return }
    switch elements[Int(node)].kind {
    case .headerCell:
      out.add(Self.attributes)
      addCellAttributes(of: node, to: &out)
    case .dataCell:
      guard
        elements[Int(node)].columnSpan > 1 || elements[Int(node)].rowSpan > 1
          || !heads.heads(of: node).isEmpty
      else { break }
      out.add(Self.attributes)
      addCellAttributes(of: node, to: &out)
    case .list:
      out.add("/A<</O/List/ListNumbering/")
      out.add(verbatim: (numberings[node] ?? .disc).rawValue)
      out.add(">>")
    case .figure:
      if let (box, page) = figures[node] {
        out.add("/A<</O/Layout/Placement/Block/BBox[")
        addRect(box, pageHeight: pageHeights[page], to: &out)
        out.add("]>>")
      }
    default: break
    }
  }

  /// Writes what is said in place of what an element shows, and in which language it speaks.
  func addDetails(of node: Int32, to out: inout PDFBytes) {
    guard Int(node) < elements.count, elements[Int(node)].hasDetails else { return }
    guard let details = structure.details(of: ElementID(index: node)) else { return }
    add("/Alt", details.alternate, to: &out)
    add("/ActualText", details.replacement, to: &out)
    add("/E", details.expansion, to: &out)
    add("/Lang", details.language, to: &out)
  }

  private func add(_ key: StaticString, _ text: String, to out: inout PDFBytes) {
    guard !text.isEmpty else { return }
    out.add(key)
    out.add(text: text)
  }
}

import Pages

/// The structure tree on its way into the file: the document's elements, those that only the file
/// has (`Sect` around each heading and what it heads, `Link` around a note's mark), and what each
/// holds on the pages.
struct TagTree {
  /// A piece of a page that belongs to an element: all under one mark.
  struct Piece {
    /// The page's index.
    var page: Int32
    /// The mark's number on its page.
    var mark: Int32
    /// The element's next piece; −1 for none.
    var next: Int32
  }

  /// An element.
  struct Node {
    var kind: StructureTree.Kind
    var parent: Int32
    var firstChild: Int32 = -1
    var lastChild: Int32 = -1
    /// The parent's next child.
    var sibling: Int32 = -1
    var firstPiece: Int32 = -1
    var lastPiece: Int32 = -1
    /// When the first piece in it was painted, counted over all pages; −1 for never.
    var time: Int32 = -1
    /// The object's number; 0 for an element that is not written.
    var number = 0
  }

  private(set) var nodes: [Node] = []
  private(set) var pieces: [Piece] = []

  /// The document element.
  static let root: Int32 = 0

  /// A tree of a document's elements, with sections around what headings head.
  init(_ tree: StructureTree) {
    let elements = tree.elements
    nodes.reserveCapacity(elements.count + 64)
    for index in elements.indices {
      nodes.append(Node(kind: elements[index].kind, parent: elements[index].parent?.index ?? -1))
    }
    for index in elements.indices {
      let kind = elements[index].kind
      if kind == .document || kind == .part {
        linkInSections(elements[index].children, to: Int32(index))
      } else {
        for child in elements[index].children { link(child.index, to: Int32(index)) }
        if kind == .table { settleBody(of: Int32(index)) }
      }
    }
  }

  /// Makes a body of what a table has where it has none, since a head heads nothing without one.
  private mutating func settleBody(of table: Int32) {
    var (head, foot): (Int32, Int32) = (-1, -1)
    var hasBody = false
    forEachChild(of: table) { part in
      switch nodes[Int(part)].kind {
      case .tableBody: hasBody = true
      case .tableHead: head = part
      case .tableFoot where foot < 0: foot = part
      default: break
      }
    }
    guard !hasBody, max(head, foot) >= 0 else { return }
    nodes[Int(foot >= 0 ? foot : head)].kind = .tableBody
  }

  /// Links children with a section around each heading and what it heads.
  private mutating func linkInSections(_ children: [ElementID], to parent: Int32) {
    /// The sections that are open, with their headings' levels.
    var open: [(level: Int, node: Int32)] = []
    for child in children {
      let kind = nodes[Int(child.index)].kind
      if let level = kind.headingLevel {
        while let last = open.last, last.level >= level { open.removeLast() }
        open.append((level, add(.section, to: open.last?.node ?? parent)))
      } else if kind == .part {
        // What a part holds is under no heading of another's.
        open.removeAll()
      }
      link(child.index, to: open.last?.node ?? parent)
    }
  }

  subscript(node: Int32) -> Node { nodes[Int(node)] }

  /// Adds an element that only the file has.
  mutating func add(_ kind: StructureTree.Kind, to parent: Int32) -> Int32 {
    nodes.append(Node(kind: kind, parent: parent))
    let node = Int32(nodes.count - 1)
    link(node, to: parent)
    return node
  }

  private mutating func link(_ child: Int32, to parent: Int32) {
    nodes[Int(child)].parent = parent
    let last = nodes[Int(parent)].lastChild
    if last < 0 { nodes[Int(parent)].firstChild = child } else { nodes[Int(last)].sibling = child }
    nodes[Int(parent)].lastChild = child
  }

  /// Takes a link for a span, for one that leads nowhere is none.
  mutating func makeSpan(of link: Int32) { nodes[Int(link)].kind = .span }

  /// Gives an element a piece of a page; pieces come in the order they are painted in.
  mutating func addPiece(page: Int, mark: Int, to node: Int32) {
    let piece = Int32(pieces.count)
    pieces.append(Piece(page: Int32(page), mark: Int32(mark), next: -1))
    let last = nodes[Int(node)].lastPiece
    if last < 0 {
      nodes[Int(node)].firstPiece = piece
      nodes[Int(node)].time = piece
    } else {
      pieces[Int(last)].next = piece
    }
    nodes[Int(node)].lastPiece = piece
  }

  /// Calls for each child of an element, in order.
  func forEachChild(of node: Int32, _ body: (Int32) -> Void) {
    var child = nodes[Int(node)].firstChild
    while child >= 0 {
      body(child)
      child = nodes[Int(child)].sibling
    }
  }

  // MARK: Numbering

  /// Gives each element that is written its object's number, in reading order.
  ///
  /// An element with nothing in it is left out, for a list entry or paragraph that is not there must
  /// not be read; but a table's cells stay, for they hold the columns.
  ///
  /// - Returns: the elements that are written, in the order of their numbers from `first` on.
  mutating func number(from first: Int) -> [Int32] {
    _ = settle(Self.root)
    var order: [Int32] = []
    order.reserveCapacity(nodes.count)
    give(Self.root, number: first, &order)
    return order
  }

  /// Finds when an element is first painted, and marks it for writing if it has something in it.
  private mutating func settle(_ node: Int32) -> Bool {
    var hasChildren = false
    var time = nodes[Int(node)].time
    var child = nodes[Int(node)].firstChild
    while child >= 0 {
      if settle(child) {
        hasChildren = true
        let begun = nodes[Int(child)].time
        if begun >= 0, time < 0 || begun < time { time = begun }
      }
      child = nodes[Int(child)].sibling
    }
    nodes[Int(node)].time = time
    let stays =
      node == Self.root || hasChildren || nodes[Int(node)].firstPiece >= 0
      || nodes[Int(node)].kind.isCell
    nodes[Int(node)].number = stays ? 1 : 0
    return stays
  }

  private mutating func give(_ node: Int32, number first: Int, _ order: inout [Int32]) {
    guard nodes[Int(node)].number > 0 else { return }
    nodes[Int(node)].number = first + order.count
    order.append(node)
    var child = nodes[Int(node)].firstChild
    while child >= 0 {
      give(child, number: first, &order)
      child = nodes[Int(child)].sibling
    }
  }
}

extension StructureTree.Kind {
  /// The level of a heading from 1; nil for what is none.
  var headingLevel: Int? {
    switch self {
    case .heading1: 1
    case .heading2: 2
    case .heading3: 3
    case .heading4: 4
    case .heading5: 5
    case .heading6: 6
    default: nil
    }
  }

  /// Whether it is a cell of a table.
  var isCell: Bool { self == .headerCell || self == .dataCell }
}

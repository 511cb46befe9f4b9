/// A structure element, as its number in a `StructureTree`.
public struct ElementID: Hashable, Sendable {
  /// The element's index in its tree.
  public var index: Int32
  /// An element from its index.
  public init(index: Int32) { self.index = index }
}

/// Where a link leads.
public enum LinkTarget: Hashable, Sendable {
  /// To an address on the web or a mail address.
  case address(String)
  /// To a block of the document, by its id: a key of `PageSet.destinations`.
  case block(String)
  /// To a note, by its place among the document's notes.
  case note(Int)
}

/// The document's tree of meaning in reading order, with PDF's standard types.
public struct StructureTree: Sendable {
  /// One element.
  public struct Element: Sendable {
    /// Its type.
    public var kind: Kind
    /// The element it is part of; nil for the root.
    public var parent: ElementID?
    /// Its child elements in reading order.
    public var children: [ElementID]
    /// Columns a cell takes.
    public var columnSpan: Int
    /// Rows a cell takes.
    public var rowSpan: Int
    /// Whether a header cell heads its row; otherwise it heads its column.
    public var headsRow: Bool
    /// What links and references call it by; empty for none.
    public var id: String
    /// Whether it has details, as few have.
    public fileprivate(set) var hasDetails = false
    /// Its place among the details; −1 for none.
    fileprivate(set) var details: Int32 = -1
  }

  /// What few elements have: where they lead, and what is said in place of what they show.
  public struct Details: Hashable, Sendable {
    /// Where a link leads.
    public var target: LinkTarget?
    /// Which of the document's notes a note is, as `LinkTarget.note` counts them; nil for the one
    /// after the note before it in the tree.
    public var note: Int?
    /// The header cells of a data cell, where the table's grid does not say which they are; empty
    /// to find them in the grid.
    public var heads: [ElementID]
    /// What a figure shows, in words; empty for none.
    public var alternate: String
    /// What is read in place of the characters; empty to read them.
    public var replacement: String
    /// What an abbreviation stands for; empty for none.
    public var expansion: String
    /// The language where it is not the document's, as BCP 47; empty for the document's.
    public var language: String

    /// Details from their parts.
    public init(
      target: LinkTarget? = nil, note: Int? = nil, heads: [ElementID] = [],
      alternate: String = "", replacement: String = "", expansion: String = "",
      language: String = ""
    ) {
      self.target = target
      self.note = note
      self.heads = heads
      self.alternate = alternate
      self.replacement = replacement
      self.expansion = expansion
      self.language = language
    }
  }

  /// The elements, by `ElementID`; the first is the root.
  public private(set) var elements: [Element]
  /// What few elements have; apart from them, for a long table has a hundred thousand elements.
  private var details: [Details] = []

  /// A tree of a document element alone.
  public init() {
    elements = [
      Element(
        kind: .document, parent: nil, children: [], columnSpan: 1, rowSpan: 1, headsRow: false,
        id: "")
    ]
  }

  /// The document element.
  public var root: ElementID { ElementID(index: 0) }

  /// Adds an element as the last child of another.
  public mutating func add(
    _ kind: Kind, to parent: ElementID, columnSpan: Int = 1, rowSpan: Int = 1,
    headsRow: Bool = false, id: String = "", details: Details? = nil
  ) -> ElementID {
    let new = ElementID(index: Int32(elements.count))
    elements.append(
      Element(
        kind: kind, parent: parent, children: [], columnSpan: columnSpan, rowSpan: rowSpan,
        headsRow: headsRow, id: id))
    elements[Int(parent.index)].children.append(new)
    if let details { setDetails(details, of: new) }
    return new
  }

  /// The details of an element, if it has any.
  public func details(of id: ElementID) -> Details? {
    let place = elements[Int(id.index)].details
    return place < 0 ? nil : details[Int(place)]
  }

  /// Gives an element details in place of those it had.
  public mutating func setDetails(_ details: Details?, of id: ElementID) {
    let place = elements[Int(id.index)].details
    elements[Int(id.index)].hasDetails = details != nil
    switch details {
    case nil: elements[Int(id.index)].details = -1
    case let details? where place < 0:
      elements[Int(id.index)].details = Int32(self.details.count)
      self.details.append(details)
    case let details?: self.details[Int(place)] = details
    }
  }

  /// The element of a number.
  public subscript(id: ElementID) -> Element { elements[Int(id.index)] }
}

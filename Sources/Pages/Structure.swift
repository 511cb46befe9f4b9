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
  /// The standard structure types that we use.
  public enum Kind: String, Hashable, Sendable {
    case document = "Document"
    case part = "Part"
    case section = "Sect"
    case heading1 = "H1"
    case heading2 = "H2"
    case heading3 = "H3"
    case heading4 = "H4"
    case heading5 = "H5"
    case heading6 = "H6"
    case paragraph = "P"
    case list = "L"
    case listItem = "LI"
    case label = "Lbl"
    case listBody = "LBody"
    case table = "Table"
    case tableHead = "THead"
    case tableBody = "TBody"
    case tableRow = "TR"
    case headerCell = "TH"
    case dataCell = "TD"
    case caption = "Caption"
    case contents = "TOC"
    case contentsItem = "TOCI"
    case reference = "Reference"
    case link = "Link"
    case note = "Note"
    case span = "Span"
    case figure = "Figure"
    case quote = "Quote"

    /// The type of a heading of a level from 1; deeper than six is six.
    public static func heading(level: Int) -> Kind {
      switch level {
      case ...1: .heading1
      case 2: .heading2
      case 3: .heading3
      case 4: .heading4
      case 5: .heading5
      default: .heading6
      }
    }
  }

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
  }

  /// What few elements have: where they lead, and what is said in place of what they show.
  public struct Details: Hashable, Sendable {
    /// Where a link leads.
    public var target: LinkTarget?
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
      target: LinkTarget? = nil, alternate: String = "", replacement: String = "",
      expansion: String = "", language: String = ""
    ) {
      self.target = target
      self.alternate = alternate
      self.replacement = replacement
      self.expansion = expansion
      self.language = language
    }
  }

  /// The elements, by `ElementID`; the first is the root.
  public private(set) var elements: [Element]
  /// What few elements have; apart from them, for a long table has a hundred thousand elements.
  private var details: [ElementID: Details] = [:]

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
    if let details { self.details[new] = details }
    return new
  }

  /// The details of an element, if it has any.
  public func details(of id: ElementID) -> Details? { details[id] }

  /// Gives an element details in place of those it had.
  public mutating func setDetails(_ details: Details?, of id: ElementID) {
    self.details[id] = details
  }

  /// The element of a number.
  public subscript(id: ElementID) -> Element { elements[Int(id.index)] }
}

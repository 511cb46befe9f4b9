/// The structure tree of a finished file.
struct ReadStructure {
  /// Something that an element holds.
  enum Part: Hashable {
    case element(Int)
    case mark(page: Int, number: Int)
    case annotation(Int)
    /// Something that leads nowhere.
    case nothing
  }

  /// An element.
  struct Element {
    /// Its object's number; −1 for one that is no object of its own.
    var object: Int
    /// The type as it is written.
    var kind: String
    /// The standard type that it stands for; the written one where the file does not say.
    var role: String
    /// The element that holds it; −1 for the root.
    var parent: Int
    var parts: [Part] = []
    var entries: PDFDictionary
  }

  /// The elements in reading order, each before what it holds.
  private(set) var elements: [Element] = []
  /// The elements by their objects' numbers.
  private(set) var byObject: [Int: Int] = [:]
  /// Elements that are reached on two ways.
  private(set) var reachedTwice: [Int] = []
  private(set) var root = PDFDictionary()

  private let file: PDFFile
  private var roles = PDFDictionary()

  /// Deeper nesting is damage.
  private static let mostNesting = 200

  /// Reads the tree; `pages` has the index of each page by its object's number.
  init(_ file: PDFFile, catalog: PDFDictionary, pages: [Int: Int]) {
    self.file = file
    guard let root = file[catalog["StructTreeRoot"]].dictionary else { return }
    self.root = root
    roles = file[root["RoleMap"]].dictionary ?? PDFDictionary()
    for part in parts(of: root) { _ = read(part, parent: -1, depth: 0, page: nil, pages) }
  }

  private func parts(of entries: PDFDictionary) -> [PDFObject] {
    guard let kids = entries["K"] else { return [] }
    if case .array(let several) = file[kids] { return several }
    return [kids]
  }

  private mutating func read(
    _ object: PDFObject, parent: Int, depth: Int, page: Int?, _ pages: [Int: Int]
  ) -> Part {
    if let mark = object.integer {
      return page.map { .mark(page: $0, number: mark) } ?? .nothing
    }
    guard depth < Self.mostNesting, let entries = file[object].dictionary else { return .nothing }
    let ownPage = entries["Pg"]?.reference.flatMap { pages[$0.number] }
    switch file[entries["Type"]].name {
    case "MCR":
      guard let mark = file[entries["MCID"]].integer, let page = ownPage ?? page else {
        return .nothing
      }
      return .mark(page: page, number: mark)
    case "OBJR": return entries["Obj"]?.reference.map { .annotation($0.number) } ?? .nothing
    default: break
    }
    let number = object.reference?.number ?? -1
    if number >= 0, let known = byObject[number] {
      reachedTwice.append(known)
      return .nothing
    }
    let kind = file[entries["S"]].name ?? "?"
    let index = elements.count
    if number >= 0 { byObject[number] = index }
    elements.append(
      Element(
        object: number, kind: kind, role: role(of: kind), parent: parent, entries: entries))
    var held: [Part] = []
    for part in parts(of: entries) {
      held.append(read(part, parent: index, depth: depth + 1, page: ownPage ?? page, pages))
    }
    elements[index].parts = held
    return .element(index)
  }

  private func role(of kind: String) -> String {
    var role = kind
    var steps = 0
    while !Self.standardTypes.contains(role), steps < 16, let next = file[roles[role]].name {
      role = next
      steps += 1
    }
    return role
  }

  /// The types that ISO 32000-1, 14.8.4 knows.
  static let standardTypes: Set<String> = [
    "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index",
    "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl",
    "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note",
    "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT",
    "WP", "Figure", "Formula", "Form",
  ]

  // MARK: Looking

  /// The elements that an element holds.
  func children(of index: Int) -> [Int] {
    elements[index].parts.compactMap { if case .element(let child) = $0 { child } else { nil } }
  }

  /// The elements of the outermost level.
  var top: [Int] { elements.indices.filter { elements[$0].parent < 0 } }

  /// An attribute of an element, whoever of its owners' dictionaries has it.
  func attribute(_ key: String, owner: String, of index: Int) -> PDFObject? {
    let attributes = elements[index].entries["A"]
    let several =
      if case .array(let several) = file[attributes] { several } else {
        attributes.map { [$0] } ?? []
      }
    for object in several {
      guard let entries = file[object].dictionary, file[entries["O"]].name == owner,
        let value = entries[key]
      else { continue }
      return file[value]
    }
    return nil
  }

  /// A text entry of an element: `Alt`, `Lang`; empty for none.
  func text(_ key: String, of index: Int) -> String {
    file[elements[index].entries[key]].text ?? ""
  }

  /// The name that an element is called by.
  func name(of index: Int) -> [UInt8]? { file[elements[index].entries["ID"]].bytes }

  /// Whether an element is inside one of a role.
  func isInside(_ role: String, _ index: Int) -> Bool {
    var parent = elements[index].parent
    while parent >= 0 {
      if elements[parent].role == role { return true }
      parent = elements[parent].parent
    }
    return false
  }
}

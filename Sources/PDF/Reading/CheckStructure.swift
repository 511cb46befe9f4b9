import Diagnostics

extension ReadDocument {
  /// Checks what types the elements have and where they stand, and what each type has to say.
  mutating func checkStructure() {
    var names: [[UInt8]: Int] = [:]
    var level = 0
    for (index, element) in structure.elements.enumerated() {
      checkType(of: index)
      if let next = element.role.headingLevel {
        if next > level + 1 { report(.pdfHeadingSkipped, .headingSkipped(from: level, to: next)) }
        level = next
      }
      switch element.role {
      case "Figure", "Formula":
        if structure.text("Alt", of: index).isEmpty,
          structure.text("ActualText", of: index).isEmpty
        {
          report(.pdfFigureWithoutText, .figureWithoutText)
        }
        if structure.attribute("BBox", owner: "Layout", of: index)?.array?.count != 4 {
          report(.pdfFigureWithoutBox, .figureWithoutBox)
        }
      case "L":
        if structure.attribute("ListNumbering", owner: "List", of: index)?.name == nil {
          report(.pdfListUnnumbered, .listUnnumbered)
        }
      case "Note":
        if structure.name(of: index)?.isEmpty != false { report(.pdfNoteUnnamed, .noteUnnamed) }
      default: break
      }
      if let name = structure.name(of: index) {
        if names.updateValue(element.object, forKey: name) != nil {
          report(.pdfNameTreeDiffers, .nameTwice(name))
        }
      }
    }
    checkNameTree(names)
    checkOutline()
  }

  private mutating func checkType(of index: Int) {
    let element = structure.elements[index]
    guard ReadStructure.standardTypes.contains(element.role) else {
      return report(.pdfTypeUnknown, .typeUnknown(element.kind))
    }
    let parent = element.parent >= 0 ? structure.elements[element.parent].role : "StructTreeRoot"
    if let allowed = Self.parents[element.role], !allowed.contains(parent) {
      report(.pdfTypeMisplaced, .misplaced(element.role, in: parent))
    }
    if let allowed = Self.children[element.role] {
      for child in structure.children(of: index) {
        let role = structure.elements[child].role
        if !allowed.contains(role) {
          report(.pdfTypeMisplaced, .misplaced(role, in: element.role))
        }
      }
    }
  }

  /// What may hold elements that only stand in one place.
  private static let parents: [String: Set<String>] = [
    "TR": ["Table", "THead", "TBody", "TFoot"], "TH": ["TR"], "TD": ["TR"], "THead": ["Table"],
    "TBody": ["Table"], "TFoot": ["Table"], "LI": ["L"], "LBody": ["LI"],
    "TOCI": ["TOC"], "Document": ["StructTreeRoot", "Document", "Part"],
  ]

  /// What may stand in elements that only hold certain others.
  private static let children: [String: Set<String>] = [
    "Table": ["TR", "THead", "TBody", "TFoot", "Caption"], "TR": ["TH", "TD"], "THead": ["TR"],
    "TBody": ["TR"], "TFoot": ["TR"], "L": ["L", "LI", "Caption"], "LI": ["Lbl", "LBody"],
    "TOC": ["TOC", "TOCI", "Caption"],
  ]

  private mutating func checkNameTree(_ names: [[UInt8]: Int]) {
    var listed: [[UInt8]: Int] = [:]
    var last: [UInt8] = []
    for (key, value) in entries(ofTree: structure.root["IDTree"], key: "Names") {
      guard let name = key.bytes else { continue }
      if name.lexicographicallyPrecedes(last) { report(.pdfNameTreeDiffers, .nameOrder(name)) }
      last = name
      listed[name] = value.reference?.number
    }
    for (name, object) in names.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
    where listed[name] != object {
      report(.pdfNameTreeDiffers, .nameUnlisted(name))
    }
  }

  /// Checks that the bookmarks are the headings, in their order: some may be left out.
  private mutating func checkOutline() {
    let headings = structure.elements.indices.filter {
      structure.elements[$0].role.headingLevel != nil
    }.map { text(of: $0).withoutSpace }
    let titles = outline.map(\.title)
    // Without a structure tree there is nothing to hold bookmarks against; that is told elsewhere.
    guard !structure.elements.isEmpty, !headings.isEmpty || !titles.isEmpty else { return }
    if titles.isEmpty { return report(.pdfOutlineDiffers, .outlineMissing) }
    var next = headings.startIndex
    for title in titles {
      guard let found = headings[next...].firstIndex(of: title.withoutSpace) else {
        report(.pdfOutlineDiffers, .outlineDiffers(title))
        continue
      }
      next = found + 1
    }
  }

  /// The bookmarks with their levels, in order.
  var outline: [(level: Int, title: String)] {
    var found: [(level: Int, title: String)] = []
    var seen: Set<Int> = []
    func add(_ object: PDFObject?, level: Int) {
      var next = object
      while level < 50, let number = next?.reference?.number, seen.insert(number).inserted,
        let entries = file[next].dictionary
      {
        found.append((level, file[entries["Title"]].text ?? ""))
        add(entries["First"], level: level + 1)
        next = entries["Next"]
      }
    }
    add(file[catalog["Outlines"]].dictionary?["First"], level: 1)
    return found
  }
}

extension String {
  /// The level of a heading's type; nil for other types.
  var headingLevel: Int? {
    guard count == 2, first == "H", let level = last?.wholeNumberValue, level > 0 else {
      return nil
    }
    return level
  }

  /// The characters but for white space and what is invisible, as soft hyphens, which layout sets.
  var withoutSpace: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.filter {
          !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
        }))
  }
}

extension Message {
  fileprivate static func headingSkipped(from level: Int, to next: Int) -> Message {
    Message(
      sv: level == 0
        ? "den första rubriken är H\(next), inte H1"
        : "efter H\(level) kommer H\(next): en rubriknivå hoppas över",
      en: level == 0
        ? "the first heading is H\(next), not H1"
        : "after H\(level) comes H\(next): a level is skipped")
  }

  fileprivate static var figureWithoutText: Message {
    Message(
      sv: "en figur säger inte i ord vad den visar (Alt)",
      en: "a figure does not say in words what it shows (Alt)")
  }

  fileprivate static var figureWithoutBox: Message {
    Message(
      sv: "en figur säger inte hur stor den är (BBox)",
      en: "a figure does not say how large it is (BBox)")
  }

  fileprivate static var listUnnumbered: Message {
    Message(
      sv: "en lista säger inte hur dess punkter är märkta (ListNumbering)",
      en: "a list does not say how its entries are marked (ListNumbering)")
  }

  fileprivate static var noteUnnamed: Message {
    Message(sv: "en not har inget namn (ID)", en: "a note has no name (ID)")
  }

  fileprivate static func nameTwice(_ name: [UInt8]) -> Message {
    let name = String(decoding: name, as: UTF8.self)
    return Message(
      sv: "två element heter '\(name)'", en: "two elements are called '\(name)'")
  }

  fileprivate static func nameUnlisted(_ name: [UInt8]) -> Message {
    let name = String(decoding: name, as: UTF8.self)
    return Message(
      sv: "elementet '\(name)' står inte under sitt namn i IDTree",
      en: "element '\(name)' is not under its name in the IDTree")
  }

  fileprivate static func nameOrder(_ name: [UInt8]) -> Message {
    let name = String(decoding: name, as: UTF8.self)
    return Message(
      sv: "'\(name)' står inte i bokstavsordning i IDTree, så det hittas inte",
      en: "'\(name)' is out of order in the IDTree, so that it is not found")
  }

  fileprivate static func typeUnknown(_ kind: String) -> Message {
    Message(
      sv: "elementtypen '\(kind)' är ingen av PDF:s, och filen säger inte vad den motsvarar",
      en: "element type '\(kind)' is none of PDF's, and the file does not say which it stands for")
  }

  fileprivate static func misplaced(_ kind: String, in parent: String) -> Message {
    Message(sv: "\(kind) får inte stå i \(parent)", en: "\(kind) may not stand in \(parent)")
  }

  fileprivate static var outlineMissing: Message {
    Message(
      sv: "dokumentet har rubriker men inga bokmärken",
      en: "the document has headings and no bookmarks")
  }

  fileprivate static func outlineDiffers(_ title: String) -> Message {
    Message(
      sv: "bokmärket '\(title)' är ingen rubrik, eller står inte i rubrikernas ordning",
      en: "bookmark '\(title)' is no heading, or not in the headings' order")
  }
}

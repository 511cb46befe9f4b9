import Diagnostics

/// A finished file, read through: pages, structure, content, and what is wrong with them.
struct ReadDocument {
  let file: PDFFile
  let catalog: PDFDictionary
  /// The pages, with what they inherit.
  private(set) var pages: [PDFDictionary] = []
  /// The index of each page by its object's number.
  private(set) var pageIndex: [Int: Int] = [:]
  let structure: ReadStructure
  /// What each page has.
  private(set) var contents: [PageContent] = []
  private(set) var fonts: [ReadFont] = []
  /// What is wrong.
  var findings: [Diagnostic] = []

  /// No document has more pages than this; a tree that has is made to be endless.
  private static let mostPages = 1 << 20

  /// Reads a file through.
  init(_ bytes: [UInt8]) throws(PDFError) {
    let file = try PDFFile(bytes)
    self.file = file
    catalog = file[file.trailer["Root"]].dictionary ?? PDFDictionary()
    var collector = PageCollector(file: file)
    collector.collect(catalog["Pages"], inherited: PDFDictionary(), depth: 0)
    pages = collector.pages
    pageIndex = collector.index
    structure = ReadStructure(file, catalog: catalog, pages: pageIndex)
    var reader = ContentReader(file)
    for page in pages {
      let resources = file[page["Resources"]].dictionary ?? PDFDictionary()
      contents.append(reader.read(page, resources: resources))
    }
    fonts = reader.usedFonts
  }

  private struct PageCollector {
    let file: PDFFile
    var pages: [PDFDictionary] = []
    var index: [Int: Int] = [:]
    var seen: Set<Int> = []

    mutating func collect(_ object: PDFObject?, inherited: PDFDictionary, depth: Int) {
      guard depth < 50, pages.count < ReadDocument.mostPages,
        let number = object?.reference?.number, seen.insert(number).inserted,
        var entries = file[object].dictionary
      else { return }
      for key in ["Resources", "MediaBox", "CropBox", "Rotate"] where entries[key] == nil {
        entries[key] = inherited[key]
      }
      guard let kids = file[entries["Kids"]].array else {
        index[number] = pages.count
        pages.append(entries)
        return
      }
      for kid in kids { collect(kid, inherited: entries, depth: depth + 1) }
    }
  }

  // MARK: Text

  /// The text of an element: its own and that of all it holds, in reading order.
  func text(of element: Int) -> String {
    var text = ""
    addText(of: element, to: &text)
    return text
  }

  private func addText(of element: Int, to text: inout String) {
    for part in structure.elements[element].parts {
      switch part {
      case .mark(let page, let number):
        if contents.indices.contains(page) { text += contents[page].texts[number] ?? "" }
      case .element(let child): addText(of: child, to: &text)
      case .annotation, .nothing: break
      }
    }
  }

  /// The text that the structure tree gives when it is read from its root, block by block.
  var readingText: String {
    structure.top.map { text(of: $0) }.joined(separator: "\n")
  }

  // MARK: Findings

  /// Adds a finding.
  mutating func report(_ code: Code, _ message: Message, page: Int? = nil) {
    // A fault that runs through the whole file is told often enough, not a thousand times.
    guard findings.count(where: { $0.code == code }) < Self.mostOfAKind else { return }
    findings.append(Diagnostic(.error, code, message, page: page.map { $0 + 1 }))
  }

  private static let mostOfAKind = 20

  /// A name tree's or number tree's entries, in their order.
  func entries(ofTree object: PDFObject?, key: String) -> [(key: PDFObject, value: PDFObject)] {
    var entries: [(key: PDFObject, value: PDFObject)] = []
    var seen: Set<PDFObject> = []
    func add(_ node: PDFObject, depth: Int) {
      guard depth < 20, node.reference == nil || seen.insert(node).inserted,
        let dictionary = file[node].dictionary
      else { return }
      let pairs = file[dictionary[key]].array ?? []
      for index in stride(from: 0, to: pairs.count - 1, by: 2) {
        entries.append((file[pairs[index]], pairs[index + 1]))
      }
      for kid in file[dictionary["Kids"]].array ?? [] { add(kid, depth: depth + 1) }
    }
    if let object { add(object, depth: 0) }
    return entries
  }
}

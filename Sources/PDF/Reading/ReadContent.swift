/// What a page's content has, mark by mark.
struct PageContent {
  /// The text under each mark, by its number.
  var texts: [Int: String] = [:]
  /// What is painted.
  enum Painted: Hashable {
    case text, path, shading, picture
  }

  /// Something wrong with the marks or the text.
  enum Fault: Hashable {
    /// Something is painted that is neither content nor furniture.
    case unmarked(Painted)
    case unbalanced
    /// A mark stands inside another, or in furniture, or the other way round.
    case nested(Int)
    case twice(Int)
    /// A font shows a code for which it says no characters, or that it has no glyph.
    case withoutText(code: Int, font: String)
    case unreadable(Part)
  }

  /// What cannot be read.
  enum Part: Hashable {
    case operators, fontless, picture, drawing
  }

  /// The faults, each kind told once or a few times.
  var faults: [Fault] = []
  /// The names of the fonts that were used, in order.
  var fonts: [String] = []

  fileprivate mutating func add(_ fault: Fault) {
    if faults.count < 50, !faults.contains(fault) { faults.append(fault) }
  }
}

/// Plays a page's content through and notes what stands under which mark.
struct ContentReader {
  /// Content in content in content …: deeper is damage.
  private static let mostNesting = 8

  /// A bracket that is open.
  private enum Bracket: Equatable {
    case mark(Int)
    case furniture
    /// Something is read in place of what the bracket holds.
    case replaced
    case other
  }

  /// So many drawings of drawings are played for a page; a file that has more means to be endless.
  private static let mostDrawings = 10_000

  private let file: PDFFile
  private var drawings = 0
  private var content = PageContent()
  private var brackets: [Bracket] = []
  private var fonts: [PDFObject: ReadFont] = [:]
  private var font: ReadFont?
  /// The fonts of the states that were saved.
  private var saved: [ReadFont?] = []

  init(_ file: PDFFile) { self.file = file }

  /// Reads a page.
  mutating func read(_ page: PDFDictionary, resources: PDFDictionary) -> PageContent {
    content = PageContent()
    brackets = []
    font = nil
    saved = []
    drawings = 0
    var bytes: [UInt8] = []
    let parts =
      switch file[page["Contents"]] {
      case .array(let parts): parts
      default: page["Contents"].map { [$0] } ?? []
      }
    for part in parts {
      guard let stream = file.stream(part), let unpacked = file.content(of: stream) else {
        content.add(.unreadable(.operators))
        continue
      }
      bytes += unpacked + [0x0A]
    }
    play(bytes, resources: resources, depth: 0)
    if !brackets.isEmpty { content.add(.unbalanced) }
    return content
  }

  private mutating func play(_ bytes: [UInt8], resources: PDFDictionary, depth: Int) {
    var parser = PDFParser(bytes)
    var operands: [PDFObject] = []
    while true {
      let token: PDFParser.Token
      do throws(PDFError) {
        token = try parser.token()
      } catch {
        content.add(.unreadable(.operators))
        return
      }
      switch token {
      case .end: return
      case .object(let object):
        // No operator takes so many.
        if operands.count > 1000 { operands.removeAll() }
        operands.append(object)
      case .word(let word):
        let name = String(decoding: word, as: UTF8.self)
        if name == "BI" {
          paint(.picture)
          skipPicture(&parser)
        } else {
          obey(name, operands, resources: resources, depth: depth)
        }
        operands.removeAll(keepingCapacity: true)
      }
    }
  }

  private mutating func obey(
    _ name: String, _ operands: [PDFObject], resources: PDFDictionary, depth: Int
  ) {
    switch name {
    case "BDC", "BMC": open(operands, resources: resources)
    case "EMC": if brackets.popLast() == nil { content.add(.unbalanced) }
    case "q": saved.append(font)
    case "Q": if let last = saved.popLast() { font = last }
    case "Tf": setFont(operands.first?.name, resources: resources)
    case "Tj", "'", "\"": if let string = operands.last?.bytes { show([string]) }
    case "TJ": if let parts = operands.last?.array { show(parts.compactMap(\.bytes)) }
    case "f", "F", "f*", "B", "B*", "b", "b*", "S", "s": paint(.path)
    case "sh": paint(.shading)
    case "Do": play(operands.last?.name, resources: resources, depth: depth)
    default: break
    }
  }

  // MARK: Marks

  private mutating func open(_ operands: [PDFObject], resources: PDFDictionary) {
    let tag = operands.first?.name ?? ""
    var properties = operands.count > 1 ? operands[1].dictionary : nil
    if let name = operands.last?.name, operands.count > 1 {
      properties = file[file[resources["Properties"]].dictionary?[name]].dictionary
    }
    let outer = brackets.last { $0 != .other && $0 != .replaced }
    if let mark = properties?["MCID"]?.integer {
      if outer != nil { content.add(.nested(mark)) }
      if content.texts[mark] != nil { content.add(.twice(mark)) } else { content.texts[mark] = "" }
      brackets.append(.mark(mark))
    } else if tag == "Artifact" {
      if case .mark(let mark)? = outer { content.add(.nested(mark)) }
      brackets.append(.furniture)
    } else if let text = properties?["ActualText"]?.text {
      if !brackets.contains(.replaced) { say(text) }
      brackets.append(.replaced)
    } else {
      brackets.append(.other)
    }
  }

  private mutating func paint(_ what: PageContent.Painted) {
    if !brackets.contains(where: { $0 != .other && $0 != .replaced }) {
      content.add(.unmarked(what))
    }
  }

  private mutating func say(_ text: String) {
    for bracket in brackets.reversed() {
      if case .mark(let mark) = bracket {
        content.texts[mark, default: ""] += text
        return
      }
    }
  }

  // MARK: Text

  private mutating func setFont(_ name: String?, resources: PDFDictionary) {
    guard let name, let object = file[resources["Font"]].dictionary?[name] else {
      font = nil
      return
    }
    if let known = fonts[object] {
      font = known
    } else {
      font = file.font(object)
      fonts[object] = font
    }
    if let font, !content.fonts.contains(font.name) { content.fonts.append(font.name) }
  }

  /// The fonts that the pages read so far have used, sorted by name.
  var usedFonts: [ReadFont] {
    fonts.values.sorted { $0.name < $1.name }
  }

  private mutating func show(_ strings: [[UInt8]]) {
    guard strings.contains(where: { !$0.isEmpty }) else { return }
    paint(.text)
    guard let font else { return content.add(.unreadable(.fontless)) }
    let isReplaced = brackets.contains(.replaced)
    for string in strings {
      var index = 0
      while index + font.codeLength <= string.count {
        let code = string[index..<index + font.codeLength].reduce(0) { $0 << 8 | Int($1) }
        index += font.codeLength
        // In fonts of two-byte codes, code 0 is the box for what is missing.
        let isMissing = font.codeLength == 2 && code == 0
        let text = font.text(of: code)
        let isSilent =
          text == nil || text?.unicodeScalars.contains("\u{FFFD}") == true
          || text?.unicodeScalars.contains("\u{0}") == true
        if isMissing || !isReplaced && font.saysText && isSilent {
          content.add(.withoutText(code: code, font: font.name))
        }
        if !isReplaced { say(text ?? "\u{FFFD}") }
      }
    }
  }

  // MARK: Other content

  private mutating func play(_ name: String?, resources: PDFDictionary, depth: Int) {
    guard let name, let object = file[resources["XObject"]].dictionary?[name],
      let stream = file.stream(object)
    else { return content.add(.unreadable(.picture)) }
    guard file[stream.entries["Subtype"]].name == "Form" else { return paint(.picture) }
    drawings += 1
    guard depth < Self.mostNesting, drawings <= Self.mostDrawings,
      let bytes = file.content(of: stream)
    else {
      return content.add(.unreadable(.drawing))
    }
    let own = file[stream.entries["Resources"]].dictionary ?? resources
    let (outerFont, outerSaved) = (font, saved)
    play(bytes, resources: own, depth: depth + 1)
    (font, saved) = (outerFont, outerSaved)
  }

  /// Skips the bytes of an inline picture: up to `EI` between white space.
  private func skipPicture(_ parser: inout PDFParser) {
    let bytes = parser.bytes
    var index = parser.position
    while index + 3 < parser.end {
      if bytes[index].isPDFSpace, bytes[index + 1] == UInt8(ascii: "E"),
        bytes[index + 2] == UInt8(ascii: "I"), bytes[index + 3].isPDFSpace
      {
        parser.position = index + 3
        return
      }
      index += 1
    }
    parser.position = parser.end
  }
}

/// A font as a reader of text sees it.
struct ReadFont {
  /// The name, with the tag of a subset.
  var name: String
  /// Whether the font's file is in the document.
  var isEmbedded = false
  /// Whether it says which characters its glyphs are.
  var saysText = false
  /// Whether a glyph's number is found from its code; only some fonts need to say.
  var mapsGlyphs = true
  /// How many bytes a code has.
  var codeLength = 1
  /// The characters of each code.
  var characters: [Int: String] = [:]

  /// What is said for a code: its characters, or nil where the font does not say.
  func text(of code: Int) -> String? { characters[code] }
}

extension PDFFile {
  /// No font says the text of more codes than this.
  private static let mostCodes = 1 << 20

  /// Reads a font.
  func font(_ object: PDFObject?) -> ReadFont? {
    guard let entries = self[object].dictionary else { return nil }
    var font = ReadFont(name: self[entries["BaseFont"]].name ?? "?")
    var descriptor = self[entries["FontDescriptor"]].dictionary
    switch self[entries["Subtype"]].name {
    case "Type0":
      font.codeLength = 2
      let descendant = self[self[entries["DescendantFonts"]].array?.first].dictionary
      descriptor = self[descendant?["FontDescriptor"]].dictionary
      if self[descendant?["Subtype"]].name == "CIDFontType2" {
        font.mapsGlyphs = descendant?["CIDToGIDMap"] != nil
      }
    case "Type3":
      // Its glyphs are drawn by content that stands in the file.
      font.isEmbedded = true
    default: break
    }
    if let descriptor {
      font.isEmbedded =
        ["FontFile", "FontFile2", "FontFile3"].contains { stream(descriptor[$0]) != nil }
    }
    if let stream = stream(entries["ToUnicode"]), let map = content(of: stream) {
      font.saysText = true
      font.characters = readCharacterMap(map)
    }
    return font
  }

  /// Reads which characters a font's codes are, as far as its map can be read.
  private func readCharacterMap(_ bytes: [UInt8]) -> [Int: String] {
    var parser = PDFParser(bytes)
    var map: [Int: String] = [:]
    var left = Self.mostCodes
    var operands: [PDFObject] = []
    while let token = try? parser.token(), token != .end {
      switch token {
      case .object(let object): operands.append(object)
      case .word(let word):
        if word.elementsEqual("endbfchar".utf8) {
          for index in stride(from: 0, to: operands.count - 1, by: 2) {
            guard let code = operands[index].bytes, let text = operands[index + 1].bytes else {
              continue
            }
            map[code.number] = text.asUTF16
          }
        } else if word.elementsEqual("endbfrange".utf8) {
          for index in stride(from: 0, to: operands.count - 2, by: 3) {
            add(operands[index..<index + 3], to: &map, left: &left)
          }
        }
        operands.removeAll(keepingCapacity: true)
      case .end: break
      }
    }
    return map
  }

  private func add(
    _ range: ArraySlice<PDFObject>, to map: inout [Int: String], left: inout Int
  ) {
    let parts = Array(range)
    guard let first = parts[0].bytes?.number, let last = parts[1].bytes?.number, first <= last,
      last - first < left
    else { return }
    left -= last - first + 1
    if let texts = parts[2].array {
      for (code, text) in zip(first...last, texts) { map[code] = text.bytes?.asUTF16 }
    } else if let start = parts[2].bytes, let end = start.last {
      for code in first...last {
        let (byte, overflow) = end.addingReportingOverflow(UInt8(truncatingIfNeeded: code - first))
        guard !overflow else { return }
        map[code] = (start.dropLast() + [byte]).asUTF16
      }
    }
  }
}

extension Collection<UInt8> {
  /// The bytes as one number, of which only the last seven count.
  fileprivate var number: Int { suffix(7).reduce(0) { $0 << 8 | Int($1) } }

  /// The bytes as UTF-16, the high byte first.
  fileprivate var asUTF16: String {
    var units: [UInt16] = []
    var high: UInt8?
    for byte in self {
      if let first = high {
        units.append(UInt16(first) << 8 | UInt16(byte))
        high = nil
      } else {
        high = byte
      }
    }
    return String(decoding: units, as: UTF16.self)
  }
}

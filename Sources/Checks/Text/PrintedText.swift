import Diagnostics
import Manuscript

/// One running text of a document, as it is printed, to look for things in.
struct PrintedText {
  /// The text with its places.
  let text: RichText
  /// Its characters as UTF-8, which offsets count.
  let bytes: [UInt8]

  /// A text to look in.
  init(_ text: RichText) {
    self.text = text
    bytes = Array(text.text.utf8)
  }

  /// All running texts of a document's blocks and notes, in order; the running heads are not in it.
  static func all(of document: Document) -> [PrintedText] {
    var texts: [PrintedText] = []
    var document = document
    document.changeTexts { text in
      if !text.isEmpty { texts.append(PrintedText(text)) }
    }
    return texts
  }

  /// The characters of a stretch.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The offsets at which some ASCII or UTF-8 characters stand.
  func offsets(of words: StaticString) -> [Int] {
    let wanted = Array(words.description.utf8)
    guard let first = wanted.first, bytes.count >= wanted.count else { return [] }
    var found: [Int] = []
    for index in 0...(bytes.count - wanted.count) where bytes[index] == first {
      if bytes[index..<(index + wanted.count)].elementsEqual(wanted) { found.append(index) }
    }
    return found
  }

  /// A finding at a stretch of the text.
  func finding(
    _ checkpoint: Checkpoint, at range: Range<Int>, sv: String, en: String,
    severity: Diagnostic.Severity? = nil, mendSv: String, mendEn: String
  ) -> Diagnostic {
    let place = text.places.place(at: range.lowerBound, in: text.text)
    // Where the stretch is not as it was written, its end is not known.
    let isWhole = !text.places.turns.contains {
      $0.offset > range.lowerBound && $0.offset < range.upperBound
    }
    let width = string(range).unicodeScalars.count
    return Diagnostic(
      checkpoint, Message(sv: sv, en: en), severity: severity,
      at: place == .none ? nil : place,
      endColumn: isWhole && place.line > 0 ? Int(place.column) + width : nil,
      fixes: [.init(Message(sv: mendSv, en: mendEn))])
  }
}

extension UInt8 {
  /// Whether it is an ASCII digit.
  var isDigit: Bool { (0x30...0x39).contains(self) }
  /// Whether it is an ASCII capital.
  var isCapital: Bool { (0x41...0x5A).contains(self) }
  /// Whether it is part of a word: an ASCII letter or digit, or of a character beyond ASCII.
  var isOfWord: Bool { isDigit || isCapital || (0x61...0x7A).contains(self) || self >= 0x80 }
}

import Input
import Kinds

/// The names that a part may look up: every word that is written in it, and in the parts and texts
/// that it may use.
///
/// Which words are names is known first when the part is read, in a scope. To take them all for
/// names costs at most a frame that nothing asks for.
struct MentionedNames {
  /// The words, by their numbers.
  var words = NameSet()
  /// Those that a point follows: paths that begin with them go on, and may begin with the name of a
  /// list that has been entered.
  var heads = NameSet()

  /// Takes in the words of a template's value.
  mutating func insert(_ value: Value, _ names: inout PropertyNames) {
    switch value.content {
    case .scalar(let scalar): insert(scalar.text, &names)
    case .list(let list): for item in list { insert(item, &names) }
    case .map(let map): for entry in map.entries { insert(entry.value, &names) }
    case .null: break
    }
  }

  private mutating func insert(_ text: String, _ names: inout PropertyNames) {
    let bytes = text.utf8Span.span
    var start: Int?
    for offset in 0...bytes.count {
      let byte = offset < bytes.count ? bytes[offset] : 0x20
      // The rest of a character is what its first byte is.
      if byte.isContinuation || byte.mayStandInWord == (start != nil) { continue }
      guard let first = start else {
        start = offset
        continue
      }
      start = nil
      let from = text.utf8.index(text.startIndex, offsetBy: first)
      let word = text[from..<text.utf8.index(from, offsetBy: offset - first)]
      let number = names.number(of: String(word))
      words.insert(number)
      if byte == UInt8(ascii: ".") { heads.insert(number) }
    }
  }

  /// Takes in what another part or text mentions.
  mutating func formUnion(_ other: MentionedNames) {
    words.formUnion(other.words)
    heads.formUnion(other.heads)
  }
}

extension String {
  /// Whether it is one word wherever it is mentioned.
  var isOneWord: Bool { utf8.allSatisfy { $0.isContinuation || $0.mayStandInWord } }
}

extension UInt8 {
  /// Whether it is not the first byte of a character.
  fileprivate var isContinuation: Bool { self & 0xC0 == 0x80 }

  /// Whether a character that it begins may stand in a name that is told from the words around it:
  /// all but what spaces and other signs may begin with.
  fileprivate var mayStandInWord: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    case ..<0x80, 0xC2, 0xE1, 0xE2, 0xE3: false
    default: true
    }
  }
}

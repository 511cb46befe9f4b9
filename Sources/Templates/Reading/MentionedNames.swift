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
    var rest = text.unicodeScalars[...]
    while let start = rest.firstIndex(where: \.mayStandInWord) {
      rest = rest[start...]
      let end = rest.firstIndex { !$0.mayStandInWord } ?? rest.endIndex
      let number = names.number(of: String(rest[..<end]))
      words.insert(number)
      rest = rest[end...]
      if rest.first == "." { heads.insert(number) }
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
  var isOneWord: Bool { unicodeScalars.allSatisfy(\.mayStandInWord) }
}

extension Unicode.Scalar {
  /// Whether it may stand in a name; all else may stand between two.
  fileprivate var mayStandInWord: Bool {
    switch self {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
    default: value >= 0x80 && !properties.isWhitespace
    }
  }
}

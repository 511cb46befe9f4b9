/// How many bytes a typed list mark and the spaces after it take at the start of a line; nil where
/// the line has none.
///
/// `•x`, `- x`, `– x`, `− x` and `* x` are items of a list (N12). Who builds the list asks before
/// the text is normalised: there a dash that begins a line is a sign or the beginning of speech. A
/// dash before a number is the number's sign, in prose and in cells.
public func typedListMark(of line: some StringProtocol) -> Int? {
  var rest = line.unicodeScalars[...]
  let spaces = rest.prefix { $0.isListSpace }
  rest = rest[spaces.endIndex...]
  guard let mark = rest.popFirst() else { return nil }
  let gap = rest.prefix { $0.isListSpace }
  guard let first = rest[gap.endIndex...].first else { return nil }
  switch mark {
  case "•", "·", "▪", "◦", "‣", "●": break
  case "*":
    guard !gap.isEmpty else { return nil }
  case "-", "–", "−":
    guard !gap.isEmpty, !("0"..."9").contains(first) else { return nil }
  default: return nil
  }
  return line.utf8.distance(from: line.startIndex, to: gap.endIndex)
}

extension Unicode.Scalar {
  fileprivate var isListSpace: Bool {
    self == " " || self == "\t" || self == "\u{A0}" || self == "\u{202F}"
  }
}

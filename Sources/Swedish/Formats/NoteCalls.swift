/// What a value says without the calls of notes at its end, and the labels of those notes.
///
/// `706 500[^1]` is `706 500` with a note: a number in a table may call one as any words may.
public func withoutNoteCalls(_ text: String) -> (text: String, labels: [String]) {
  var rest = text[...]
  var labels: [String] = []
  while true {
    while rest.last?.isWhitespace == true { rest.removeLast() }
    guard rest.utf8.last == UInt8(ascii: "]"), let open = rest.lastIndex(of: "["),
      rest[open...].hasPrefix("[^")
    else { break }
    let label = rest[open...].dropFirst(2).dropLast()
    guard !label.isEmpty, !label.contains(where: \.isWhitespace) else { break }
    labels.insert(String(label), at: 0)
    rest = rest[..<open]
  }
  return labels.isEmpty ? (text, []) : (String(rest), labels)
}

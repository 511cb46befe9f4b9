import Manuscript

extension RichText {
  /// The text with its mail addresses as links, so that a reader of the file writes to them.
  ///
  /// An address is what stands round an `@` in letters, figures and `._%+-`, with a point after it;
  /// a point that ends a sentence is no part of it. Links that are there already stay as they are.
  /// Cost: one look for the `@`, and for texts that have one a walk over its neighbours.
  func linkingMailAddresses() -> RichText {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "@")) else { return self }
    var result = self
    for (at, byte) in bytes.enumerated() where byte == UInt8(ascii: "@") {
      let start = at - bytes[..<at].reversed().prefix { $0.isMailByte }.count
      var end = at + 1 + bytes[(at + 1)...].prefix { $0.isMailByte }.count
      while end > at + 1, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
      guard start < at, bytes[at..<end].contains(UInt8(ascii: ".")),
        !spans.contains(where: { $0.start < end && start < $0.end })
      else { continue }
      let address = String(decoding: bytes[start..<end], as: UTF8.self)
      result.spans.append(
        Span(start: start, end: end, marks: .verbatim, target: .address("mailto:" + address)))
    }
    result.spans.sort { $0.start < $1.start }
    return result
  }
}

extension UInt8 {
  /// Whether the byte may stand in a mail address: an ASCII letter or figure, or `._%+-`.
  fileprivate var isMailByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "%"), UInt8(ascii: "+"),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

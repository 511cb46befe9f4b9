import Geometry

// Lengths and numbers as templates, themes and plans write them.

extension Length {
  /// A length from words: `11.5pt`, `112 mm`, `0`.
  init?(measure words: String) {
    if words == "0" {
      self = .zero
    } else if words.hasSuffix("mm"), let number = Double(measure: words.utf8.dropLast(2).trimmed) {
      self = .millimetres(number)
    } else if words.hasSuffix("pt"), let number = Double(measure: words.utf8.dropLast(2).trimmed) {
      self = .points(number)
    } else {
      return nil
    }
  }
}

extension Double {
  /// A number of up to six figures from words, with a point or a comma before its decimals.
  init?(measure words: String) { self.init(measure: words.utf8[...]) }

  /// The same from UTF-8.
  fileprivate init?(measure words: Substring.UTF8View) {
    let sign =
      switch words.first {
      case UInt8(ascii: "-"): 1
      case 0xE2 where words.starts(with: "−".utf8): 3
      default: 0
      }
    let digits = words.dropFirst(sign)
    guard digits.count <= 7 else { return nil }
    var (whole, decimals, scale) = (0.0, 0.0, 1.0)
    var (figures, hasPoint) = (0, false)
    for byte in digits {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let figure = Double(byte - UInt8(ascii: "0"))
        figures += 1
        if hasPoint {
          decimals = decimals * 10 + figure
          scale *= 10
        } else {
          whole = whole * 10 + figure
        }
      case UInt8(ascii: "."), UInt8(ascii: ","):
        // Figures stand before the point, of which there is one.
        guard figures > 0, !hasPoint else { return nil }
        (figures, hasPoint) = (0, true)
      default: return nil
      }
    }
    guard figures > 0 else { return nil }
    let value = whole + decimals / scale
    self = sign == 0 ? value : -value
  }
}

extension Substring.UTF8View {
  /// The text without spaces and tabs around it.
  fileprivate var trimmed: Substring.UTF8View {
    var text = drop { $0 == 0x20 || $0 == 0x09 }
    while let last = text.last, last == 0x20 || last == 0x09 { text.removeLast() }
    return text
  }
}

import Geometry

// Lengths and numbers as templates, themes and plans write them.

extension Length {
  /// A length from words: `11.5pt`, `112 mm`, `0`.
  init?(measure words: String) {
    if words == "0" {
      self = .zero
    } else if words.hasSuffix("mm") {
      guard let number = Double(measure: String(words.dropLast(2)).trimmingSpaces) else {
        return nil
      }
      self = .millimetres(number)
    } else if words.hasSuffix("pt") {
      guard let number = Double(measure: String(words.dropLast(2)).trimmingSpaces) else {
        return nil
      }
      self = .points(number)
    } else {
      return nil
    }
  }
}

extension Double {
  /// A number of up to six figures from words, with a point or a comma before its decimals.
  init?(measure words: String) {
    var digits = words[...]
    let isNegative = digits.first == "-" || digits.first == "−"
    if isNegative { digits = digits.dropFirst() }
    guard digits.utf8.count <= 7, let first = digits.first, first.isASCII, first.isNumber else {
      return nil
    }
    let parts = digits.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    guard parts.count <= 2, parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      parts.allSatisfy({ !$0.isEmpty }), let whole = Double(parts[0])
    else { return nil }
    var value = whole
    if parts.count == 2, let decimals = Double(parts[1]) {
      var scale = 1.0
      for _ in parts[1] { scale *= 10 }
      value += decimals / scale
    }
    self = isNegative ? -value : value
  }
}

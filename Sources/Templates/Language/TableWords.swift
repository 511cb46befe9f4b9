import Geometry
import Manuscript

// What plans write in Swedish about a table of theirs, and templates in English.

extension Table.Column.Width {
  /// A width from words: `auto`, `fit` or `innehåll`, `30 mm`, `85 pt`, `25 %`.
  init?(words: String) {
    switch words {
    case "auto": self = .auto
    case "fit", "innehåll": self = .fit
    default:
      if words.hasSuffix("%") {
        let number = String(words.dropLast()).trimmingSpaces
        guard let share = Double(measure: number), share > 0, share <= 100 else { return nil }
        self = .share(share / 100)
      } else {
        guard let length = Length(measure: words), length > .zero else { return nil }
        self = .fixed(length)
      }
    }
  }
}

extension Table.Column.Alignment {
  /// An alignment from a word of the template or of a plan.
  init?(words: String) {
    switch words {
    case "left", "vänster": self = .left
    case "right", "höger": self = .right
    case "centre", "mitt": self = .centre
    case "decimal": self = .decimal
    default: return nil
    }
  }
}

extension Table.Row.Kind {
  /// What a row is, from a word of the template or of a plan.
  init?(words: String) {
    switch words {
    case "item", "post": self = .item
    case "group", "grupp": self = .group
    case "part", "varav": self = .part
    case "subtotal", "delsumma": self = .subtotal
    case "total", "summa": self = .total
    default: return nil
    }
  }
}

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

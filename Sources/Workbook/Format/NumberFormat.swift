/// How a spreadsheet shows the numbers of a cell, as far as it says what they are.
///
/// **Source**: ECMA-376, part 1, 18.8.30 and 18.8.31. Of a format's sections only the first is read:
/// signs, colours, and words that a format adds are the document's own matter.
enum NumberFormat: Hashable {
  /// As many digits as the number has.
  case general
  /// A number with at least and at most so many decimals, shown divided by 1 000 so many times.
  case number(least: Int, most: Int, thousands: Int, isPercent: Bool)
  /// A day, or a day with a time where the cell has one.
  case date
  /// A year.
  case year
  /// A time of day.
  case time

  /// One of the formats that have numbers alone.
  init(builtIn id: Int) {
    switch id {
    case 1, 3, 37, 38, 41, 42: self = .fixed(0)
    case 2, 4, 39, 40, 43, 44: self = .fixed(2)
    case 5, 6: self = .fixed(0)
    case 7, 8: self = .fixed(2)
    case 9: self = .number(least: 0, most: 0, thousands: 0, isPercent: true)
    case 10: self = .number(least: 2, most: 2, thousands: 0, isPercent: true)
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...21, 32...35, 45...47, 55, 56: self = .time
    default: self = .general
    }
  }

  private static func fixed(_ decimals: Int) -> NumberFormat {
    .number(least: decimals, most: decimals, thousands: 0, isPercent: false)
  }

  /// A format written out: `# ##0,0 %` as the file has it, `#,##0.0 %`.
  init(code: String) {
    let signs = Self.signs(of: code)
    if signs.lowercased() == "general" || signs.isEmpty {
      self = .general
      return
    }
    let letters = Set(signs.lowercased())
    let hasTime = letters.contains("h") || letters.contains("s")
    if letters.contains("y") || letters.contains("d") || letters.contains("m") && !hasTime {
      self = letters.isDisjoint(with: "dmhs") ? .year : .date
      return
    }
    if hasTime {
      self = .time
      return
    }
    guard letters.contains("0") || letters.contains("#") || letters.contains("?"),
      !letters.contains("/"), !letters.contains("e"), !letters.contains("@")
    else {
      self = .general
      return
    }
    let parts = signs.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let decimals = parts.count > 1 ? parts[1].prefix { "0#?".contains($0) } : ""
    let digits = signs.lastIndex { "0#?".contains($0) } ?? signs.startIndex
    let after = signs[digits...].dropFirst()
    self = .number(
      least: decimals.lastIndex(of: "0").map {
        decimals.distance(from: decimals.startIndex, to: $0) + 1
      } ?? 0,
      most: decimals.count, thousands: after.prefix { $0 == "," }.count,
      isPercent: signs.contains("%"))
  }

  /// The first section's signs that say something: without texts in quotes, conditions and colours,
  /// and what only keeps or fills room.
  private static func signs(of code: String) -> String {
    var signs = ""
    var rest = code[...]
    while let sign = rest.popFirst() {
      switch sign {
      case ";": return signs
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": _ = rest.popFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        // Hours that go on past a day.
        if let first = inside.lowercased().first, "hms".contains(first),
          Set(inside.lowercased()).count == 1
        {
          signs.append("h")
        }
      case " ", "\u{A0}": continue
      default: signs.append(sign)
      }
    }
    return signs
  }
}

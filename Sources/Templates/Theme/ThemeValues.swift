import Diagnostics
import Geometry
import Input
import Typography

// The values that themes write: lengths, colours, rules.

extension ThemeReader {
  /// A length: `11.5pt`, `112 mm`, `0`.
  mutating func length(_ value: Value, of key: String) -> Length? {
    if let text = value.scalar?.text, let length = Length(measure: text) { return length }
    report(
      .wrongValue(
        of: key,
        wanted: .described(
          sv: "ett mått i pt eller mm, som 11.5pt eller 112 mm",
          en: "a length in pt or mm, such as 11.5pt or 112 mm"), found: value))
    return nil
  }

  /// Sets a length to what a map has under a key, if it has it; what is no length is none.
  mutating func set(_ length: inout Length, to key: String, of map: Map) {
    if let value = map[key] { length = self.length(value, of: key) ?? .zero }
  }

  /// Sets a rule likewise.
  mutating func set(_ rule: inout RuleStyle?, to key: String, of map: Map) {
    if let value = map[key] { rule = self.rule(value, of: key) ?? nil }
  }

  /// Sets a colour likewise.
  mutating func set(_ colour: inout Colour?, to key: String, of map: Map) {
    if let value = map[key] { colour = optionalColour(value, of: key) ?? nil }
  }

  /// A colour: `"#1a4a6e"`, or the name of one under `colours`.
  mutating func colour(_ value: Value, of key: String) -> Colour? {
    if let text = value.scalar?.text {
      if let colour = Colour(hexadecimal: text) ?? colours[text] { return colour }
    }
    let names = colourNames.joined(separator: ", ")
    let text = value.scalar?.text ?? ""
    var fault = Diagnostic.wrongValue(
      of: key,
      wanted: .described(
        sv: "en färg: \"#1a4a6e\" eller ett namn under 'colours' (\(names))",
        en: "a colour: \"#1a4a6e\" or a name under 'colours' (\(names))"), found: value)
    fault.fixes = .nearest(to: text, in: colourNames)
    report(fault)
    return nil
  }

  /// A colour or `none`; the inner nil for none.
  mutating func optionalColour(_ value: Value, of key: String) -> Colour?? {
    if value.isNone { return .some(nil) }
    return colour(value, of: key).map { .some($0) }
  }

  /// A rule, `{thickness, colour}`, or `none`; the inner nil for none.
  mutating func rule(_ value: Value, of key: String) -> RuleStyle?? {
    if value.isNone { return .some(nil) }
    guard let map = map(value, of: key, known: ["thickness", "colour"]) else { return nil }
    for needed in ["thickness", "colour"] where map[needed] == nil {
      report(.missingKeyword(needed, in: key, at: value.place))
    }
    guard let thickness = map["thickness"].flatMap({ length($0, of: "thickness") }),
      let colour = map["colour"].flatMap({ colour($0, of: "colour") })
    else { return nil }
    return .some(RuleStyle(thickness: thickness, colour: colour))
  }

  /// Distances from four sides: one length for all, or `{top, right, bottom, left}`.
  mutating func insets(
    _ value: Value, of key: String, from usual: Insets, besides others: [String] = []
  ) -> Insets? {
    if value.scalar != nil {
      return length(value, of: key).map { Insets(top: $0, right: $0, bottom: $0, left: $0) }
    }
    let sides = ["top", "right", "bottom", "left"]
    guard let map = map(value, of: key, known: sides + others) else { return nil }
    var insets = usual
    if let top = map["top"] { insets.top = length(top, of: "top") ?? insets.top }
    if let right = map["right"] { insets.right = length(right, of: "right") ?? insets.right }
    if let bottom = map["bottom"] { insets.bottom = length(bottom, of: "bottom") ?? insets.bottom }
    if let left = map["left"] { insets.left = length(left, of: "left") ?? insets.left }
    return insets
  }
}

extension Insets {
  /// No distance from any side.
  static var none: Insets { Insets(top: .zero, right: .zero, bottom: .zero, left: .zero) }
}

extension Value {
  /// Whether it says that there is to be nothing.
  fileprivate var isNone: Bool { scalar?.text == "none" }
}

extension Colour {
  /// A colour from `#1a4a6e`.
  init?(hexadecimal text: String) {
    guard text.utf8.count == 7, text.hasPrefix("#"),
      text.dropFirst().allSatisfy({ $0.isASCII && $0.isHexDigit }),
      let number = UInt32(text.dropFirst(), radix: 16)
    else { return nil }
    self.init(
      red: UInt8(number >> 16), green: UInt8(number >> 8 & 0xFF), blue: UInt8(number & 0xFF))
  }
}

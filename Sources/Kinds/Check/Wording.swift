import Diagnostics
import Input
import Swedish

/// A few words in both languages, to build messages of.
struct Wording: Sendable {
  /// The words in Swedish.
  var sv: String
  /// The words in English.
  var en: String

  /// Words in both languages.
  init(_ sv: String, _ en: String) {
    self.sv = sv
    self.en = en
  }

  /// A text in quotes, cut where it is long.
  init(quoting text: String) {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    let longest = 40
    let shown = line.count > longest || line.count < text.count ? line.prefix(longest) + "…" : line
    self.init("'\(shown)'", "'\(shown)'")
  }

  /// Words in a row, the last two joined by "or".
  init(anyOf wordings: [Wording]) {
    func joined(_ words: [String], _ or: String) -> String {
      guard let last = words.last, words.count > 1 else { return words.first ?? "" }
      return words.dropLast().joined(separator: ", ") + " \(or) " + last
    }
    self.init(joined(wordings.map(\.sv), "eller"), joined(wordings.map(\.en), "or"))
  }
}

extension Wording {
  /// What a message calls the value at a path: `'målvärde'`, or `post 3 i 'märke'`.
  init(naming path: PlanPath) {
    switch (path.key, path.entry) {
    case (nil, _): self.init("planen", "the plan")
    case (let key?, nil): self.init("'\(key)'", "'\(key)'")
    case (let key?, let entry?):
      self.init("post \(entry + 1) i '\(key)'", "entry \(entry + 1) of '\(key)'")
    }
  }

  /// What a value is.
  init(finding value: Value) {
    switch value.content {
    case .map: self.init("nycklar med värden", "keys with values")
    case .list: self.init("en lista", "a list")
    case .null: self.init("ingenting", "nothing")
    case .scalar(let scalar) where scalar.text.isEmpty: self.init("en tom text", "an empty text")
    case .scalar(let scalar): self.init(quoting: scalar.text)
    }
  }

  /// What a node's values should be.
  init(expecting node: SchemaNode) {
    if let format = node.format {
      let scalar = Wording(expecting: format, numbersOnly: !node.types.contains(.string))
      let rest = node.types.filter { $0 == .array }.map { Wording(expecting: $0) }
      self.init(anyOf: [scalar] + rest)
    } else if node.types.isEmpty {
      self.init("ett värde", "a value")
    } else {
      // Whoever may write text may write a number.
      let types = node.types.filter {
        $0 != .null && !([.number, .integer].contains($0) && node.types.contains(.string))
      }
      self.init(anyOf: types.map { Wording(expecting: $0) })
    }
  }

  private init(expecting type: SchemaNode.ValueType) {
    switch type {
    case .object: self.init("nycklar med värden", "keys with values")
    case .array: self.init("en lista", "a list")
    case .string: self.init("text", "text")
    case .number: self.init("ett tal", "a number")
    case .integer: self.init("ett heltal", "a whole number")
    case .boolean: self.init("ja eller nej", "yes or no, written ja or nej")
    case .null: self.init("ingenting", "nothing")
    }
  }

  private init(expecting format: ValueFormat, numbersOnly: Bool) {
    switch format {
    case .belopp: self.init("ett belopp utan enhet (147,0)", "an amount without unit (147,0)")
    case .tal where numbersOnly: self.init("ett tal (12,5)", "a number (12,5)")
    case .tal:
      self.init(
        "ett tal, om man vill med enhet (28 dagar)", "a number with or without unit (28 dagar)")
    case .procent: self.init("procent (22,6 %)", "a percentage (22,6 %)")
    case .målvärde: self.init("ett målvärde (minst 90 %)", "a målvärde (minst 90 %)")
    case .år: self.init("ett årtal (2024)", "a year (2024)")
    case .datum: self.init("ett datum (2024-04-15)", "a date (2024-04-15)")
    case .tid: self.init("ett klockslag (13:00)", "a time of day (13:00)")
    case .diarienummer:
      self.init("ett diarienummer (RJL 2023/18)", "a diarienummer (RJL 2023/18)")
    case .paragraf: self.init("en paragraf (159)", "a paragraph number (159)")
    case .markdown: self.init("text eller {fil: …}", "text or {fil: …}")
    case .fil: self.init("ett filnamn", "a file name")
    case .kolumner: self.init("en lista av kolumner", "a list of columns")
    case .celler: self.init("en lista av celler", "a list of cells")
    }
  }
}

extension Message {
  /// A sentence of two wordings, `{0}` and `{1}` in each language's text.
  init(sv: String, en: String, _ wordings: Wording...) {
    var (sv, en) = (sv, en)
    for (index, wording) in wordings.enumerated() {
      sv = sv.replacing("{\(index)}", with: wording.sv)
      en = en.replacing("{\(index)}", with: wording.en)
    }
    self.init(sv: sv, en: en)
  }
}

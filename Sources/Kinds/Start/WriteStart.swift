import Diagnostics
import Input

/// Writes a plan to start from: the keys that the kind needs with something in them, and the others
/// as remarks, each under its title and description.
///
/// What the writer is to replace stands in `⟨…⟩`, which `check` finds where it is left. A line that
/// begins with `#` and no space is a suggestion: without the mark it is a line of the plan.
///
/// - Parameters:
///   - schema: What the kind's plans may contain.
///   - kind: The kind's name, for `mall:`.
///   - first: Keys that are suggested before the others: those that not every kind has.
/// - Returns: YAML that keeps to the schema.
public func writeStart(of schema: Schema, kind: String, first: [String] = []) -> String {
  var writer = StartWriter(schema: schema, first: Set(first))
  return writer.write(kind: kind)
}

/// The marks that something to be written stands between.
public enum Prompt {
  /// Before it.
  public static let opening: Character = "⟨"
  /// After it.
  public static let closing: Character = "⟩"

  /// The first prompt in a text, with its marks.
  static func first(in text: String) -> Substring? {
    // Every text of a plan is looked through, by its scalars: parting it into characters took as long
    // as all else that is checked of it.
    let scalars = text.unicodeScalars
    guard text.utf8.contains(0xE2), let start = scalars.firstIndex(where: opening.isScalar),
      let end = scalars[start...].firstIndex(where: closing.isScalar)
    else { return nil }
    return text[start...end]
  }
}

extension Character {
  /// Whether the character is one scalar, and this one.
  fileprivate func isScalar(_ scalar: Unicode.Scalar) -> Bool {
    unicodeScalars.first == scalar
  }
}

private struct StartWriter {
  let schema: Schema
  let first: Set<String>
  private var lines: [String] = []
  /// The nodes that the walk is inside: a tree is written one level deep.
  private var inside: [SchemaNode.ID] = []
  /// How deep the keys that need not be there are still suggested.
  private static let deepestSuggestion = 2
  private static let widestRemark = 96

  init(schema: Schema, first: Set<String>) {
    self.schema = schema
    self.first = first
  }

  mutating func write(kind: String) -> String {
    let root = schema[schema.root]
    remark("\(root.title): \(root.description)", indent: 0)
    remark(
      "Ersätt det som står inom \(Prompt.opening)…\(Prompt.closing). En rad som börjar med # utan "
        + "mellanslag är ett förslag: ta bort tecknet för att använda den.", indent: 0)
    lines.append("mall: \(kind)")
    writeProperties(of: root, indent: 0, isSuggestion: false, except: ["mall"])
    return lines.joined(separator: "\n") + "\n"
  }

  /// The keys of an object: those it needs, then the others as suggestions.
  private mutating func writeProperties(
    of node: SchemaNode, indent: Int, isSuggestion: Bool, except written: Set<String> = []
  ) {
    let needed = needed(of: node)
    let properties = node.properties.filter { !written.contains($0.name) }
    for property in properties where needed.contains(property.name) {
      write(property, indent: indent, isSuggestion: isSuggestion)
    }
    guard inside.count < Self.deepestSuggestion else { return }
    let suggested = properties.filter {
      !needed.contains($0.name) && !inside.contains($0.node)
    }
    let isTop = inside.isEmpty
    for property in suggested.filter({ isTop && first.contains($0.name) })
      + suggested.filter({ !isTop || !first.contains($0.name) })
    {
      write(property, indent: indent, isSuggestion: true)
    }
  }

  /// The keys that an object gets: those it must have, or its first, lest there be nothing in it.
  private func needed(of node: SchemaNode) -> [String] {
    guard node.required.isEmpty else { return node.required }
    let texts = node.properties.filter { schema[$0.node].allows(.string) }
    return (texts.first ?? node.properties.first).map { [$0.name] } ?? []
  }

  private mutating func write(
    _ property: SchemaNode.Property, indent: Int, isSuggestion: Bool
  ) {
    let node = schema[property.node]
    if !isSuggestion || indent == 0 {
      if indent == 0 { lines.append("") }
      let title = node.title.isEmpty ? property.name : node.title
      let values = node.enumeration.isEmpty ? "" : " (\(node.enumeration.joined(separator: ", ")))"
      remark(
        title + values + (node.description.isEmpty ? "" : ": \(node.description)"), indent: indent)
    }
    let key = text(of: property.name) + ":"
    switch shape(of: node) {
    case .scalar(let text):
      line(text.isEmpty ? key : "\(key) \(text)", indent: indent, isSuggestion: isSuggestion)
    case .object:
      line(key, indent: indent, isSuggestion: isSuggestion)
      inside.append(property.node)
      writeProperties(of: node, indent: indent + 2, isSuggestion: isSuggestion)
      inside.removeLast()
    case .list(let item):
      line(key, indent: indent, isSuggestion: isSuggestion)
      inside.append(property.node)
      writeItem(item, named: node.title, indent: indent + 2, isSuggestion: isSuggestion)
      inside.removeLast()
    }
  }

  /// The one entry of a list.
  private mutating func writeItem(
    _ id: SchemaNode.ID?, named title: String, indent: Int, isSuggestion: Bool
  ) {
    guard let id else {
      return line("- \(prompt(title))", indent: indent, isSuggestion: isSuggestion)
    }
    let node = schema[id]
    switch shape(of: node) {
    case .scalar(let text):
      line("- \(text)", indent: indent, isSuggestion: isSuggestion)
    case .object where inside.contains(id):
      line("- {}", indent: indent, isSuggestion: isSuggestion)
    case .object:
      let first = lines.count
      inside.append(id)
      writeProperties(of: node, indent: indent + 2, isSuggestion: isSuggestion)
      inside.removeLast()
      begin(at: first, indent: indent)
    case .list:
      line("- []", indent: indent, isSuggestion: isSuggestion)
    }
  }

  /// Puts an entry's dash before the first of its keys, and what is said of that key over the dash.
  private mutating func begin(at first: Int, indent: Int) {
    let room = String(repeating: " ", count: indent)
    for index in lines.indices[first...] where lines[index].hasPrefix(room + "  ") {
      let rest = lines[index].dropFirst(indent + 2)
      if rest.hasPrefix("# ") {
        lines[index] = room + rest
      } else {
        let mark = rest.hasPrefix("#") ? "#" : ""
        lines[index] = room + mark + "- " + rest.dropFirst(mark.count)
        return
      }
    }
  }

  // MARK: Values

  private enum Shape {
    case scalar(String)
    case object
    case list(SchemaNode.ID?)
  }

  /// What a value is written as: a text where it may be one.
  private func shape(of node: SchemaNode) -> Shape {
    let isScalar =
      node.types.isEmpty || [.string, .number, .integer, .boolean].contains(where: node.allows)
    if isScalar { return .scalar(scalar(of: node)) }
    if node.allows(.array) { return .list(node.items) }
    return .object
  }

  /// A scalar that the schema allows: an example where only some texts are allowed, else a prompt.
  private func scalar(of node: SchemaNode) -> String {
    if let first = node.enumeration.first { return text(of: first) }
    let example = node.examples.lazy.compactMap(\.scalar?.text).first
    let isFree = node.pattern == nil && node.allows(.string)
    switch node.format {
    case nil where isFree, .markdown where isFree, .diarienummer where isFree:
      return prompt(example.map { "t.ex. \($0)" } ?? node.title)
    case nil: return text(of: example ?? (node.allows(.boolean) ? "ja" : "1"))
    case .some(let format): return text(of: example ?? format.example)
    }
  }

  private func prompt(_ words: String) -> String {
    text(of: "\(Prompt.opening)\(words)\(Prompt.closing)")
  }

  /// A text as YAML takes it.
  private func text(of words: String) -> String {
    let needsQuotes =
      words.isEmpty || words.contains(where: { ":#,[]{}\"\\".contains($0) || $0.isNewline })
      || "-?!&*|>'%@`~".contains(words.prefix(1))
    guard needsQuotes else { return words }
    let line = words.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(line.split(whereSeparator: \.isNewline).joined(separator: " "))\""
  }

  // MARK: Lines

  private mutating func line(_ text: String, indent: Int, isSuggestion: Bool) {
    lines.append(String(repeating: " ", count: indent) + (isSuggestion ? "#" : "") + text)
  }

  /// Words for the reader, on as many lines as they need.
  private mutating func remark(_ words: String, indent: Int) {
    let start = String(repeating: " ", count: indent) + "#"
    var current = start
    for word in words.split(whereSeparator: \.isWhitespace) {
      if current.count + word.count >= Self.widestRemark, current != start {
        lines.append(current)
        current = start
      }
      current += " " + word
    }
    lines.append(current)
  }
}

extension ValueFormat {
  /// How such a value is written, where the schema has no example.
  fileprivate var example: String {
    switch self {
    case .belopp: "100,0"
    case .tal: "10"
    case .procent: "50 %"
    case .målvärde: "minst 90 %"
    case .år: "2025"
    case .datum: "2025-01-31"
    case .tid: "13:00"
    case .diarienummer: "RS 2025/1"
    case .paragraf: "1"
    case .markdown, .kolumner, .celler: ""
    case .fil: "fil.csv"
    }
  }
}

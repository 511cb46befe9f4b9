public import Input
import Swedish

/// The data as text, a value on each line with what the schema takes it for: the dump of the stage
/// `data`.
///
///     målvärde: målvärde "minst 90 %" = quantity ≥ 90 %
///     belopp: belopp "147,0" = 147,0
///
/// What a number, a date or a målvärde was read as stands after `=`. Words that no reader
/// understood show as `words`, so that they can be found.
public func dump(_ data: Value, schema: Schema) -> String {
  var dump = DataDump(schema: schema)
  dump.write(data, schema.root, label: "", indent: 0)
  return dump.text
}

/// Writes the lines of the dump.
private struct DataDump {
  let schema: Schema
  var text = ""

  mutating func write(_ value: Value, _ id: SchemaNode.ID?, label: String, indent: Int) {
    let node = id.map { schema[$0] }
    switch value.content {
    case .map(let map):
      let inner = open(label, indent)
      for entry in map.entries {
        write(entry.value, child(entry.key, of: node), label: entry.key + ":", indent: inner)
      }
      if map.entries.isEmpty { line("{}", inner) }
    case .list(let list):
      let inner = open(label, indent)
      for (index, item) in list.enumerated() {
        write(item, node?.items, label: "[\(index)]", indent: inner)
      }
      if list.isEmpty { line("[]", inner) }
    case .scalar(let scalar):
      let type = node?.format?.rawValue ?? node?.types.first?.rawValue ?? "unknown"
      let reading = node?.format.flatMap { self.reading(scalar, $0) }
      line("\(label) \(type) \(quoted(scalar.text))" + (reading.map { " = " + $0 } ?? ""), indent)
    case .null: line("\(label) nothing", indent)
    }
  }

  /// Writes the line over a map or a list, and gives the indent of its parts.
  private mutating func open(_ label: String, _ indent: Int) -> Int {
    guard !label.isEmpty else { return indent }
    line(label, indent)
    return indent + 1
  }

  private mutating func line(_ words: String, _ indent: Int) {
    text += String(repeating: "  ", count: indent) + words + "\n"
  }

  private func child(_ key: String, of node: SchemaNode?) -> SchemaNode.ID? {
    guard let node else { return nil }
    if let property = node.property(key) { return property }
    if case .node(let id) = node.additionalProperties { return id }
    return nil
  }

  /// What a scalar of a format was read as; nil where that says no more than the text.
  private func reading(_ scalar: Scalar, _ format: ValueFormat) -> String? {
    let notation: Amount.Notation = scalar.style == .jsonNumber ? .json : .swedish
    switch format {
    case .belopp, .tal, .procent:
      if let quantity = Quantity(scalar.text), !quantity.unit.isEmpty {
        return quantity.text(.typed)
      }
      return switch Amount.read(scalar.text, notation: notation) {
      case .amount(let amount): amount.description
      case .missing(let missing): "missing \(missing.rawValue)"
      case .fault: "not understood"
      }
    case .målvärde: return TargetValue(scalar.text).description
    case .datum: return CalendarDate(scalar.text)?.iso ?? "not understood"
    case .tid: return ClockTimes(scalar.text)?.text ?? "not understood"
    case .paragraf:
      let typed = NumberStyle.typed
      return ParagraphNumbers(scalar.text)?.text(typed) ?? "not understood"
    case .år, .diarienummer, .markdown, .fil, .kolumner, .celler: return nil
    }
  }

  private func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text {
      switch character {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n", "\r\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default: quoted.append(character)
      }
    }
    return quoted + "\""
  }
}

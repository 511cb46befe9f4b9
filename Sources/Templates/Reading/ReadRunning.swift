import Diagnostics
import Input
import Manuscript

extension TemplateReader {
  /// Reads `running: {head, foot, first: {head, foot}, left: {head, foot}}`.
  mutating func running(_ value: Value, _ context: Context) -> Template.Running {
    var running = Template.Running()
    guard let map = map(value, of: "running", known: ["head", "foot", "first", "left"]) else {
      return running
    }
    var context = context
    context.isRunning = true
    running.usual = margins(map, context)
    running.first = margins(map["first"], of: "first", context)
    running.left = margins(map["left"], of: "left", context)
    return running
  }

  /// The margins of some pages; nil where they are the usual ones.
  private mutating func margins(
    _ value: Value?, of key: String, _ context: Context
  ) -> Template.Running.Margins? {
    guard let value else { return nil }
    // Without a word, nothing stands there.
    if value.isNull || value.scalar?.text == "none" { return .init() }
    guard let map = map(value, of: key, known: ["head", "foot"]) else { return nil }
    return margins(map, context)
  }

  private mutating func margins(_ map: Map, _ context: Context) -> Template.Running.Margins {
    Template.Running.Margins(
      head: lines(map["head"], of: "head", context), foot: lines(map["foot"], of: "foot", context))
  }

  /// Reads a line, `{left, centre, right, style}`, or a list of them.
  private mutating func lines(
    _ value: Value?, of key: String, _ context: Context
  ) -> [Template.Running.Line] {
    guard let value else { return [] }
    return (value.list ?? [value]).compactMap { line in
      guard let map = map(line, of: key, known: ["left", "centre", "right", "style"]) else {
        return nil
      }
      return .init(
        left: optionalPattern(map["left"], of: "left", context),
        centre: optionalPattern(map["centre"], of: "centre", context),
        right: optionalPattern(map["right"], of: "right", context),
        style: map["style"].flatMap { word($0, of: "style")?.text } ?? "")
    }
  }

  /// Reads `numbering: {levels}`.
  mutating func readHeadingNumbers(_ value: Value) {
    guard let map = map(value, of: "numbering", known: ["levels"]) else { return }
    template.headingLevels = map["levels"].flatMap { integer($0, of: "levels", in: 0...6) }
  }
}

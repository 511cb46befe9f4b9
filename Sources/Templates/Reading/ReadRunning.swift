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
    for (key, path) in [
      ("first", \Template.Running.first), ("left", \Template.Running.left),
    ] {
      guard let written = map[key] else { continue }
      // Without a word, nothing stands there.
      if written.isNull || written.scalar?.text == "none" {
        running[keyPath: path] = .init()
      } else if let own = self.map(written, of: key, known: ["head", "foot"]) {
        running[keyPath: path] = margins(own, context)
      }
    }
    return running
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

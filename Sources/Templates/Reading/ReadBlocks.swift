import Diagnostics
import Input
import Kinds
import Manuscript

extension TemplateReader {
  /// Reads `heading: {text, level, number, id, toc, break-before, style}`.
  mutating func heading(_ value: Value, _ context: Context) -> Step? {
    let known = ["text", "level", "number", "id", "toc", "break-before", "numbering", "style"]
    guard let map = map(value, of: "heading", known: known) else { return nil }
    guard let text = map["text"] else {
      report(.missingKeyword("text", in: "heading", at: value.place))
      return nil
    }
    var level = HeadingStep.Level.relative(1)
    if let written = map["level"] {
      guard let read = headingLevel(written, context) else { return nil }
      level = read
    }
    return .heading(
      HeadingStep(
        text: pattern(text, of: "text", context), level: level,
        number: optionalPattern(map["number"], of: "number", context),
        label: optionalPattern(map["id"], of: "id", context),
        isListed: map["toc"].flatMap { flag($0, of: "toc", context) } ?? .constant(true),
        breaksPage: map["break-before"].flatMap { pageBreak($0, context) } ?? .constant(false),
        opensRecto: map["break-before"]?.scalar?.text == "recto",
        numbering: map["numbering"].flatMap { choice($0, of: "numbering") } ?? .automatic,
        style: map["style"].flatMap { word($0, of: "style")?.text }))
  }

  /// Reads a level: `1` to `6`, `+1`, or `"{fält}"`.
  private mutating func headingLevel(_ value: Value, _ context: Context) -> HeadingStep.Level? {
    if let slot = fieldAlone(value, context) { return slot.map { .field($0) } }
    if let text = value.scalar?.text {
      if text.hasPrefix("+"), let step = Int(text.dropFirst()), (0...5).contains(step) {
        return .relative(step)
      }
      if let level = Int(text), (1...6).contains(level) { return .absolute(level) }
    }
    report(
      .wrongValue(
        of: "level",
        wanted: .described(
          sv: "1 till 6, +1 för ett steg under rubriken ovanför, eller ett fält",
          en: "1 to 6, +1 for one below the heading above, or a field"), found: value))
    return nil
  }

  /// Reads `break-before: page`, `recto` or `none`.
  private mutating func pageBreak(_ value: Value, _ context: Context) -> Flag? {
    if let text = value.scalar?.text, ["page", "recto"].contains(text) { return .constant(true) }
    if value.scalar?.text == "none" { return .constant(false) }
    if let slot = fieldAlone(value, context) { return slot.map { .field($0) } }
    report(
      .wrongValue(of: "break-before", wanted: .choice(["page", "recto", "none"]), found: value))
    return nil
  }

  /// Reads `true`, `false` or `"{fält}"`.
  mutating func flag(_ value: Value, of key: String, _ context: Context) -> Flag? {
    if let slot = fieldAlone(value, context) { return slot.map { .field($0) } }
    return boolean(value, of: key).map { .constant($0) }
  }

  /// The field of a text that is nothing but a field; the inner nil when that field is unknown,
  /// the outer when the text is something else.
  mutating func fieldAlone(_ value: Value, _ context: Context) -> Slot?? {
    guard let text = value.scalar?.text, text.hasPrefix("{"), text.hasSuffix("}"),
      !text.dropFirst().contains("{")
    else { return nil }
    var place = value.scalar?.places.place(at: 1, in: text) ?? value.place
    if place.file == .none { place = value.place }
    let resolved = field(String(text.dropFirst().dropLast()).trimmingSpaces, at: place, context)
    return .some(resolved.map(slot))
  }

  /// Reads `text: "{text}"` or `text: {text, style}`; `ingress` and `statement` likewise.
  mutating func text(_ name: String, _ value: Value, _ context: Context) -> Step? {
    let usual =
      switch (name, context.surroundings) {
      case ("text", .cell): "cell"
      case ("text", .box): "box-text"
      case ("text", _): "body"
      default: name
      }
    guard value.map != nil else {
      return .text(pattern(value, of: name, context), style: usual)
    }
    guard let map = map(value, of: name, known: ["text", "style"]) else { return nil }
    guard let text = map["text"] else {
      report(.missingKeyword("text", in: name, at: value.place))
      return nil
    }
    let style = map["style"].flatMap { word($0, of: "style")?.text }
    return .text(pattern(text, of: "text", context), style: style ?? usual)
  }

  /// Reads `list: {items, text | flow, numbered, where, sort, style}`.
  mutating func list(_ value: Value, _ context: Context) -> Step? {
    let known = ["items", "text", "flow", "numbered", "marks", "where", "sort", "style"]
    guard let map = map(value, of: "list", known: known) else { return nil }
    guard let items = map["items"] else {
      report(.missingKeyword("items", in: "list", at: value.place))
      return nil
    }
    guard let (selection, inner) = selection(items, of: map, context, mayGroup: false) else {
      return nil
    }
    let item: CellContent
    if let flow = map["flow"] {
      if let text = map.entries.first(where: { $0.key == "text" }) {
        report(.eitherTextOrFlow(at: text.keyPlace))
      }
      var within = inner
      if context.surroundings == .document || context.surroundings == .box {
        within.surroundings = .list
      }
      item = .flow(steps(flow, within))
    } else if let text = map["text"] {
      item = .text(pattern(text, of: "text", inner))
    } else {
      let own = Value(.scalar(Scalar("{.}", style: .quoted, places: .none)), at: items.place)
      item = .text(pattern(own, of: "text", inner))
    }
    return .list(
      ListStep(
        selection: selection, item: item,
        isNumbered: map["numbered"].flatMap { flag($0, of: "numbered", context) }
          ?? .constant(false),
        form: map["marks"].flatMap { word($0, of: "marks")?.text },
        style: map["style"].flatMap { word($0, of: "style")?.text }
          ?? listStyle(in: context.surroundings)))
  }

  private func listStyle(in surroundings: Surroundings) -> String {
    switch surroundings {
    case .document, .list: "list"
    case .box: "box-text"
    case .cell: "cell"
    }
  }

  /// Reads `key-values: [{key, value}]` or `key-values: {pairs, style}`; a pair may have `each`.
  mutating func keyValues(_ value: Value, _ context: Context) -> Step? {
    guard
      let (list, style) = entries(value, of: "key-values", under: "pairs", style: "key-value")
    else { return nil }
    return .keyValues(list.compactMap { pair($0, context) }, style: style)
  }

  private mutating func pair(_ value: Value, _ context: Context) -> PairStep? {
    guard
      let (map, selection, inner) = entry(
        value, of: "key-values", known: ["key", "value"], context)
    else { return nil }
    for key in ["key", "value"] where map[key] == nil {
      report(.missingKeyword(key, in: "key-values", at: value.place))
    }
    return PairStep(
      selection: selection, key: pattern(map["key"], of: "key", inner),
      value: pattern(map["value"], of: "value", inner))
  }

  /// Reads `toc: {title, levels}`.
  mutating func contents(_ value: Value, _ context: Context) -> Step? {
    guard !value.isNull else {
      return .contents(title: TextPattern(pieces: []), levels: 3, .headings)
    }
    guard let map = map(value, of: "toc", known: ["title", "levels", "kind"]) else { return nil }
    let levels = map["levels"].flatMap { integer($0, of: "levels", in: 1...6) } ?? 3
    let kind: Contents.Kind? = map["kind"].flatMap { choice($0, of: "kind") }
    return .contents(
      title: pattern(map["title"], of: "title", context), levels: levels, kind ?? .headings)
  }

  /// Reads `cover: {title, by, mark, …}`: the theme says which parts it has room for.
  mutating func cover(_ value: Value, at place: Place, _ context: Context) -> Step? {
    guard let map = value.map else {
      report(
        .wrongValue(
          of: "cover",
          wanted: .described(
            sv: "delar med namn, som title och by", en: "named parts, such as title and by"),
          found: value))
      return nil
    }
    return .cover(
      map.entries.map { ($0.key, pattern($0.value, of: $0.key, context)) }, place)
  }

  /// Reads `notes: {title, style}`, or `notes` alone.
  mutating func notes(_ value: Value, _ context: Context) -> Step? {
    guard !value.isNull else { return .notes(title: nil, style: "note") }
    guard let map = map(value, of: "notes", known: ["title", "style"]) else { return nil }
    return .notes(
      title: optionalPattern(map["title"], of: "title", context),
      style: map["style"].flatMap { word($0, of: "style")?.text } ?? "note")
  }
}

extension Diagnostic {
  fileprivate static func eitherTextOrFlow(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .blockOutOfPlace,
      Message(
        sv: "en list har antingen 'text' eller 'flow', inte båda",
        en: "a list has either 'text' or 'flow', not both"), at: place)
  }
}

import Diagnostics
import Input
import Kinds

extension TemplateReader {
  /// The blocks, by their keywords.
  static let blocks = [
    "heading", "text", "ingress", "statement", "list", "table", "records", "key-values", "toc",
    "cover", "notes", "figure", "chart", "box", "signatures", "miniature", "part", "columns",
    "landscape",
    "page-break", "fill",
  ]
  /// The controls, and what belongs to them.
  static let controls = ["each", "with", "when", "use", "flow", "else", "where", "group", "sort"]
  /// What may stand in a list's item and in a cell.
  static let smallBlocks: Set<String> = ["text", "ingress", "statement", "list"]
  /// What may not stand in a box: what has a page, or a place, of its own.
  static let pageBlocks: Set<String> = [
    "toc", "cover", "notes", "box", "miniature", "part", "page-break", "fill",
  ]

  /// Reads a flow: a list of blocks and controls.
  mutating func steps(_ value: Value, _ context: Context) -> [Step] {
    guard let list = value.list else {
      report(
        .wrongValue(
          of: "flow",
          wanted: .described(
            sv: "en lista av block, vart och ett efter '- '",
            en: "a list of blocks, each after '- '"), found: value))
      return []
    }
    return list.compactMap { step($0, context) }
  }

  private mutating func step(_ value: Value, _ context: Context) -> Step? {
    if let scalar = value.scalar {
      // A block that has nothing to say can stand as a bare word.
      guard ["page-break", "fill", "notes"].contains(scalar.text) else {
        report(
          .wrongValue(
            of: "flow", wanted: .described(sv: "block och kontroller", en: "blocks and controls"),
            found: value))
        return nil
      }
      return block(scalar.text, Value(.null, at: value.place), at: value.place, context)
    }
    guard let map = map(value, of: "flow", known: Self.controls + Self.blocks) else { return nil }
    let openers = map.entries.filter { ["each", "with", "when"].contains($0.key) }
    guard openers.count <= 1 else {
      report(.twoControls(openers[0].key, openers[1]))
      return nil
    }
    guard let opener = openers.first else {
      for entry in map.entries where ["else", "where", "group", "sort"].contains(entry.key) {
        report(.withoutControl(entry))
      }
      return body(of: map, at: value.place, context)?.first
    }
    if opener.key != "each" {
      for entry in map.entries where ["where", "group", "sort"].contains(entry.key) {
        report(.withoutControl(entry))
      }
    }
    if opener.key != "when", let other = map.entries.first(where: { $0.key == "else" }) {
      report(.withoutControl(other))
    }
    switch opener.key {
    case "each":
      guard let (selection, inner) = selection(opener.value, of: map, context) else { return nil }
      return body(of: map, at: value.place, inner).map { .each(selection, $0) }
    case "with":
      guard let (level, inner) = object(opener.value, context) else { return nil }
      return body(of: map, at: value.place, inner).map { .with(level, $0) }
    default:
      let condition = condition(opener.value, context)
      let otherwise = map["else"].map { steps($0, context) } ?? []
      let then = body(of: map, at: value.place, context)
      guard let condition, let then else { return nil }
      return .when(condition, then: then, otherwise: otherwise)
    }
  }

  /// What a control is over: `flow`, or one block or part beside it.
  private mutating func body(of map: Map, at place: Place, _ context: Context) -> [Step]? {
    let bodies = map.entries.filter {
      $0.key == "flow" || $0.key == "use" || Self.blocks.contains($0.key)
    }
    guard let body = bodies.first else {
      // An unknown keyword has been told already, and may be the block that is missed here.
      if !map.entries.contains(where: { !(Self.controls + Self.blocks).contains($0.key) }) {
        report(.withoutBody(at: place))
      }
      return nil
    }
    guard bodies.count == 1 else {
      report(.twoBlocks(body.key, bodies[1]))
      return nil
    }
    switch body.key {
    case "flow": return steps(body.value, context)
    case "use":
      guard let name = word(body.value, of: "use") else { return nil }
      return part(name, at: body.value.place, context).map { [$0] }
    default: return block(body.key, body.value, at: body.keyPlace, context).map { [$0] }
    }
  }

  private mutating func block(
    _ name: String, _ value: Value, at place: Place, _ context: Context
  ) -> Step? {
    let isOutOfPlace =
      switch context.surroundings {
      case .document: false
      case .box: Self.pageBlocks.contains(name)
      case .list: !Self.smallBlocks.contains(name)
      case .cell: !Self.smallBlocks.contains(name) && name != "chart"
      }
    if isOutOfPlace {
      report(.outOfPlace(name, in: context.surroundings, at: place))
      return nil
    }
    switch name {
    case "heading": return heading(value, context)
    case "statement" where context.surroundings == .document || context.surroundings == .box:
      return quotation(value, context)
    case "figure": return figure(value, at: place, context)
    case "chart": return chart(value, at: place, context)
    case "box": return panel(value, context)
    case "signatures": return signatures(value, context)
    case "miniature": return miniature(value, at: place, context)
    case "part": return partWithPages(value, context)
    case "text", "ingress", "statement": return text(name, value, context)
    case "list": return list(value, context)
    case "table": return table(value, at: place, context)
    case "records": return records(value, at: place, context)
    case "key-values": return keyValues(value, context)
    case "toc": return contents(value, context)
    case "cover": return cover(value, at: place, context)
    case "notes":
      setsNotes = true
      return notes(value, context)
    case "columns": return columns(value, context)
    case "landscape": return .landscape(steps(value, context))
    case "page-break", "fill":
      if !value.isNull, value.scalar?.text != "true" {
        report(
          .wrongValue(
            of: name, wanted: .described(sv: "tomt eller true", en: "empty or true"), found: value))
      }
      return name == "fill" ? .fill : .pageBreak
    default: return nil
    }
  }
}

extension Diagnostic {
  fileprivate static func twoControls(_ first: String, _ second: Map.Entry) -> Diagnostic {
    Diagnostic(
      .error, .blockOutOfPlace,
      Message(
        sv: "'\(first)' och '\(second.key)' kan inte stå i samma post av flödet",
        en: "'\(first)' and '\(second.key)' cannot stand in one entry of the flow"),
      at: second.keyPlace,
      fixes: [
        Fix(
          Message(
            sv: "sätt den ena inuti den andras 'flow', eller välj poster med 'where'",
            en: "put one inside the other's 'flow', or choose items with 'where'"))
      ])
  }

  fileprivate static func twoBlocks(_ first: String, _ second: Map.Entry) -> Diagnostic {
    Diagnostic(
      .error, .blockOutOfPlace,
      Message(
        sv: "'\(first)' och '\(second.key)' står i samma post av flödet",
        en: "'\(first)' and '\(second.key)' stand in one entry of the flow"),
      at: second.keyPlace,
      fixes: [
        Fix(Message(sv: "börja vart och ett med '- '", en: "begin each of them with '- '"))
      ])
  }

  fileprivate static func withoutControl(_ entry: Map.Entry) -> Diagnostic {
    let owner = entry.key == "else" ? "when" : "each"
    return Diagnostic(
      .error, .blockOutOfPlace,
      Message(
        sv: "'\(entry.key)' hör till '\(owner)', som inte står här",
        en: "'\(entry.key)' belongs to '\(owner)', which does not stand here"), at: entry.keyPlace)
  }

  fileprivate static func withoutBody(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .missingKeyword,
      Message(
        sv: "posten har inget att sätta: 'flow', 'use' eller ett block saknas",
        en: "the entry has nothing to set: 'flow', 'use' or a block is missing"), at: place)
  }

  fileprivate static func outOfPlace(
    _ name: String, in surroundings: TemplateReader.Surroundings, at place: Place
  ) -> Diagnostic {
    if surroundings == .box {
      return Diagnostic(
        .error, .blockOutOfPlace,
        Message(
          sv: "'\(name)' kan inte stå i en faktaruta (box)", en: "'\(name)' cannot stand in a box"),
        at: place, endColumn: Int(place.column) + name.utf8.count)
    }
    let (sv, en, more) =
      surroundings == .cell ? ("en cell", "a cell", ", chart") : ("en lista", "a list", "")
    return Diagnostic(
      .error, .blockOutOfPlace,
      Message(
        sv: "'\(name)' kan inte stå i \(sv); där kan stå text, ingress, statement\(more) och list",
        en: "'\(name)' cannot stand in \(en); text, ingress, statement\(more) and list can"),
      at: place, endColumn: Int(place.column) + name.utf8.count)
  }
}

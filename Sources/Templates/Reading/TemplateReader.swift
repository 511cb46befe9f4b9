import Diagnostics
import Input
import Kinds
import Manuscript

/// Reads the value of a template file into a checked `Template`.
///
/// The document's flow is read first. A part is read once for every scope that a `use` asks for it
/// in, so that the names in it are checked where they will stand; `waiting` holds those that have
/// been asked for and not been read. A part that uses itself finds its scope known, and ends.
struct TemplateReader: KeywordReading {
  /// Where in the template the reader is.
  struct Context {
    var scope: Scope
    /// What the blocks will stand in.
    var surroundings: Surroundings = .document
    /// The part being read, by its index; nil outside parts.
    var part: Int?
    /// How many lists have been entered from the part's own item inwards; nil when the flow has
    /// gone to a list that stands outside that item.
    var descent: Int? = 0
    /// Whether the fields of the running head and foot may stand here.
    var isRunning = false
  }

  /// What the blocks of a flow stand in.
  enum Surroundings: Hashable {
    case document, box, list, cell
  }

  /// A part or a named text as it is used: where names resolve differently, it is another.
  struct Instance: Hashable {
    var name: String
    var scope: Scope
    var surroundings: Surroundings = .document
  }

  /// A pattern as it is written.
  struct WrittenPattern: Hashable {
    var text: String
    var place: Place
  }

  /// One use of a part by a part.
  struct Call {
    var from: Int
    var to: Int
    var descent: Int?
    var place: Place
  }

  static let keywords = [
    "flow", "parts", "texts", "running", "metadata", "theme", "words", "badges", "notes",
    "numbering", "watermark",
  ]

  let schema: Schema
  var template = Template()
  var diagnostics: [Diagnostic] = []
  /// Whether a flow has a `notes` block.
  var setsNotes = false

  /// The parts and named texts as they are written.
  var partSources: [Map.Entry] = []
  var textSources: [Map.Entry] = []
  var partIndices: [Instance: Int] = [:]
  var textIndices: [Instance: Int] = [:]
  /// The names of the shapes that scopes are made of.
  var propertyNames = PropertyNames()
  /// The patterns that have been cut into tokens; those of parts are read in many scopes.
  var lexedPatterns: [WrittenPattern: (tokens: [PatternLexer.Token], fault: Diagnostic?)] = [:]
  var waiting: [(index: Int, instance: Instance)] = []
  var calls: [Call] = []
  /// The named texts that are being read, each inside the one before it.
  var openTexts: [String] = []

  init(schema: Schema) { self.schema = schema }

  /// Reads the whole template.
  mutating func read(_ value: Value) -> (Template?, [Diagnostic]) {
    guard let map = map(value, of: "template.yaml", known: Self.keywords) else {
      return (nil, diagnostics)
    }
    partSources = entries(map["parts"], of: "parts")
    textSources = entries(map["texts"], of: "texts")
    let context = Context(scope: Scope(root: schema.root))
    if let flow = map["flow"] {
      template.flow = steps(flow, context)
    } else {
      report(.missingKeyword("flow", in: "template.yaml", at: value.place))
    }
    if let running = map["running"] { template.running = self.running(running, context) }
    readMetadata(map["metadata"], of: value, context)
    if let words = map["words"] { readWords(words) }
    if let badges = map["badges"] { readBadges(badges, context) }
    if let numbering = map["numbering"] { readHeadingNumbers(numbering) }
    template.watermark = optionalPattern(map["watermark"], of: "watermark", context)
    template.theme = map["theme"].flatMap { word($0, of: "theme")?.text }
    readWaitingParts()
    template.notePlacement =
      map["notes"].flatMap { choice($0, of: "notes") } ?? (setsNotes ? .end : .foot)
    reportUnused(in: value.place.file)
    reportEndless()
    return (template, diagnostics)
  }

  private mutating func entries(_ value: Value?, of key: String) -> [Map.Entry] {
    guard let value else { return [] }
    if let map = value.map { return map.entries }
    report(
      .wrongValue(
        of: key, wanted: .described(sv: "delar med namn", en: "named parts"), found: value))
    return []
  }

  // MARK: Parts

  /// The index of a part for the scope that it is used in.
  mutating func part(_ name: Scalar, at place: Place, _ context: Context) -> Int? {
    guard partSources.contains(where: { $0.key == name.text }) else {
      report(.unknownPart(name.text, known: partSources.map(\.key), at: place))
      return nil
    }
    let instance = Instance(
      name: name.text, scope: context.scope, surroundings: context.surroundings)
    let index = partIndices[instance] ?? template.parts.count
    if index == template.parts.count {
      partIndices[instance] = index
      template.parts.append([])
      waiting.append((index, instance))
    }
    if let from = context.part {
      calls.append(Call(from: from, to: index, descent: context.descent, place: place))
    }
    return index
  }

  private mutating func readWaitingParts() {
    while let (index, instance) = waiting.popLast() {
      guard let source = partSources.first(where: { $0.key == instance.name }) else { continue }
      var context = Context(scope: instance.scope)
      context.surroundings = instance.surroundings
      context.part = index
      template.parts[index] = steps(source.value, context)
    }
  }

  /// Tells of parts and texts that nothing uses; those of a kind that is extended may wait.
  private mutating func reportUnused(in file: FileID) {
    let parts = Set(partIndices.keys.map(\.name))
    let texts = Set(textIndices.keys.map(\.name))
    for (sources, used, key) in [(partSources, parts, "parts"), (textSources, texts, "texts")] {
      for source in sources where !used.contains(source.key) && source.keyPlace.file == file {
        report(.unused(source.key, in: key, at: source.keyPlace))
      }
    }
  }

  // MARK: Metadata

  private mutating func readMetadata(_ value: Value?, of owner: Value, _ context: Context) {
    guard let value else {
      report(.missingKeyword("metadata", in: "template.yaml", at: owner.place))
      return
    }
    let known = ["title", "author", "subject", "language", "date"]
    guard let map = map(value, of: "metadata", known: known) else { return }
    if map["title"] == nil { report(.missingKeyword("title", in: "metadata", at: value.place)) }
    template.metadata = .init(
      title: optionalPattern(map["title"], of: "title", context),
      author: optionalPattern(map["author"], of: "author", context),
      subject: optionalPattern(map["subject"], of: "subject", context),
      language: optionalPattern(map["language"], of: "language", context),
      date: optionalPattern(map["date"], of: "date", context))
  }
}

extension Diagnostic {
  fileprivate static func unknownPart(
    _ name: String, known: [String], at place: Place
  ) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .error, .unknownPart,
      Message(
        sv: known.isEmpty
          ? "okänd del '\(name)': mallen har inga delar under 'parts'"
          : "okänd del '\(name)'; under 'parts' finns \(list)",
        en: known.isEmpty
          ? "unknown part '\(name)': the template has none under 'parts'"
          : "unknown part '\(name)'; there are \(list) under 'parts'"),
      at: place, endColumn: Int(place.column) + name.unicodeScalars.count,
      fixes: .nearest(to: name, in: known))
  }

  fileprivate static func unused(_ name: String, in key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, .unusedPart,
      Message(
        sv: "'\(name)' under '\(key)' används inte, och är därför inte heller kontrollerad",
        en: "'\(name)' under '\(key)' is not used, and so has not been checked either"),
      at: place, endColumn: Int(place.column) + name.unicodeScalars.count)
  }
}

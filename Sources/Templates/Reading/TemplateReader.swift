import Diagnostics
import Input
import Kinds
import Manuscript

/// Reads the value of a template file into a checked `Template`.
///
/// The document's flow is read first. A part is read for every scope that a `use` asks for it in, so
/// that the names in it are checked where they will stand, but once for all scopes that look the same
/// to it; `waiting` holds those that have been asked for and not been read. A part that uses itself
/// finds its scope known, and ends.
///
/// Where a name is looked for in vain, the fault tells of all names that could have stood there, also
/// those that the part does not mention. So a template with faults is read again, each part in its
/// whole scopes.
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

  /// A part or a named text as it is used: where names mean something else, it is another.
  struct Instance: Hashable {
    var name: String
    var scope: Scope
    var surroundings: Surroundings = .document
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
  /// Whether parts are read in all of each scope that they are used in, and not in what they see of
  /// it.
  let takesWholeScopes: Bool
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
  /// The names that each part may look up.
  var mentionedNames: [String: MentionedNames] = [:]
  /// The names that are written in each part or text itself.
  var writtenNames: [String: MentionedNames] = [:]
  var waiting: [(index: Int, instance: Instance)] = []
  var calls: [Call] = []
  /// The named texts that are being read, each inside the one before it.
  var openTexts: [String] = []

  init(schema: Schema, takesWholeScopes: Bool = false) {
    self.schema = schema
    self.takesWholeScopes = takesWholeScopes
  }

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

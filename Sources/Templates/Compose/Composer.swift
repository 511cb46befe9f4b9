import Diagnostics
import Geometry
import Input
import Manuscript
import Swedish

/// Walks a template's steps over the data and gathers blocks.
struct Composer {
  /// The heading levels of a flow.
  struct Levels {
    /// What `+1` counts from.
    var base = 0
    /// The level of the last heading, which flows further in and the headings of prose count from.
    var last = 0

    /// The levels of a flow that begins under this one's last heading.
    var inner: Levels { Levels(base: last, last: last) }
  }

  let template: Template
  let numbers: NumberStyle
  /// What the document wants of the normaliser.
  var options: NormalisingOptions
  let loadProse: (String, Place) -> (Scalar?, [Diagnostic])
  /// Whether to tell what the normaliser changed.
  var tellsCorrections = false
  let loadPicture: (String, Place) -> (Picture?, [Diagnostic])
  /// The deepest level of headings that the theme numbers, where the template does not say.
  let headingLevels: Int

  var diagnostics: [Diagnostic] = []
  /// The blocks of the flow, cell or list item that is being composed.
  var blocks: [Block] = []
  var levels = Levels()
  var notes: [Note] = []
  /// How many of the notes have a number: all but those that stand under tables.
  var numberedNotes = 0
  /// How many of the numbered notes have been set.
  var notesSet = 0
  /// The notes of the table that is being composed; nil outside tables.
  var openNotes: OpenNotes?
  /// The table styles whose notes stand at the foot of the page.
  let footNotedTables: Set<String>
  /// How many tables have a number.
  var numberedTables = 0
  /// The badges and status marks by the names that data give them.
  var badgeLooks: [String: BadgeLook] = [:]
  /// The names of the badges in the table that is being composed.
  var openBadges: [String] = []
  /// The names of the badges that have been explained under a table.
  var explainedBadges: Set<String> = []
  /// The names that plans and templates have given to headings and tables.
  var labels: Set<String> = []
  /// Whether a text refers to another place by an empty link, to be filled with its name.
  var hasNameReferences = false
  /// How many figures have a number.
  var numberedFigures = 0
  /// Whether the flow stands in a box.
  var isInBox = false

  init(
    template: Template, numbers: NumberStyle, footNotedTables: Set<String>,
    headingLevels: Int,
    loadPicture: @escaping (String, Place) -> (Picture?, [Diagnostic]),
    loadProse: @escaping (String, Place) -> (Scalar?, [Diagnostic])
  ) {
    self.headingLevels = headingLevels
    self.loadPicture = loadPicture
    self.template = template
    self.numbers = numbers
    self.footNotedTables = footNotedTables
    options = NormalisingOptions(groupSpace: .init(rawValue: numbers.groupSeparator) ?? .narrow)
    self.loadProse = loadProse
  }

  /// Composes the whole document.
  mutating func compose(_ data: Value) -> (Document, [Diagnostic]) {
    let frames = [Frame(data)]
    let metadata = metadata(frames)
    options.language = metadata.language
    readBadges(frames)
    run(template.flow, frames)
    if notesSet < numberedNotes, template.notePlacement == .end {
      blocks.append(.notes(style: "note"))
    }
    var document = Document(
      metadata: metadata, blocks: blocks, furniture: furniture(template.running, frames),
      watermark: template.watermark.flatMap { richText($0, frames, .heading)?.text } ?? "",
      notes: notes, notePlacement: template.notePlacement)
    diagnostics += document.settleHeadingLevels()
    document.numberHeadings(
      levels: template.headingLevels ?? headingLevels,
      appendix: word(.appendix))
    document.nameHeadings(besides: labels)
    document.nameCaptioned()
    if hasNameReferences || !template.references.isEmpty {
      document.fillReferences(section: word(.section))
    }
    return (document, diagnostics)
  }

  // MARK: Controls

  /// Composes a flow.
  mutating func run(_ steps: [Step], _ frames: [Frame]) {
    for step in steps { run(step, frames) }
  }

  private mutating func run(_ step: Step, _ frames: [Frame]) {
    switch step {
    case .each(let selection, let steps):
      let outer = levels
      for item in items(of: selection, frames) {
        levels = outer.inner
        run(steps, item)
      }
      levels = outer
    case .when(let condition, let then, let otherwise):
      run(holds(condition, frames) ? then : otherwise, frames)
    case .with(let level, let steps):
      guard let value = level.slot.value(in: frames) else { return }
      run(steps, frames.entering(Frame(value), kept: level.kept))
    case .use(let part, let kept): run(template.parts[part], frames.keeping(kept))
    case .heading(let heading): add(heading, frames)
    case .text(let pattern, let style): add(pattern, style: style, frames)
    case .list(let list): add(list, frames)
    case .table(let table): add(table, frames)
    case .keyValues(let pairs, let style): add(pairs, style: style, frames)
    case .contents(let title, let levels, let kind):
      let title = richText(title, frames, .heading) ?? RichText("")
      blocks.append(.contents(Contents(title: title, levels: levels, kind: kind)))
    case .figure(let figure): add(figure, frames)
    case .chart(let chart): add(chart, frames)
    case .panel(let panel): add(panel, frames)
    case .quotation(let quotation): add(quotation, frames)
    case .signatures(let places, let style): add(places, style: style, frames)
    case .miniature(let miniature): add(miniature, frames)
    case .part(let part): add(part, frames)
    case .cover(let parts, let place): addCover(parts, at: place, frames)
    case .notes(let title, let style): addNotes(title, style: style, frames)
    case .columns(let count, let gutter, let steps):
      let inner = self.blocks(of: steps, frames)
      guard !inner.isEmpty else { return }
      blocks.append(.columns(Columns(count: count, gutter: gutter, blocks: inner)))
    case .landscape(let steps):
      let inner = self.blocks(of: steps, frames)
      if !inner.isEmpty { blocks.append(.landscape(inner)) }
    case .pageBreak: blocks.append(.pageBreak)
    case .fill: blocks.append(.fill)
    }
  }

  /// Composes steps as blocks of their own: a cell's or a list item's.
  mutating func blocks(of steps: [Step], _ frames: [Frame]) -> [Block] {
    let outer = blocks
    blocks = []
    run(steps, frames)
    defer { blocks = outer }
    return blocks
  }

  // MARK: What is asked of the data

  /// Whether a condition holds.
  func holds(_ condition: Condition, _ frames: [Frame]) -> Bool {
    switch condition {
    case .present(let slot):
      guard let value = slot.value(in: frames) else { return false }
      switch value.content {
      case .scalar(let scalar):
        return slot.isBoolean ? truthValue(of: scalar.text) == true : !scalar.text.isBlank
      case .list(let list): return !list.isEmpty
      case .map(let map): return !map.entries.isEmpty
      case .null: return false
      }
    case .equal(let slot, let wanted):
      guard let text = slot.scalar(in: frames)?.text else { return false }
      if slot.isBoolean, let truth = truthValue(of: text) { return truth == truthValue(of: wanted) }
      return text.trimmingSpaces == wanted
    case .not(let condition): return !holds(condition, frames)
    case .all(let conditions): return conditions.allSatisfy { holds($0, frames) }
    case .any(let conditions): return conditions.contains { holds($0, frames) }
    }
  }

  /// Whether a flag is up.
  func isUp(_ flag: Flag, _ frames: [Frame]) -> Bool {
    switch flag {
    case .constant(let value): value
    case .field(let slot):
      slot.scalar(in: frames).map { truthValue(of: $0.text) ?? !$0.text.isBlank } ?? false
    }
  }

  // MARK: Metadata

  /// What the file says about itself: as the plan writes it, for programs to read.
  private mutating func metadata(_ frames: [Frame]) -> Metadata {
    let patterns = template.metadata
    func placed(_ pattern: TextPattern?) -> PlacedText? {
      pattern.flatMap { self.text($0, frames, isPrinted: false) }
    }
    func text(_ pattern: TextPattern?) -> String? { placed(pattern)?.text }
    var metadata = Metadata(title: text(patterns.title) ?? "")
    metadata.author = text(patterns.author) ?? ""
    metadata.subject = text(patterns.subject) ?? ""
    metadata.date = text(patterns.date)
    if let language = placed(patterns.language) {
      if isLanguage(language.text[...]) {
        metadata.language = language.text == "sv" ? "sv-SE" : language.text
      } else {
        diagnostics.append(.noLanguage(language.text, at: language.places.start))
      }
    }
    return metadata
  }
}

extension [Frame] {
  /// The frames of the numbers that are kept, or all.
  func keeping(_ kept: [Int]?) -> [Frame] { kept.map { $0.map { self[$0] } } ?? self }

  /// The frames inside one more item, without those that it hides.
  func entering(_ frame: Frame, kept: [Int]?) -> [Frame] {
    var frames: [Frame] = []
    frames.reserveCapacity((kept?.count ?? count) + 1)
    if let kept {
      for index in kept { frames.append(self[index]) }
    } else {
      frames.append(contentsOf: self)
    }
    frames.append(frame)
    return frames
  }
}

extension String {
  /// Whether nothing in it can be seen: white space, joiners, marks of direction.
  var leavesNoInk: Bool {
    unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.isDefaultIgnorableCodePoint
    }
  }

  /// Whether it has nothing but white space.
  var isBlank: Bool { utf8.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D } }
}

extension Diagnostic {
  fileprivate static func noLanguage(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongFormat,
      Message(
        sv: "'\(text.prefix(20))' är ingen språkkod; väntade en som sv, en eller en-GB",
        en: "'\(text.prefix(20))' is no language tag; expected one such as sv, en or en-GB"),
      at: place)
  }
}

import Diagnostics
import Input
import Kinds
import Manuscript

extension TemplateReader {
  /// Reads `figure: {file, alt, caption, credit, width, crop: {ratio, focus}, number, float, id}`.
  mutating func figure(_ value: Value, at place: Place, _ context: Context) -> Step? {
    let known = [
      "file", "alt", "caption", "credit", "width", "crop", "numbered", "float", "id",
    ]
    guard let map = map(value, of: "figure", known: known) else { return nil }
    guard let file = map["file"] else {
      report(.missingKeyword("file", in: "figure", at: value.place))
      return nil
    }
    let crop = map["crop"].flatMap { self.map($0, of: "crop", known: ["ratio", "focus"]) }
    return .figure(
      FigureStep(
        file: pattern(file, of: "file", context),
        alternate: optionalPattern(map["alt"], of: "alt", context),
        caption: optionalPattern(map["caption"], of: "caption", context),
        credit: optionalPattern(map["credit"], of: "credit", context),
        width: optionalPattern(map["width"], of: "width", context),
        ratio: optionalPattern(crop?["ratio"], of: "ratio", context),
        focus: optionalPattern(crop?["focus"], of: "focus", context),
        label: optionalPattern(map["id"], of: "id", context),
        isNumbered: map["numbered"].flatMap { flag($0, of: "numbered", context) }
          ?? .constant(true),
        mayFloat: map["float"].flatMap { flag($0, of: "float", context) } ?? .constant(true),
        place: place))
  }

  /// Reads `box: {title, flow | text, id, style}`.
  mutating func panel(_ value: Value, _ context: Context) -> Step? {
    let known = ["title", "flow", "text", "id", "style"]
    guard let map = map(value, of: "box", known: known) else { return nil }
    var inner = context
    inner.surroundings = .box
    var flow = map["flow"].map { steps($0, inner) } ?? []
    if let text = map["text"] {
      flow.insert(contentsOf: [self.text("text", text, inner)].compactMap(\.self), at: 0)
    }
    if map["flow"] == nil, map["text"] == nil {
      report(.missingKeyword("flow", in: "box", at: value.place))
    }
    return .panel(
      PanelStep(
        title: optionalPattern(map["title"], of: "title", context), flow: flow,
        label: optionalPattern(map["id"], of: "id", context),
        style: map["style"].flatMap { word($0, of: "style")?.text } ?? "box"))
  }

  /// Reads `statement: "{vision}"` or `statement: {text, by, style}`.
  mutating func quotation(_ value: Value, _ context: Context) -> Step? {
    guard value.map != nil else {
      return .quotation(
        QuotationStep(text: pattern(value, of: "statement", context), style: "statement"))
    }
    guard let map = map(value, of: "statement", known: ["text", "by", "style"]) else { return nil }
    guard let text = map["text"] else {
      report(.missingKeyword("text", in: "statement", at: value.place))
      return nil
    }
    return .quotation(
      QuotationStep(
        text: pattern(text, of: "text", context),
        source: optionalPattern(map["by"], of: "by", context),
        style: map["style"].flatMap { word($0, of: "style")?.text } ?? "statement"))
  }

  /// Reads `signatures: [{role, name, text}]` or `signatures: {places, style}`; a place may have
  /// `each`.
  mutating func signatures(_ value: Value, _ context: Context) -> Step? {
    guard
      let (list, style) = entries(value, of: "signatures", under: "places", style: "signature")
    else { return nil }
    return .signatures(list.compactMap { signature($0, context) }, style: style)
  }

  private mutating func signature(_ value: Value, _ context: Context) -> SignatureStep? {
    guard
      let (map, selection, inner) = entry(
        value, of: "signatures", known: ["role", "name", "text"], context)
    else { return nil }
    return SignatureStep(
      selection: selection, role: optionalPattern(map["role"], of: "role", inner),
      name: optionalPattern(map["name"], of: "name", inner),
      text: optionalPattern(map["text"], of: "text", inner))
  }

  /// Reads `miniature: {kind, page, flow, below}`.
  mutating func miniature(_ value: Value, at place: Place, _ context: Context) -> Step? {
    let known = ["kind", "page", "flow", "below"]
    guard let map = map(value, of: "miniature", known: known) else { return nil }
    for key in known.dropLast() where map[key] == nil {
      report(.missingKeyword(key, in: "miniature", at: value.place))
    }
    guard let kind = map["kind"].flatMap({ word($0, of: "kind") }), let page = map["page"],
      let flow = map["flow"]
    else { return nil }
    return .miniature(
      MiniatureStep(
        kind: kind.text, page: pattern(page, of: "page", context), flow: steps(flow, context),
        below: map["below"].map { steps($0, context) } ?? [], place: kind.places.start))
  }

  /// Reads `part: {title, id, flow, running, numbering, opens, blank, watermark}`.
  mutating func partWithPages(_ value: Value, _ context: Context) -> Step? {
    let known = ["title", "id", "flow", "running", "numbering", "opens", "blank", "watermark"]
    guard let map = map(value, of: "part", known: known) else { return nil }
    guard let flow = map["flow"] else {
      report(.missingKeyword("flow", in: "part", at: value.place))
      return nil
    }
    let opening: PartOpening? = map["opens"].flatMap { choice($0, of: "opens") }
    var part = PartStep(
      title: optionalPattern(map["title"], of: "title", context),
      label: optionalPattern(map["id"], of: "id", context), flow: steps(flow, context),
      opensRecto: opening == .recto,
      blankText: optionalPattern(map["blank"], of: "blank", context),
      watermark: optionalPattern(map["watermark"], of: "watermark", context))
    if let running = map["running"] { part.running = self.running(running, context) }
    if let numbering = map["numbering"] { part.numbering = partNumbering(numbering) }
    return .part(part)
  }

  private enum PartOpening: String, CaseIterable {
    case page, recto
  }

  /// Reads `numbering: {figures, start, prefix}`, or the figures alone.
  private mutating func partNumbering(_ value: Value) -> Part.Numbering? {
    if value.scalar != nil {
      let figures: Part.Numbering.Figures? = choice(value, of: "numbering")
      return figures.map { Part.Numbering(figures: $0, start: 1) }
    }
    guard let map = map(value, of: "numbering", known: ["figures", "start", "prefix"]) else {
      return nil
    }
    var numbering = Part.Numbering()
    if let figures = map["figures"] {
      numbering.figures = choice(figures, of: "figures") ?? .figures
    }
    numbering.start = map["start"].flatMap { integer($0, of: "start", in: 1...99_999) }
    numbering.prefix = map["prefix"].flatMap { word($0, of: "prefix")?.text } ?? ""
    return numbering
  }
}

import Diagnostics
import Input
import Manuscript
import Swedish

extension Composer {
  // MARK: Margins

  /// What stands in the margins.
  mutating func furniture(_ running: Template.Running, _ frames: [Frame]) -> Furniture {
    Furniture(
      margins(running.usual, frames), first: running.first.map { margins($0, frames) },
      left: running.left.map { margins($0, frames) })
  }

  private mutating func margins(
    _ margins: Template.Running.Margins, _ frames: [Frame]
  ) -> Furniture.Margins {
    Furniture.Margins(
      head: margins.head.compactMap { line($0, frames) },
      foot: margins.foot.compactMap { line($0, frames) })
  }

  /// A line; nil where nothing comes of any of its texts.
  private mutating func line(
    _ line: Template.Running.Line, _ frames: [Frame]
  ) -> Furniture.Line? {
    var texts: [RichText] = []
    for pattern in [line.left, line.centre, line.right] {
      texts.append(pattern.flatMap { richText($0, frames, .prose) } ?? RichText(""))
    }
    guard texts.contains(where: { !$0.text.isEmpty }) else { return nil }
    return Furniture.Line(left: texts[0], centre: texts[1], right: texts[2], style: line.style)
  }

  // MARK: Parts

  /// Adds a part with pages of its own, unless it has no blocks.
  mutating func add(_ step: PartStep, _ frames: [Frame]) {
    let outer = blocks
    blocks = []
    run(step.flow, frames)
    let inner = blocks
    blocks = outer
    guard !inner.isEmpty else { return }
    blocks.append(
      .part(
        Part(
          title: step.title.flatMap { richText($0, frames, .heading)?.text } ?? "",
          id: label(step.label, frames), blocks: inner,
          furniture: step.running.map { furniture($0, frames) }, numbering: step.numbering,
          opensRecto: step.opensRecto,
          blankText: step.blankText.flatMap { richText($0, frames, .heading)?.text } ?? "",
          watermark: step.watermark.map { richText($0, frames, .heading)?.text ?? "" })))
  }

  /// Adds a box, unless nothing stands in it.
  mutating func add(_ step: PanelStep, _ frames: [Frame]) {
    let title = step.title.flatMap { richText($0, frames, .heading) }
    let wasInBox = isInBox
    isInBox = true
    let inner = blocks(of: step.flow, frames)
    isInBox = wasInBox
    guard !inner.isEmpty else { return }
    blocks.append(
      .panel(
        Panel(title: title, blocks: inner, style: step.style, id: label(step.label, frames))))
  }

  /// Adds a quotation, unless there are no words in it.
  mutating func add(_ step: QuotationStep, _ frames: [Frame]) {
    let outer = blocks
    blocks = []
    add(step.text, style: step.style, frames)
    let inner = blocks
    blocks = outer
    guard !inner.isEmpty else { return }
    let source = step.source.flatMap { richText($0, frames, .cell) }
    blocks.append(.quotation(Quotation(blocks: inner, source: source)))
  }

  /// Adds places to sign, without those that nobody is named for.
  mutating func add(_ steps: [SignatureStep], style: String, _ frames: [Frame]) {
    var places: [Signatures.Place] = []
    for step in steps {
      let items = step.selection.map { self.items(of: $0, frames) } ?? [frames]
      for item in items {
        let texts = [step.role, step.name, step.text].map { pattern in
          pattern.flatMap { richText($0, item, .cell) } ?? RichText("")
        }
        guard texts.contains(where: { !$0.isEmpty }) else { continue }
        places.append(Signatures.Place(role: texts[0], name: texts[1], text: texts[2]))
      }
    }
    guard !places.isEmpty else { return }
    blocks.append(.signatures(Signatures(places: places, style: style)))
  }

  /// Adds a miniature of pages, and what stands in its place where there are none.
  mutating func add(_ step: MiniatureStep, _ frames: [Frame]) {
    guard let page = text(step.page, frames, isPrinted: false) else { return }
    blocks.append(
      .miniature(
        Miniature(
          kind: step.kind, page: page.text, blocks: blocks(of: step.flow, frames),
          below: blocks(of: step.below, frames), place: step.place)))
  }

  // MARK: References

  /// The character that stands for a reference of a template until its text is normalised.
  static func standIn(forReference index: Int) -> Character {
    Character(Unicode.Scalar(firstStandIn + UInt32(index)) ?? "\u{FFFD}")
  }

  /// The first of the private-use characters that stand for references: after those of running heads.
  private static let firstStandIn: UInt32 = 0xE100

  /// The text with its references as such in place of the characters that stand for them.
  func withReferences(_ text: RichText) -> RichText {
    let range = Self.firstStandIn..<Self.firstStandIn + UInt32(template.references.count)
    guard text.text.unicodeScalars.contains(where: { range.contains($0.value) }) else {
      return text
    }
    var result = RichText("", places: text.places)
    for scalar in text.text.unicodeScalars {
      guard range.contains(scalar.value) else {
        result.text.unicodeScalars.append(scalar)
        continue
      }
      let reference = template.references[Int(scalar.value - Self.firstStandIn)]
      let start = result.text.utf8.count
      // As many bytes as the character before, so that the places hold.
      result.text += reference.print == .name ? Document.nameStandIn : "000"
      let target: RichText.Target =
        switch reference.print {
        case .name: .block(reference.label)
        case .page: .page(of: reference.label)
        case .pages: .pages(of: reference.label)
        }
      result.spans.append(.init(start: start, end: result.text.utf8.count, target: target))
    }
    return result
  }
}

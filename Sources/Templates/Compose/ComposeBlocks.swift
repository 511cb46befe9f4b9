import Diagnostics
import Input
import Manuscript
import Swedish

extension Composer {
  /// The deepest level that has a style of its own.
  private static let deepestStyle = 6

  /// The style of headings of a level.
  static func headingStyle(_ level: Int) -> String { "heading-\(min(level, deepestStyle))" }

  // MARK: Headings

  /// Adds a heading, unless nothing comes of its text.
  mutating func add(_ step: HeadingStep, _ frames: [Frame]) {
    guard let text = richText(step.text, frames, .heading), !text.text.leavesNoInk else { return }
    let level: Int
    switch step.level {
    case .absolute(let number):
      level = number
      levels.base = number
    case .relative(let depth): level = max(levels.base + depth, 1)
    case .field(let slot):
      let scalar = slot.scalar(in: frames)
      level = max(scalar.flatMap { Int($0.text.trimmingSpaces) } ?? levels.base + 1, 1)
      levels.base = level
    }
    levels.last = level
    let number = step.number.flatMap { richText($0, frames, .heading)?.text } ?? ""
    blocks.append(
      .heading(
        Heading(
          level: level, number: number, numbering: step.numbering, text: text,
          id: label(step.label, frames),
          isListed: isUp(step.isListed, frames) && !isInBox,
          breaksPage: isUp(step.breaksPage, frames),
          opensRecto: step.opensRecto,
          style: step.style ?? Self.headingStyle(level))))
  }

  /// The name that a template gives to a block; empty for none, or for one that is taken.
  mutating func label(_ pattern: TextPattern?, _ frames: [Frame]) -> String {
    guard let pattern, let text = text(pattern, frames, isPrinted: false) else { return "" }
    if labels.insert(text.text).inserted { return text.text }
    diagnostics.append(.duplicateLabel(text.text, at: text.places.start))
    return ""
  }

  // MARK: Text and lists

  /// Adds paragraphs, or whatever the prose of a single field holds.
  mutating func add(_ pattern: TextPattern, style: String, _ frames: [Frame]) {
    if let single = pattern.single, single.slot.isProse {
      guard let value = single.slot.value(in: frames) else { return }
      addProse(value, style: style, isInFlow: true)
    } else if let text = richText(pattern, frames, .paragraphStart) {
      blocks.append(.paragraph(Paragraph(text: text, style: style)))
    }
  }

  /// Adds a list, unless it has no items.
  mutating func add(_ step: ListStep, _ frames: [Frame]) {
    var items: [[Block]] = []
    for row in rows(of: step.selection, frames, keepsParents: false) {
      let item = content(step.item, row.frames, style: step.style)
      if !item.isEmpty { items.append(item) }
    }
    guard !items.isEmpty else { return }
    let isNumbered = isUp(step.isNumbered, frames)
    blocks.append(
      .list(
        List(
          marking: isNumbered ? .numbers(from: 1) : .bullets, form: step.form, items: items,
          style: step.style)))
  }

  /// What a list's item or a cell is made of, as blocks.
  private mutating func content(
    _ content: CellContent, _ frames: [Frame], style: String
  ) -> [Block] {
    switch content {
    case .flow(let steps): return blocks(of: steps, frames)
    case .text(let pattern):
      if let single = pattern.single, single.slot.isProse {
        guard let value = single.slot.value(in: frames) else { return [] }
        return prose(value, style: style)
      }
      guard let text = richText(pattern, frames, .paragraphStart) else { return [] }
      return [.paragraph(Paragraph(text: text, style: style))]
    }
  }

  /// Adds pairs, without those that have no value.
  mutating func add(_ steps: [PairStep], style: String, _ frames: [Frame]) {
    var pairs: [KeyValues.Pair] = []
    for step in steps {
      let items = step.selection.map { self.items(of: $0, frames) } ?? [frames]
      for item in items {
        guard let value = richText(step.value, item, .cell) else { continue }
        let key = richText(step.key, item, .cell) ?? RichText("")
        pairs.append(KeyValues.Pair(key: key, value: value))
      }
    }
    guard !pairs.isEmpty else { return }
    blocks.append(.keyValues(KeyValues(pairs: pairs, style: style)))
  }

  // MARK: Cover and notes

  /// Adds the cover, with the parts that something comes of.
  mutating func addCover(
    _ steps: [(name: String, text: TextPattern)], at place: Place, _ frames: [Frame]
  ) {
    var parts: [Cover.Part] = []
    for step in steps {
      guard let text = richText(step.text, frames, .heading) else { continue }
      parts.append(Cover.Part(name: step.name, text: text))
    }
    blocks.append(.cover(Cover(parts: parts, place: place)))
  }

  /// Sets the notes that have been called so far, under a heading where there are any.
  mutating func addNotes(_ title: TextPattern?, style: String, _ frames: [Frame]) {
    guard template.notePlacement == .end, notesSet < numberedNotes else { return }
    if let title, let text = richText(title, frames, .heading) {
      let level = levels.base + 1
      levels.last = level
      blocks.append(
        .heading(
          Heading(
            level: level, numbering: .none, text: text, id: "",
            style: Self.headingStyle(level))))
    }
    notesSet = numberedNotes
    blocks.append(.notes(style: style))
  }
}

extension Diagnostic {
  fileprivate static func duplicateLabel(_ label: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .duplicateLabel,
      Message(
        sv: "etiketten '\(label)' finns redan; varje etikett får stå på ett ställe",
        en: "the label '\(label)' is taken; a label may stand in one place only"), at: place,
      endColumn: Int(place.column) + label.unicodeScalars.count)
  }
}

import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

extension GalleyComposer {
  /// One line of a table of contents, or of a list of tables or figures.
  private struct Listed {
    var level = 1
    var number: String
    var text: RichText
    var id: String
    var target: Galley.ContentsEntry.Target
    var style: OpenStyle
  }

  /// Adds a table of contents, or a list of tables or figures.
  mutating func add(_ contents: Contents, in parent: ElementID) {
    // A list of nothing has no title either.
    guard !manuscript.entries(of: contents).isEmpty else { return }
    if !contents.title.isEmpty {
      let element = typesetter.structure.add(.paragraph, to: parent)
      add(contents.title, styleName: "toc-title", element: element)
    }
    let entries = contents.kind == .headings ? headings(contents.levels) : captioned(contents)
    let list = typesetter.structure.add(.contents, to: parent)
    /// The room that the widest number takes in each style.
    var rooms: [ObjectIdentifier: Length] = [:]
    for entry in entries where !entry.number.isEmpty {
      let number = typesetter.collect(
        RichText(entry.number), style: entry.style, element: typesetter.structure.root)
      let width = typesetter.width(of: number)
      typesetter.collector.items.removeSubrange(number.lowerBound...)
      // "Bilaga 1" and "§ 159" stand before their words; figures have a column.
      let isPlain = entry.number.allSatisfy { $0.isNumber || $0 == "." }
      guard isPlain || contents.kind != .headings else { continue }
      rooms[ObjectIdentifier(entry.style)] = max(
        rooms[ObjectIdentifier(entry.style)] ?? .zero, width)
    }
    for (index, entry) in entries.enumerated() {
      let gap = entry.style.paragraph.text.font.size.scaled(by: Self.numberGap)
      if keepsWithLast(index, of: entries), nextBreak != .forced { nextBreak = .forbidden }
      add(
        entry, room: rooms[ObjectIdentifier(entry.style)].map { $0 + gap },
        hasLabels: contents.kind != .headings, in: list)
    }
  }

  /// Whether a page may not end before an entry: the first one under another, and the last of several
  /// of a level, which would stand alone on the next page.
  private func keepsWithLast(_ index: Int, of entries: [Listed]) -> Bool {
    guard index > 0 else { return false }
    let (last, level) = (entries[index - 1].level, entries[index].level)
    let isLastOfLevel = index + 1 == entries.count || entries[index + 1].level < level
    return last < level || last == level && isLastOfLevel
  }

  /// Between the widest number and the words, in ems.
  private static let numberGap = 0.8

  private func headings(_ levels: Int) -> [Listed] {
    var number = -1
    return manuscript.headings.compactMap { heading in
      guard heading.isListed else { return nil }
      number += 1
      guard heading.level <= levels else { return nil }
      return Listed(
        level: heading.level, number: heading.number, text: heading.text, id: heading.id,
        target: .heading(number),
        style: typesetter.style("toc-\(heading.level)", at: heading.text.places.start))
    }
  }

  private func captioned(_ contents: Contents) -> [Listed] {
    let style = typesetter.style(
      typesetter.sheet.styles["toc-list"] == nil ? "toc-2" : "toc-list")
    return manuscript.entries(of: contents).map { entry in
      Listed(
        number: entry.number, text: entry.text, id: entry.id, target: .block(entry.id),
        style: style)
    }
  }

  private mutating func add(
    _ entry: Listed, room: Length?, hasLabels: Bool, in list: ElementID
  ) {
    let style = entry.style.paragraph
    let item = typesetter.structure.add(.contentsItem, to: list)
    let reference = typesetter.structure.add(.reference, to: item)
    let link = typesetter.structure.add(
      .link, to: reference, id: "#" + entry.id, details: .init(target: .block(entry.id)))
    let area = area(of: style.span)
    var text = entry.text
    text.spans = []
    let x = area.x + style.leftIndent
    let width = area.width - style.leftIndent - style.rightIndent
    // Words without a number begin where those with one do not: at the edge.
    let isPlain = entry.number.allSatisfy { $0.isNumber || $0 == "." }
    let indent = entry.number.isEmpty || !isPlain && !hasLabels ? .zero : room ?? .zero
    let index = set(entry, text, indent: indent, element: link, width: width)
    let lines = typesetter.texts[index].lines
    for (line, storeLine) in lines.enumerated() {
      let placed = PlacedLine(
        text: index, line: storeLine, x: x + indent, y: .zero, height: style.leading)
      var box = GalleyBox(content: .line(placed), height: style.leading)
      if line == lines.count - 1 {
        box.content = .contentsEnd(placed, entry: galley.contents.count)
      }
      if line > 0 { box.breakBefore = .forbidden }
      append(box, spaceBefore: line == 0 ? style.spaceBefore : .zero)
    }
    galley.contents.append(
      Galley.ContentsEntry(
        target: entry.target, style: entry.style, element: link, right: area.x + area.width))
    spaceAfter = style.spaceAfter
    if style.keepsWithNext { nextBreak = .forbidden }
  }

  /// Sets an entry, its number in a column of its own.
  private func set(
    _ entry: Listed, _ text: RichText, indent: Length, element: ElementID, width: Length
  ) -> Int {
    guard !entry.number.isEmpty else {
      return typesetter.set(text, style: entry.style, element: element, width: width)
    }
    let number = typesetter.collectApart(
      RichText(entry.number), style: entry.style, element: element)
    let taken = typesetter.width(of: number)
    let gap = entry.style.paragraph.text.font.size.scaled(by: Self.numberGap)
    typesetter.collector.addSpace(max(indent - taken, gap))
    let words = typesetter.collect(text, style: entry.style, element: element)
    defer { typesetter.collector.items.removeSubrange(number.lowerBound...) }
    return typesetter.set(
      number.lowerBound..<words.upperBound, of: text, style: entry.style, element: element,
      width: width - indent, firstIndent: -indent, alignment: .left)
  }
}

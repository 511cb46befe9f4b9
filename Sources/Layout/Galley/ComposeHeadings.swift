import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

extension GalleyComposer {
  /// How near the paper's edge a hanging number may come.
  private static let leastMargin = Length.millimetres(8)

  /// Adds blocks below each other; a run-in heading and the paragraph after it as one.
  mutating func add(_ blocks: [Block], in parent: ElementID) {
    var index = 0
    while index < blocks.count {
      if inside == nil { galley.starts.insert(galley.boxes.count) }
      if case .heading(let heading) = blocks[index], index + 1 < blocks.count,
        case .paragraph(let paragraph) = blocks[index + 1],
        typesetter.style(heading.style, at: heading.text.places.start).paragraph.runsIn
      {
        let first = galley.boxes.count
        spaceKinds.append(.paragraph)
        add(heading, runningInto: paragraph, in: parent)
        addFootnotes(calledFrom: first, in: parent)
        spaceKinds = [.paragraph]
        index += 2
      } else {
        add(blocks[index], in: parent)
        index += 1
      }
    }
  }

  /// Adds a heading.
  mutating func add(_ heading: Heading, in parent: ElementID) {
    let element = begin(heading, in: parent)
    let number = galley.headings.count - 1
    let open = typesetter.style(heading.style, at: heading.text.places.start)
    guard !heading.number.isEmpty else {
      add(heading.text, styleName: heading.style, element: element, heading: number)
      return
    }
    let style = open.paragraph
    let mark = typesetter.collectApart(RichText(heading.number), style: open, element: element)
    let width = typesetter.width(of: mark)
    let gap = typesetter.sheet.headings.gap
    let edge = geometry.leastLeft + area(of: style.span).x + style.leftIndent
    let hangs =
      typesetter.sheet.headings.hangsNumbers && inside == nil
      && (style.alignment == .left || style.alignment == .justified)
      && width + gap + Self.leastMargin <= edge
    typesetter.collector.addSpace(hangs ? gap : style.text.font.size.scaled(by: Self.quad))
    let words = typesetter.collect(heading.text, style: open, element: element)
    let index = typesetter.set(
      mark.lowerBound..<words.upperBound, of: heading.text, style: open, element: element,
      width: measure(of: style), firstIndent: hangs ? -(width + gap) : style.firstIndent,
      alignment: style.alignment)
    typesetter.collector.items.removeSubrange(mark.lowerBound...)
    stack(index, style: style, heading: number)
  }

  /// Between a number that does not hang and its heading, in ems.
  private static let quad = 0.6

  /// Notes a heading and makes its element.
  private mutating func begin(_ heading: Heading, in parent: ElementID) -> ElementID {
    if heading.breaksPage, !galley.boxes.isEmpty {
      nextBreak = .forced
      opensRecto = opensRecto || heading.opensRecto
    }
    let title =
      heading.number.isEmpty
      ? heading.text.text : heading.number + "\u{A0}" + heading.text.text
    galley.headings.append(
      Galley.Heading(
        level: heading.level, title: title, id: heading.id, isListed: heading.isListed,
        box: galley.boxes.count))
    if !heading.id.isEmpty { anchors.append(heading.id) }
    return typesetter.structure.add(.heading(level: heading.level), to: parent, id: heading.id)
  }

  /// Adds a heading and a paragraph that goes on in the heading's line.
  private mutating func add(
    _ heading: Heading, runningInto paragraph: Paragraph, in parent: ElementID
  ) {
    let element = begin(heading, in: parent)
    let head = typesetter.style(heading.style, at: heading.text.places.start)
    let open = typesetter.style(paragraph.style, at: paragraph.text.places.start)
    let own = typesetter.structure.add(.paragraph, to: parent)
    let number = heading.number.isEmpty ? "" : heading.number + "\u{A0}"
    let first = typesetter.collectApart(
      heading.text.prefixed(with: number), style: head, element: element)
    typesetter.collector.addSpace(open.paragraph.text.font.size.scaled(by: Self.quad))
    let words = typesetter.collect(paragraph.text, style: open, element: own)
    let index = typesetter.set(
      first.lowerBound..<words.upperBound, of: paragraph.text, style: open, element: own,
      width: measure(of: open.paragraph), alignment: open.paragraph.alignment)
    typesetter.collector.items.removeSubrange(first.lowerBound...)
    stack(
      index, style: open.paragraph, heading: galley.headings.count - 1,
      spaceAbove: head.paragraph.spaceBefore)
  }
}

extension Typesetter {
  /// Cuts a text into items that keep their element, whatever text they are set in.
  func collectApart(_ text: RichText, style: OpenStyle, element: ElementID) -> Range<Int> {
    let range = collect(text, style: style, element: element)
    for index in range {
      guard case .box(var box) = collector.items[index] else { continue }
      if box.tag < 0 { box.tag = element.index }
      // The place in the other text is its beginning.
      box.offset = 0
      collector.items[index] = .box(box)
    }
    return range
  }

  /// How wide items are on one line.
  func width(of items: Range<Int>) -> Length {
    collector.items[items].reduce(.zero) { sum, item in
      switch item {
      case .box(let box): sum + box.width
      case .glue(let glue, _): sum + glue.width
      case .penalty: sum
      }
    }
  }
}

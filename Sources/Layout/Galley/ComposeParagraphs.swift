import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

extension GalleyComposer {
  /// Sets a text over the text area and stacks its lines.
  mutating func add(
    _ text: RichText, styleName: String, element: ElementID, heading: Int = -1,
    spaceAbove: Length? = nil
  ) {
    let open = typesetter.style(styleName, at: text.places.start)
    let index = typesetter.set(
      text, style: open, element: element, width: measure(of: open.paragraph),
      firstIndent: open.paragraph.firstIndent)
    stack(index, style: open.paragraph, heading: heading, spaceAbove: spaceAbove)
  }

  /// How wide the lines of a style are.
  func measure(of style: ParagraphStyle) -> Length {
    area(of: style.span).width - style.leftIndent - style.rightIndent - style.padding.left
      - style.padding.right
  }

  /// Stacks the lines of a text that has been set over the measure of its style.
  mutating func stack(
    _ index: Int, style: ParagraphStyle, heading: Int = -1, spaceAbove: Length? = nil
  ) {
    let area = area(of: style.span)
    let inset = style.padding
    let x = area.x + style.leftIndent + inset.left
    open(style.opening)
    let lines = typesetter.texts[index].lines
    for (number, line) in lines.enumerated() {
      let isFirst = number == 0
      let isLast = number == lines.count - 1
      var box = GalleyBox(
        content: .line(
          PlacedLine(
            text: index, line: line, x: x, y: isFirst ? inset.top : .zero, height: style.leading)),
        height: style.leading + (isFirst ? inset.top : .zero) + (isLast ? inset.bottom : .zero))
      if !isFirst { box.breakBefore = breakBetween(number, of: lines.count, style) }
      if isFirst { box.heading = heading }
      box.dress = dress(style, x: area.x + style.leftIndent, width: area.width, isFirst, isLast)
      append(box, spaceBefore: isFirst ? spaceAbove ?? style.spaceBefore : .zero)
    }
    spaceAfter = style.spaceAfter
    if style.keepsWithNext || typesetter.texts[index].source.introduces {
      nextBreak = .forbidden
    } else if style.prefersNext {
      nextBreak = .discouraged
    }
  }

  /// Ends the page before a block whose style begins a new one.
  private mutating func open(_ opening: ParagraphStyle.Opening) {
    guard opening != .none, !galley.boxes.isEmpty, inside == nil else { return }
    nextBreak = .forced
    if opening == .recto { opensRecto = true }
  }

  /// Whether a page may end before a line: neither the first line alone at its foot (an orphan) nor
  /// the last alone at the next one's head (a widow).
  func breakBetween(_ line: Int, of count: Int, _ style: ParagraphStyle) -> PageBreak {
    if style.keepsTogether || line == 1 || line == count - 1 { return .forbidden }
    return style.prefersWhole ? .discouraged : .allowed
  }

  private func dress(
    _ style: ParagraphStyle, x: Length, width: Length, _ isFirst: Bool, _ isLast: Bool
  ) -> Dress? {
    let above = isFirst ? style.ruleAbove : nil
    let below = isLast ? style.ruleBelow : nil
    guard style.fill != nil || above != nil || below != nil else { return nil }
    return Dress(
      x: x, width: width - style.leftIndent - style.rightIndent, fill: style.fill,
      ruleAbove: above, ruleBelow: below, bleeds: style.bleeds)
  }
}

extension RichText {
  /// Whether the text says that something follows: it ends in a colon.
  fileprivate var introduces: Bool { text.utf8.last == UInt8(ascii: ":") }
}

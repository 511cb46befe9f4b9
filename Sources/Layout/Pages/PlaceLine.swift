import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

extension Typesetter {
  /// Puts a line on a page: one run for each stretch of words in one style and role.
  ///
  /// A space after a link, or another element within the text, is the text's and not the element's, so
  /// that nobody hears or touches more than its words.
  ///
  /// - Parameters:
  ///   - placed: the line and its place in its box.
  ///   - top: the top-left corner of the box.
  ///   - role: what the line is; nil for content of its text's element.
  ///   - page: the page.
  func place(
    _ placed: PlacedLine, at top: Point, role: Role? = nil, on page: inout Page
  ) {
    let text = texts[placed.text]
    let line = store.lines[placed.line]
    let left = top.x + placed.x
    let baseline = top.y + placed.y + text.style.baseline
    let lastOfText = store.lines[text.lines.upperBound - 1].pieces.upperBound
    /// The space after an element, from the line's left edge.
    var space: (character: Unicode.Scalar, x: Length)?
    var index = line.pieces.lowerBound
    while index < line.pieces.upperBound {
      let piece = store.pieces[index]
      let style = store[piece.style]
      if let free = space, !text.owns(piece) || style.badgePadding != nil {
        let start = Point(x: left + free.x, y: baseline)
        place(free.character, of: text, widening: line.widening, at: start, on: &page)
        space = nil
      }
      let first = page.words.count
      let origin = space?.x ?? piece.x
      if let free = space {
        page.words.append(
          PlacedWord(x: .zero, word: words.word("", in: style.font), spaceAfter: free.character))
        space = nil
      }
      while index < line.pieces.upperBound, store.pieces[index].style == piece.style,
        store.pieces[index].tag == piece.tag
      {
        let next = store.pieces[index]
        page.words.append(
          PlacedWord(x: next.x - origin, word: next.word, spaceAfter: next.spaceAfter))
        index += 1
      }
      let isLeft = index == lastOfText || store.pieces[index].tag != piece.tag
      if role == nil, isLeft, isWithin(text, piece), let last = page.words.last,
        let character = last.spaceAfter
      {
        page.words[page.words.count - 1].spaceAfter = nil
        let width = words.width(of: last.word).scaled(by: line.widening)
        space = (character, origin + last.x + width + (style.badgePadding ?? .zero))
      }
      let element = piece.tag >= 0 ? ElementID(index: piece.tag) : text.element
      let start = Point(x: left + origin, y: baseline - style.rise)
      if style.badgePadding != nil {
        placeBadge(words: first..<page.words.count, at: start, style: style, on: &page)
      }
      page.items.append(
        PageItem(
          .run(
            GlyphRun(
              origin: start, font: style.font, colour: style.colour,
              widening: line.widening, words: first..<page.words.count)),
          role: role ?? .content(element)))
    }
    if let space {
      let start = Point(x: left + space.x, y: baseline)
      place(space.character, of: text, widening: line.widening, at: start, on: &page)
    }
    if line.excess > Self.tolerableExcess {
      diagnostics.append(
        .overfullLine(
          by: line.excess, at: text.source.places.place(at: line.offset, in: text.source.text),
          page: page.number))
    }
  }

  /// Whether a word is content of an element within a text, as a link is: not of the text's own, nor of
  /// a heading that the text goes on from.
  private func isWithin(_ text: SetText, _ piece: Piece) -> Bool {
    guard !text.owns(piece) else { return false }
    switch structure[ElementID(index: piece.tag)].kind {
    case .link, .span, .quote: return true
    default: return false
    }
  }

  /// Puts a space of a text on a page, which stands between elements in it or at a line's end.
  private func place(
    _ space: Unicode.Scalar, of text: SetText, widening: Double, at start: Point,
    on page: inout Page
  ) {
    let style = store[text.style.plain]
    page.words.append(
      PlacedWord(x: .zero, word: words.word("", in: style.font), spaceAfter: space))
    page.items.append(
      PageItem(
        .run(
          GlyphRun(
            origin: start, font: style.font, colour: style.colour, widening: widening,
            words: page.words.count - 1..<page.words.count)),
        role: .content(text.element)))
  }

  /// A line may pass its measure by this much, which no eye sees, before it is told.
  private static let tolerableExcess = Length.points(0.05)

  /// Draws the tinted boxes behind a badge's words.
  private func placeBadge(
    words range: Range<Int>, at start: Point, style: RunStyle, on page: inout Page
  ) {
    guard let padding = style.badgePadding, let last = page.words[range].last else { return }
    if let mark = style.mark {
      let side = style.metrics.capHeight
      let corner = Point(x: start.x - padding, y: start.y - side)
      page.items.append(PageItem(mark.drawn(at: corner, side: side), role: .artifact(.layout)))
      return
    }
    let badge = sheet.badge
    // The box is as far above the capitals as below the baseline.
    let height = style.metrics.capHeight + badge.padding
    let rect = Rect(
      x: start.x - padding, y: start.y - style.metrics.capHeight - badge.padding / 2,
      width: last.x + words.width(of: last.word) + padding * 2, height: height)
    page.items.append(
      PageItem(
        .roundedFill(rect, radius: badge.radius, badge.fill), role: .artifact(.layout)))
  }
}

extension SetText {
  /// Whether a word is content of the text's own element, and not of one within it.
  fileprivate func owns(_ piece: Piece) -> Bool {
    piece.tag < 0 || piece.tag == element.index
  }
}

extension StatusMark {
  /// The mark in a square whose top-left corner is given; each shape looks as large as the others.
  fileprivate func drawn(at corner: Point, side: Length) -> PageItem.Mark {
    func at(_ x: Double, _ y: Double) -> Point {
      Point(x: corner.x + side.scaled(by: x), y: corner.y + side.scaled(by: y))
    }
    switch shape {
    case .circle:
      return .roundedFill(
        Rect(origin: corner, size: Size(width: side, height: side)), radius: side / 2, colour)
    case .square:
      let inset = side.scaled(by: 0.06)
      return .fill(
        Rect(
          origin: at(0.06, 0.06),
          size: Size(width: side - inset * 2, height: side - inset * 2)), colour)
    case .triangle: return .polygon([at(0.5, -0.06), at(1.06, 1), at(-0.06, 1)], colour)
    case .diamond:
      return .polygon([at(0.5, -0.1), at(1.1, 0.5), at(0.5, 1.1), at(-0.1, 0.5)], colour)
    }
  }
}

extension Diagnostic {
  fileprivate static func overfullLine(by excess: Length, at place: Place, page: Int) -> Diagnostic
  {
    Diagnostic(
      .warning, .overfullLine,
      Message(
        sv: "raden är \(excess) punkter bredare än sin plats",
        en: "the line is \(excess) points wider than its room"),
      at: place == .none ? nil : place, page: page,
      fixes: [
        Fix(
          Message(
            sv: "korta ordet, dela det med ett mjukt bindestreck, eller ge kolumnen mer bredd",
            en: "shorten the word, divide it with a soft hyphen, or give the column more width"))
      ])
  }
}

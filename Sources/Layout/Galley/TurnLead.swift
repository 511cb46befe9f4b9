import Geometry
import Manuscript
import Typography

extension GalleyComposer {
  /// Puts what leads up to a turned page on it, above what stands there: headings and all else that
  /// keeps with it and, if asked, a heading and its ingress that would have an upright page nearly
  /// to themselves.
  ///
  /// The lines stay as they were set for an upright page: a short measure is read better than one as
  /// long as the paper, and they stand where they would have stood.
  mutating func turnLead(with ingress: Bool) {
    guard nextBreak != .forced, inside == nil, let first = firstOfLead(with: ingress) else {
      return
    }
    for index in first..<galley.boxes.count { turn(index) }
  }

  /// The box that the lead of a turned page begins with; nil when nothing leads up to it.
  private func firstOfLead(with ingress: Bool) -> Int? {
    let boxes = galley.boxes
    let little = geometry.textArea.size.height.scaled(by: PagePrices.nextToNothing)
    /// The first box of all that keeps with what is turned.
    var kept: Int?
    var keeps = nextBreak == .forbidden
    var height = Length.zero
    var index = boxes.count
    while index > 0, boxes[index - 1].mayTurn, keeps || ingress && height <= little {
      index -= 1
      let box = boxes[index]
      if keeps { kept = index }
      keeps = keeps && box.breakBefore == .forbidden
      height += box.height
      let beginsPage =
        index == 0 || box.breakBefore == .forced || boxes[index - 1].isTurned
        || boxes[index - 1].isCover
      if beginsPage { return height <= little ? index : kept }
      height += box.spaceBefore
    }
    return kept
  }

  /// Turns a box: what is as wide as the upright page becomes as wide as the turned one.
  private mutating func turn(_ index: Int) {
    let page = typesetter.sheet.page
    let width = page.textArea.size.width
    let more = page.turned.textArea.size.width - width
    var box = galley.boxes[index]
    box.isTurned = true
    if var dress = box.dress, dress.x + dress.width >= width {
      dress.width += more
      box.dress = dress
    }
    switch box.content {
    case .line(var line):
      line.x += shift(of: line, by: more)
      box.content = .line(line)
    case .lines(let lines):
      box.content = .lines(
        lines.map { line in
          var line = line
          line.x += shift(of: line, by: more)
          return line
        })
    case .band, .contentsEnd, .picture, .fill, .space, .cover: break
    }
    galley.boxes[index] = box
  }

  /// How far a line moves to the right on a page that is so much wider.
  private func shift(of line: PlacedLine, by more: Length) -> Length {
    let style = typesetter.texts[line.text].style.paragraph
    guard style.span == .full else { return .zero }
    return switch style.alignment {
    case .left, .justified: .zero
    case .centre: more / 2
    case .right: more
    }
  }
}

extension GalleyBox {
  /// Whether it can lead up to a turned page: text or a table's row over the whole of an upright one.
  fileprivate var mayTurn: Bool {
    guard !isTurned, columnSet < 0, panel < 0 else { return false }
    return switch content {
    case .line, .lines, .band: true
    case .contentsEnd, .picture, .fill, .space, .cover: false
    }
  }
}

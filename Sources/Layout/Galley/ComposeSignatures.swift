import Geometry
import Manuscript
import Pages
import Typography

extension GalleyComposer {
  /// Adds places to sign, up to four side by side; each row of them is kept whole.
  mutating func add(_ signatures: Signatures, in parent: ElementID) {
    let open = typesetter.style(signatures.style)
    let style = open.paragraph
    let area = area(of: style.span)
    let x = area.x + style.leftIndent
    let width = area.width - style.leftIndent - style.rightIndent
    let rows = SignatureRows(
      signatures: signatures, typesetter: typesetter, open: open, width: width)
    let element = typesetter.structure.add(.division, to: parent)
    for (number, band) in rows.bands(in: element, x: x).enumerated() {
      append(
        GalleyBox(content: .band(band), height: band.height), spaceBefore: style.spaceBefore)
      // Who signs stands with what is signed: the first row is not alone on a page.
      let last = galley.boxes.count - 1
      if number == 0, last > 0, galley.boxes[last].breakBefore == .allowed {
        galley.boxes[last].breakBefore = .forbidden
      }
      spaceAfter = style.spaceBefore
    }
    spaceAfter = style.spaceAfter
    if style.keepsWithNext { nextBreak = .forbidden }
  }
}

/// Sets places to sign into bands of equal columns: the role, room for a hand, a rule, the name and
/// what follows it.
private struct SignatureRows {
  let signatures: Signatures
  let typesetter: Typesetter
  let open: OpenStyle
  let width: Length

  /// The room for a hand above the rule, in lines of the style.
  private static let linesToSign = 3
  /// Between two columns, in parts of the measure.
  private static let gutterShare = 0.06

  /// The rows, from the top.
  func bands(in element: ElementID, x: Length) -> [Band] {
    let abreast = min(signatures.places.count, Signatures.mostAbreast)
    guard abreast > 0 else { return [] }
    let gutter = width.scaled(by: Self.gutterShare)
    // Two places are not set wider than three would be: a line to sign has a hand's width.
    let columns = max(abreast, 2)
    let column = (width - gutter * (columns - 1)) / columns
    return stride(from: 0, to: signatures.places.count, by: abreast).map { first in
      let places = signatures.places[first..<min(first + abreast, signatures.places.count)]
      return row(of: Array(places), column: column, gutter: gutter, in: element, x: x)
    }
  }

  private func row(
    of places: [Signatures.Place], column: Length, gutter: Length, in element: ElementID, x: Length
  ) -> Band {
    let leading = open.paragraph.leading
    var cells: [Band.Cell] = []
    var height = Length.zero
    let texts = places.map { place in
      (
        above: set(place.role, in: element, width: column),
        below: set(place.name, in: element, width: column)
          + set(place.text, in: element, width: column)
      )
    }
    let roleHeight = texts.map { leading * $0.above.count }.max() ?? .zero
    let rule = roleHeight + leading * Self.linesToSign
    var rules: [Band.Rule] = []
    for (number, (above, below)) in texts.enumerated() {
      let left = (column + gutter) * number
      cells.append(cell(above, y: roleHeight - leading * above.count, x: left))
      let top = rule + leading / 4
      cells.append(cell(below, y: top, x: left))
      height = max(height, top + leading * below.count)
      rules.append(Band.Rule(y: rule, x: left, width: column, style: lineToSign))
    }
    return Band(x: x, height: max(height, rule), cells: cells, rules: rules, isWhole: true)
  }

  /// The rule to sign on: the style's own below it, or a hairline of its ink.
  private var lineToSign: RuleStyle {
    open.paragraph.ruleBelow
      ?? RuleStyle(thickness: .points(0.5), colour: open.paragraph.text.colour)
  }

  /// The lines of a text, each of which is a paragraph's.
  private func set(_ text: RichText, in element: ElementID, width: Length) -> [PlacedLine] {
    guard !text.isEmpty else { return [] }
    let own = typesetter.structure.add(.paragraph, to: element)
    let index = typesetter.set(text, style: open, element: own, width: width)
    return typesetter.texts[index].lines.map { line in
      PlacedLine(text: index, line: line, x: .zero, y: .zero, height: open.paragraph.leading)
    }
  }

  private func cell(_ lines: [PlacedLine], y: Length, x: Length) -> Band.Cell {
    let leading = open.paragraph.leading
    let placed = lines.enumerated().map { number, line in
      var line = line
      line.x = x
      line.y = leading * number
      return line
    }
    return Band.Cell(
      y: y, height: leading * lines.count, paddingTop: .zero, paddingBottom: .zero, lines: placed)
  }
}

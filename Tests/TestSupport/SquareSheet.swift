import Geometry
public import Typography

extension StyleSheet {
  /// A sheet of round numbers for tests: squares of 10 pt on a leading of 20, a page whose text area
  /// is 200 pt wide and as many lines high as asked.
  public static func squares(lines: Int = 10, width: Double = 200) -> StyleSheet {
    let text = TextStyle(font: FontRequest(family: "Square", size: .points(10)))
    func style(_ change: (inout ParagraphStyle) -> Void = { _ in }) -> ParagraphStyle {
      var style = ParagraphStyle(text: text, leading: .points(20))
      change(&style)
      return style
    }
    let heading = style {
      $0.keepsWithNext = true
      $0.spaceBefore = .points(20)
    }
    let cell = style()
    let rule = RuleStyle(thickness: .points(1), colour: .black)
    let none = Insets(top: .zero, right: .zero, bottom: .zero, left: .zero)
    return StyleSheet(
      page: PageGeometry(
        paper: Size(width: .points(width + 100), height: .points(Double(lines) * 20 + 100)),
        margins: Insets(
          top: .points(50), right: .points(50), bottom: .points(50), left: .points(50)),
        column: .points(width), gutter: .zero, headBaseline: .points(30),
        footBaseline: .points(30)),
      styles: [
        "body": style { $0.spaceAfter = .points(10) },
        "heading-1": heading, "heading-2": heading, "heading-3": heading, "heading-4": heading,
        "list": style { $0.spaceAfter = .points(10) }, "caption": style { $0.keepsWithNext = true },
        "cell": cell, "cell-head": cell, "cell-group": cell, "cell-sum": cell, "note": style(),
        "toc-title": style { $0.keepsWithNext = true }, "toc-1": style(), "toc-2": style(),
        "statement": style { $0.leftIndent = .points(20) }, "quote-source": style(),
        "box": style {
          $0.fill = Colour(red: 240, green: 240, blue: 240)
          $0.ruleAbove = rule
          $0.padding = Insets(
            top: .points(5), right: .points(10), bottom: .points(5), left: .points(10))
          $0.spaceBefore = .points(10)
          $0.spaceAfter = .points(10)
        },
        "figure-caption": style(),
        "box-title": style { $0.keepsWithNext = true }, "signature": style(),
        "blank-page": style(), "watermark": style { $0.text.font.size = .points(50) },
        "badge": style(), "running-head": style(), "folio": style(), "cover-title": style(),
      ],
      tables: [
        "table": TableStyle(
          padding: none, ruleTop: rule, ruleHead: rule, ruleRow: nil, ruleSum: rule,
          ruleBottom: rule, spaceBefore: .points(10), spaceAfter: .points(10))
      ],
      list: ListStyle(bullets: ["•"], indent: .points(20), itemSpace: .zero),
      leader: LeaderStyle(pattern: ".", pitch: .points(20), colour: .black),
      badge: BadgeStyle(fill: .black, padding: .points(2), radius: .points(1), gap: .points(4)),
      cover: CoverStyle(
        bands: [],
        slots: [
          CoverStyle.Slot(
            part: "title", style: "cover-title", anchor: .top, offset: .points(50),
            left: .points(50), width: .points(width))
        ]))
  }
}

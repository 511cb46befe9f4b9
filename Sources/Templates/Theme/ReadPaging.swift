import Diagnostics
import Geometry
import Input
import Typography

// How pages are filled: `pages` in a theme.

extension ThemeReader {
  private static let pagingKeywords = [
    "stretch", "grid", "two-sided", "column-gutter", "most-lines", "chapter-pages",
    "notes",
  ]

  /// Reads `pages: {stretch, grid, two-sided, column-gutter, most-lines, chapter-pages, notes}`.
  mutating func readPaging(_ value: Value?, gutter: Length, ink: Colour) -> PagingStyle {
    var paging = PagingStyle(stretch: Self.usualStretch)
    if gutter > .zero { paging.columnGutter = gutter }
    paging.footnotes.rule = RuleStyle(thickness: .points(0.5), colour: ink)
    guard let value, let map = map(value, of: "pages", known: Self.pagingKeywords) else {
      return paging
    }
    if let stretch = map["stretch"] { readStretch(stretch, into: &paging) }
    if let grid = map["grid"], grid.scalar?.text != "none" {
      paging.grid = length(grid, of: "grid")
      if let read = paging.grid, read <= .zero {
        paging.grid = nil
        report(
          .wrongValue(
            of: "grid", wanted: .described(sv: "större än noll", en: "more than nothing"),
            found: grid))
      }
    }
    if let sides = map["two-sided"] {
      paging.isTwoSided = boolean(sides, of: "two-sided") ?? false
    }
    if let gutter = map["column-gutter"] {
      paging.columnGutter = length(gutter, of: "column-gutter") ?? paging.columnGutter
    }
    if let most = map["most-lines"] {
      paging.mostBoxes = integer(most, of: "most-lines", in: 0...1_000_000) ?? paging.mostBoxes
    }
    if let most = map["chapter-pages"] {
      paging.mostChapterPages = integer(most, of: "chapter-pages", in: 1...1_000)
    }
    if let notes = map["notes"] { readFootnotes(notes, into: &paging.footnotes) }
    return paging
  }

  /// What a theme that does not say it lets spaces grow by: about half a line above headings.
  private static let usualStretch: [PagingStyle.Space: Length] = [
    .heading: .points(8), .table: .points(6), .figure: .points(6), .list: .points(3),
  ]

  private mutating func readStretch(_ value: Value, into paging: inout PagingStyle) {
    if value.scalar?.text == "none" {
      paging.stretch = [:]
      return
    }
    let known = PagingStyle.Space.allCases.map(\.rawValue)
    guard let map = map(value, of: "stretch", known: known) else { return }
    for space in PagingStyle.Space.allCases {
      guard let written = map[space.rawValue] else { continue }
      paging.stretch[space] = length(written, of: space.rawValue)
    }
  }

  private mutating func readFootnotes(_ value: Value, into notes: inout FootnoteStyle) {
    let known = ["style", "indent", "space-above", "space-below-rule", "rule", "rule-width"]
    guard let map = map(value, of: "notes", known: known) else { return }
    if let name = map["style"] { notes.style = styleName(name) ?? notes.style }
    set(&notes.indent, to: "indent", of: map)
    set(&notes.spaceAbove, to: "space-above", of: map)
    set(&notes.spaceBelowRule, to: "space-below-rule", of: map)
    set(&notes.ruleWidth, to: "rule-width", of: map)
    set(&notes.rule, to: "rule", of: map)
  }
}

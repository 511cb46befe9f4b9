import Geometry
import Manuscript
import Pages
import Typography

extension GalleyComposer {
  /// Adds blocks in columns side by side over the text area's width; columns inside columns are one
  /// with the column they stand in.
  mutating func add(_ columns: Columns, in parent: ElementID) {
    guard columnSet < 0, columns.count > 1 else {
      for block in columns.blocks { add(block, in: parent) }
      return
    }
    let area = area(of: .full)
    let gutter = columns.gutter ?? typesetter.sheet.paging.columnGutter
    let width = (area.width - gutter * (columns.count - 1)) / columns.count
    let outer = inside
    columnSet = galley.columnSets.count
    galley.columnSets.append(
      Galley.ColumnSet(count: columns.count, width: width, gutter: gutter))
    inside = (area.x, max(width, .points(1)))
    for block in columns.blocks { add(block, in: parent) }
    inside = outer
    columnSet = -1
  }
}

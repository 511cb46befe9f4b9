import Geometry
import Manuscript

/// How the numbers of each column stand under one another.
struct NumberColumns {
  /// The widest whole part and the widest rest of each column's numbers.
  private(set) var whole: [Length]
  private(set) var rest: [Length]
  private var numbers: [Int]
  private var words: [Int]

  init(count: Int) {
    whole = Array(repeating: .zero, count: count)
    rest = whole
    numbers = Array(repeating: 0, count: count)
    words = numbers
  }

  /// Takes the cells of some rows in.
  mutating func read(_ part: TableSetter.Part) {
    for cell in part.cells where cell.alignment == .decimal {
      let column = cell.placement.column
      if let whole = cell.wholePart {
        self.whole[column] = max(self.whole[column], whole)
        rest[column] = max(rest[column], cell.natural - whole)
        numbers[column] += 1
      } else if !cell.isEmpty, cell.placement.columnSpan == 1 {
        words[column] += 1
      }
    }
  }

  /// The width of a column's numbers, comma under comma.
  func width(of column: Int) -> Length { whole[column] + rest[column] }

  /// Whether a column is words with a number here and there, so that it stands left.
  func standsLeft(_ column: Int) -> Bool { words[column] > numbers[column] }
}

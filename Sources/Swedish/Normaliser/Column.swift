/// What a column of cells decides for all of them.
public struct ColumnForm: Hashable, Sendable {
  /// Whether its numbers of four digits have groups; nil decides by each number alone: all have
  /// but what may be a year.
  public var groupsFourDigits: Bool?

  /// A column with a rule for numbers of four digits.
  public init(groupsFourDigits: Bool? = nil) {
    self.groupsFourDigits = groupsFourDigits
  }

  /// Years: never grouped.
  public static let years = ColumnForm(groupsFourDigits: false)
  /// Numbers that are no years.
  public static let numbers = ColumnForm(groupsFourDigits: true)
  /// What the digits show.
  public static let unknown = ColumnForm()
}

extension ColumnForm {
  /// What the cells of a column decide, if the schema has not.
  ///
  /// One number that is no year, by its digits, its sign, its decimals or its unit, makes all of
  /// them numbers; a column of nothing but what may be years is left alone.
  public init(holdsYears: Bool? = nil, cells: some Sequence<String>) {
    if let holdsYears {
      self.init(groupsFourDigits: !holdsYears)
      return
    }
    self.init(groupsFourDigits: cells.contains(where: Self.showsNumbers) ? true : nil)
  }

  /// Whether a cell holds a number of four digits or more that is no year.
  private static func showsNumbers(_ cell: String) -> Bool {
    let bytes = Array(cell.utf8)
    var tokeniser = Tokeniser(bytes, isSwedish: true, exemptions: [])
    let tokens = tokeniser.cut()
    let walk = RuleWalk(
      bytes: bytes, tokens: tokens, context: .cell, options: NormalisingOptions(),
      column: .unknown)
    guard walk.isNumeric else { return false }
    var index = 0
    while walk.kind(index) != .end {
      guard walk.kind(index) == .digits, let number = walk.number(at: index) else {
        index += 1
        continue
      }
      if number.wholeDigits >= 5, !walk.isBasicDate(number) { return true }
      if number.wholeDigits == 4 {
        let isBare = walk.unit(after: number.last) == nil && !walk.hasSign(number.first)
        if !isBare || !number.isYear { return true }
      }
      index = number.last + 1
    }
    return false
  }
}

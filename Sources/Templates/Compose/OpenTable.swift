import Diagnostics
import Input
import Manuscript
import Swedish

extension Composer {
  /// A table while its cells are made.
  struct OpenTable {
    var columns: [OpenColumn] = []
    var rows: [OpenRow] = []
    /// Whether sums are carried over pages in any of the columns.
    var carries: Bool { columns.contains(where: \.carries) }
  }

  /// A column as it is set: one of the template's, or one of those that it repeats.
  struct OpenColumn {
    var step: TableStep.Column
    var look: Table.Column
    var head: RichText
    /// The words of the head over it and its neighbours; nil for none.
    var groupHead: RichText?
    /// The words in the heads of later pages.
    var continuedHead: RichText
    /// What stands under its rows; nil for nothing.
    var foot: RichText?
    /// The column's number in the list that it is repeated over, from 0.
    var index: Int
    var type: ColumnType?
    var decimals: DecimalRule?
    var empty: EmptyRule
    /// Whether its sum is carried over pages.
    var carries: Bool
    /// Whether neither template, plan nor schema says what it holds, so that its cells do.
    var isOpen: Bool
    /// Whether the head says that its numbers are hundredths, so that the cells need not.
    var isHeadedPercent: Bool
  }

  /// A row whose cells are made one by one.
  struct OpenRow {
    /// The cells that begin in the row; nil where a cell from above reaches into it, or the one to
    /// the left takes the room.
    var cells: [OpenCell?]
    var kind: Table.Row.Kind
    var depth = 0
    /// The sums that are carried where a page ends after the row, one for each column and empty
    /// where it has none; nil where nothing is carried.
    var carried: [String]?
  }

  /// A cell whose words or number wait for the other cells of its column, which decide with them
  /// how numbers are written.
  struct OpenCell {
    var cell: Table.Cell
    /// The words; nil for a cell that is done, or a number.
    var words: RichText?
    /// The number; nil for all other cells.
    var number: OpenNumber?

    init(_ cell: Table.Cell = Table.Cell(RichText(""))) { self.cell = cell }

    /// Whether nothing stands in it, now or later.
    var isBlank: Bool {
      guard words == nil, number == nil, cell.badges.isEmpty else { return false }
      guard case .text(let text) = cell.content else { return false }
      return text.isEmpty
    }
  }

  /// A number as a plan writes it, with what decides how it is printed.
  struct OpenNumber {
    var scalar: Scalar
    var format: Format
    /// Its row's unit, for a number that has none of its own; empty for none.
    var unit: String
    /// The notes that it calls.
    var notes: [Int]
    /// The number alone, and the unit written with it; nil for words and missing values.
    var quantity: Quantity?
    /// Whether its row says how many decimals it has.
    var hasOwnDecimals: Bool

    init(
      _ scalar: Scalar, format: Format, unit: String = "", decimals: Int? = nil, notes: [Int] = []
    ) {
      self.scalar = scalar
      self.format = format
      self.unit = unit
      self.notes = notes
      hasOwnDecimals = decimals != nil
      if let decimals { self.format.decimals = decimals }
      if scalar.style == .jsonNumber {
        quantity = Amount(scalar.text, notation: .json).map { Quantity($0) }
      } else {
        quantity = Quantity(scalar.text)
      }
    }
  }
}

extension Table.Cell {
  /// Whether nothing stands in it.
  var isBlank: Bool { badges.isEmpty && isWordless }

  /// Whether nothing stands in it but badges.
  var isWordless: Bool { if case .text(let text) = content { text.isEmpty } else { false } }
}

extension Composer {
  /// What a word of the template or the data says; nil where the data are silent, or say something
  /// that means nothing, which is told.
  mutating func said<Word: TableWord>(
    _ measure: TableStep.Measure<Word>?, _ frames: [Frame]
  ) -> Word? {
    switch measure {
    case nil: return nil
    case .constant(let word): return word
    case .field(let slot):
      guard let scalar = slot.scalar(in: frames), !scalar.text.isBlank else { return nil }
      if let word = Word(words: scalar.text.trimmingSpaces) { return word }
      diagnostics.append(.unknownWord(scalar, known: Word.planWords))
      return nil
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownWord(_ scalar: Scalar, known: String) -> Diagnostic {
    Diagnostic(
      .error, .valueNotAllowed,
      Message(
        sv: "'\(scalar.text)' ska vara något av \(known)",
        en: "'\(scalar.text)' should be one of \(known)"), at: scalar.places.start)
  }
}

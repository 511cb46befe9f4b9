import Diagnostics
import Input
import Swedish

/// Words with fields in them: `Målvärde[ {år}]`.
///
/// A pattern whose fields outside brackets are all empty is empty as a whole.
struct TextPattern: Sendable {
  /// A stretch of the pattern.
  enum Piece: Sendable {
    case words(String, at: Place)
    case field(FieldUse)
    /// The number of the item in the innermost list.
    case number
    /// What only the page knows.
    case furniture(Character)
    /// The name, the page or the number of pages of another place, by its index in
    /// `Template.references`.
    case reference(Int)
    /// Left out unless all fields in it have a value.
    case optional([Piece])
  }

  var pieces: [Piece]

  /// The field, where the pattern is one field and nothing else.
  var single: FieldUse? {
    if pieces.count == 1, case .field(let use) = pieces[0] { use } else { nil }
  }

  /// Whether it has fields that stand outside brackets.
  var needsField: Bool { pieces.contains { if case .field = $0 { true } else { false } } }

  /// Whether nothing can ever come of it.
  var isBlank: Bool { pieces.isEmpty }
}

/// A field in a pattern, and how it is printed.
struct FieldUse: Sendable {
  var slot: Slot
  /// How scalars are printed; nil for as they stand.
  var format: Format?
  /// The pattern for items that hold named values, by its index in `Template.texts`.
  var itemText: Int?
}

/// A pattern with a name of its own, for the items of a list.
struct NamedText: Sendable {
  var pattern: TextPattern
  /// What stands between items.
  var between: String
  /// What stands between the last two; nil for the same.
  var beforeLast: String?
}

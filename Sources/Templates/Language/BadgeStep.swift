/// What a badge or a status mark is: one, or one for every item of a list.
struct BadgeStep: Sendable {
  /// What it repeats over; nil for one.
  var repetition: Selection?
  /// What the data call it.
  var name: TextPattern
  /// What it says in print; nil for its name.
  var text: TextPattern?
  /// The sign before its text.
  var symbol: TextPattern?
  /// What is read out in its place.
  var spoken: TextPattern?
  /// What it means, told under the first table that has it.
  var legend: TextPattern?
  /// The theme's badge style.
  var style: TextPattern?
}

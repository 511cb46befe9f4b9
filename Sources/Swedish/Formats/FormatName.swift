/// The named ways of printing a value, as templates write them: `{belopp|mnkr}`.
public enum FormatName: String, Hashable, Sendable, CaseIterable {
  /// A number without decimals, rounded if it has them.
  case heltal
  /// A number with the decimals it was written with, and its unit if it has one.
  case tal
  /// An amount of money, with the decimals it was written with.
  case belopp
  /// An amount in thousands of kronor.
  case tkr
  /// An amount in millions of kronor.
  case mnkr
  /// A share in hundredths, always with its sign.
  case procent
  /// What a measure is to reach, in the writer's words.
  case målvärde
  /// A year, never grouped.
  case år
  /// A day: `15 april 2015`.
  case datum
  /// A day with its name: `onsdag 15 april 2015`.
  case dag
  /// A day in figures, for lists: `2015-04-15`.
  case sifferdatum
  /// A time of day: `9.45`.
  case tid
  /// A paragraph of minutes: `§ 159`.
  case paragraf
  /// The registry's number of a case, as it stands.
  case diarienummer
}

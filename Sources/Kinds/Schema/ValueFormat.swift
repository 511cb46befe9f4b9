public import Swedish

/// How a scalar is read: the schema's `format`.
///
/// The raw values are the words of schema files. All but `markdown` and `fil` are printed by the
/// `FormatName` of the same meaning where a template does not ask for another.
public enum ValueFormat: String, Sendable, CaseIterable {
  /// An amount of money: a number alone, or a missing value (– .. .).
  case belopp
  /// A number, with its unit if it has one, or a missing value.
  case tal
  /// A share in hundredths, with or without its sign.
  case procent
  /// What a measure is to reach; see `TargetValue`.
  case målvärde
  /// A calendar year of four digits.
  case år
  /// A day, `2015-04-15`.
  case datum
  /// A time of day or a span of it, `13:00` or `13.00–14.30`.
  case tid
  /// The registry's number of a case.
  case diarienummer
  /// The number of a paragraph in minutes, `159` or `§ 159`, or a span of them.
  case paragraf
  /// Prose in Markdown: text, or a map `{fil: name}` that says where it stands.
  case markdown
  /// The name of a file in the plan's folder.
  case fil
  /// A list of the columns of a table: a file that its rows are read from gives its headings, where
  /// the plan writes none.
  case kolumner
  /// A list of a row's cells: what a file holds in columns that the schema does not know.
  case celler

  /// How it is printed where a template names no format; nil for text that is printed as it stands.
  public var printing: FormatName? {
    switch self {
    case .belopp: .belopp
    case .tal: .tal
    case .procent: .procent
    case .målvärde: .målvärde
    case .år: .år
    case .datum: .datum
    case .tid: .tid
    case .diarienummer: .diarienummer
    case .paragraf: .paragraf
    case .markdown, .fil, .kolumner, .celler: nil
    }
  }
}

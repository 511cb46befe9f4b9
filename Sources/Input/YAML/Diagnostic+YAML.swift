import Diagnostics

/// What more than one of the steps of reading YAML reports.
extension Diagnostic {
  /// A text that YAML reads as something else because of the sign that it begins with.
  static func swallowed(_ range: TextRange, begins sign: Unicode.Scalar) -> Diagnostic {
    let (sv, en): (String, String) =
      switch sign {
      case ">", "|": ("början på ett textblock", "the start of a block of text")
      case "&": ("namnet på ett värde som upprepas", "the name of a value that is repeated")
      case "*": ("en hänvisning till ett namngivet värde", "an alias of a named value")
      case "!": ("namnet på en datatyp", "the name of a data type")
      case "?": ("början på en nyckel", "the start of a key")
      case "-": ("en punkt i en lista", "an item of a list")
      case "%": ("en instruktion", "a directive")
      case ",": ("gränsen mellan två värden", "the end of a value")
      case "@", "`": ("ett reserverat tecken", "a reserved sign")
      default: ("ett tecken med egen betydelse", "a sign with a meaning of its own")
      }
    return Diagnostic(
      .error, .needsQuotes,
      Message(
        sv: "'\(range.shown)' läses inte som text: '\(sign)' först är i YAML \(sv)",
        en: "'\(range.shown)' is not read as text: '\(sign)' in the first place is \(en) to YAML"),
      at: range.place, endColumn: range.endColumn, fixes: [range.quotes])
  }

  /// A tag that names no type of YAML's own.
  static func unreadTag(_ tag: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .needsQuotes,
      Message(
        sv: "datatypen '\(tag)' läses inte; ta bort den, eller sätt texten inom citattecken",
        en: "the data type '\(tag)' is not read; remove it, or put the text in quotes"), at: place)
  }

  /// A colon with no key before it.
  static func missingKey(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .yamlSyntax,
      Message(
        sv: "nyckeln före ':' saknas; skriv den, eller sätt texten inom citattecken",
        en: "the key before ':' is missing; write it, or put the text in quotes"), at: place)
  }

  /// A number that its comma tears into two values.
  ///
  /// In a list two values may have been meant, without the space between them.
  static func decimalComma(_ range: TextRange, isInList: Bool) -> Diagnostic {
    var fixes = [range.quotes]
    if isInList {
      let spaced = range.text.split(separator: ",").joined(separator: ", ")
      fixes.append(
        .init(
          Message(
            sv: "eller skriv mellanslag efter kommatecknet, om det är flera värden: \(spaced)",
            en: "or write a space after the comma, if they are several values: \(spaced)"),
          replacement: spaced))
    }
    return Diagnostic(
      .error, .ambiguousComma,
      Message(
        sv: "'\(range.shown)' blir flera värden: inom klamrar skiljer kommatecknet värden åt",
        en: "'\(range.shown)' becomes several values: in brackets the comma separates values"),
      at: range.place, endColumn: range.endColumn, fixes: fixes)
  }

  /// Text in quotes that goes on after them.
  static func textAfterQuote(_ range: TextRange) -> Diagnostic {
    Diagnostic(
      .error, .textAfterQuote,
      Message(
        sv: "text efter det avslutande citattecknet: citattecken ska stå om hela texten",
        en: "text after the closing quote: the quotes must stand round the whole text"),
      at: range.place, endColumn: range.endColumn, fixes: [range.quotes])
  }

  /// Text that begins with a bracket and goes on after the closing one.
  static func textAfterBracket(_ range: TextRange) -> Diagnostic {
    Diagnostic(
      .error, .textAfterBracket,
      Message(
        sv: "'\(range.shown)' läses som en lista eller {…} med något efter sig",
        en: "'\(range.shown)' is read as a list or {…} with something after it"),
      at: range.place, endColumn: range.endColumn, fixes: [range.quotes])
  }

  /// A key that is a list, a map or an alias.
  static func compoundKey(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .compoundKey,
      Message(
        sv: "en nyckel är ett ord eller en text, inte en lista, {…} eller en hänvisning",
        en: "a key is a word or a text, not a list, {…} or an alias"), at: place,
      notes: [
        .init(
          Message(
            sv: "text som börjar med '[', '{', '*' eller '?' sätts inom citattecken",
            en: "text that begins with '[', '{', '*' or '?' is put in quotes"))
      ])
  }

  /// More values than are read.
  static func tooMany(_ most: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .tooManyValues,
      Message(
        sv: "filen har fler än \(most) värden, som är det mesta som läses; dela den",
        en: "the file has more than \(most) values, the most that is read; split it"), at: place)
  }

  /// Aliases that repeat more than is read.
  static func aliasBomb(_ most: Int, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .aliasBomb,
      Message(
        sv: "hänvisningarna (*namn) upprepar så mycket att filen blir större än \(most) värden "
          + "eller för djup; skriv ut värdena där de behövs",
        en: "the aliases (*name) repeat so much that the file grows past \(most) values or too "
          + "deep; write the values out where they are needed"), at: place)
  }
}

extension Message {
  /// The last resort, for what nothing better can be said of.
  static let unreadable = Message(
    sv: "det här går inte att läsa som YAML; text med tecken som ':', '#' eller '\"' sätts inom "
      + "citattecken",
    en: "this cannot be read as YAML; text with signs like ':', '#' or '\"' is put in quotes")
}

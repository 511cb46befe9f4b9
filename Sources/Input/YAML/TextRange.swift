import Diagnostics

/// A piece of one source line, to mark and to mend.
struct TextRange {
  /// Where it begins.
  var place: Place
  /// The first column after it.
  var endColumn: Int
  /// The text.
  var text: String

  /// The text as messages show it: its beginning if it is long.
  var shown: String { text.shortened }

  /// The text in the quotes that need the least in it changed.
  var quoted: String {
    let text = inCurlyQuotes ?? text
    if !text.contains("\""), !text.contains("\\") { return "\"\(text)\"" }
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: "''") + "'"
  }

  /// What stands within the curly quotes that a word processor has put round the whole text.
  private var inCurlyQuotes: String? {
    let curly: Set<Unicode.Scalar> = ["\u{201C}", "\u{201D}", "\u{201E}", "\u{2018}", "\u{2019}"]
    let scalars = text.unicodeScalars
    guard scalars.count > 2, let first = scalars.first, let last = scalars.last,
      curly.contains(first), curly.contains(last)
    else { return nil }
    let inner = scalars.dropFirst().dropLast()
    // ”A” och ”B” begins and ends with quotes of two texts.
    guard !inner.contains(first), !inner.contains(last) || last == "\u{2019}" else { return nil }
    return String(inner)
  }

  /// The change that puts it in quotes.
  var quotes: Diagnostic.Fix {
    let quoted = quoted
    let shown = quoted.shortened == quoted ? ": " + quoted : ""
    if inCurlyQuotes != nil {
      return .init(
        Message(
          sv: "skriv raka citattecken om texten" + shown,
          en: "write straight quotes round the text" + shown), replacement: quoted)
    }
    return .init(
      Message(
        sv: "sätt texten inom citattecken" + shown, en: "put the text in quotes" + shown),
      replacement: quoted)
  }
}

extension String {
  /// The text, or its beginning where a message would drown in it.
  var shortened: String {
    let most = 100
    guard utf8.count > most else { return self }
    return String(unicodeScalars.prefix(most - 20)) + "…"
  }
}

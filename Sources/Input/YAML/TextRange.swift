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
    if !text.contains("\""), !text.contains("\\") { return "\"\(text)\"" }
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: "''") + "'"
  }

  /// The change that puts it in quotes.
  var quotes: Diagnostic.Fix {
    let quoted = quoted
    let shown = quoted.shortened == quoted ? ": " + quoted : ""
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

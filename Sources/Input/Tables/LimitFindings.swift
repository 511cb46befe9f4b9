public import Diagnostics

extension [Diagnostic] {
  /// The first findings of many alike, the last of them saying how many more there are: a table with
  /// a fault in every row must not fill the screen.
  public func limited(to most: Int = 20) -> [Diagnostic] {
    guard count > most, most > 0 else { return self }
    var shown = Array(self[..<most])
    let rest = count - most
    shown[most - 1].notes.append(
      Diagnostic.Note(
        Message(
          sv: "och \(rest) fel till i samma tabell", en: "and \(rest) more in the same table")))
    return shown
  }
}

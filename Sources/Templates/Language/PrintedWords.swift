/// The words that a document prints without any plan having written them.
///
/// They are the template's, and where it says nothing those of the document's language.
struct PrintedWords: Sendable {
  /// One of the words, by its key in a template.
  enum Key: String, CaseIterable, Sendable {
    /// What a table is called before its number.
    case table
    /// What a figure is called before its number.
    case figure
    /// What an appendix is called before its number.
    case appendix
    /// What a numbered heading is called in a reference.
    case section
    /// What marks captions and headings that go on from the page before.
    case continued
    /// What a sum is called that goes on to the next page, at the foot of this one.
    case carriedForward = "carried-forward"
    /// The same at the head of the next page.
    case broughtForward = "brought-forward"
    /// What – means in a table.
    case nothing
    /// What .. means in a table.
    case unavailable
    /// What . means in a table.
    case impossible
    /// What a chart's target is called.
    case target
    /// What a chart's limit is called.
    case limit
  }

  /// What the template says.
  var own: [Key: String] = [:]

  /// A word in a document of a language.
  func text(_ key: Key, isSwedish: Bool) -> String {
    own[key] ?? (isSwedish ? key.swedish : key.english)
  }
}

extension PrintedWords.Key {
  fileprivate var swedish: String {
    switch self {
    case .table: "Tabell"
    case .figure: "Figur"
    case .appendix: "Bilaga"
    case .section: "avsnitt"
    case .continued: "(forts.)"
    case .carriedForward: "Att transportera"
    case .broughtForward: "Transport"
    case .nothing: "inget att redovisa"
    case .unavailable: "uppgift saknas"
    case .impossible: "kan inte förekomma"
    case .target: "Mål"
    case .limit: "Gräns"
    }
  }

  fileprivate var english: String {
    switch self {
    case .table: "Table"
    case .figure: "Figure"
    case .appendix: "Appendix"
    case .section: "section"
    case .continued: "(cont.)"
    case .carriedForward: "Carried forward"
    case .broughtForward: "Brought forward"
    case .nothing: "nothing to report"
    case .unavailable: "not available"
    case .impossible: "not applicable"
    case .target: "Target"
    case .limit: "Limit"
    }
  }
}

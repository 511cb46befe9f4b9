import Diagnostics

/// What a finished document is for, and with it the standards that it has to keep to.
public enum Profile: String, Sendable, CaseIterable {
  /// For the web and most archives: PDF/A-2a and PDF/UA-1.
  case publication = "publicering"
  /// For archives that take data along: PDF/A-3a and PDF/UA-1, with the plan and the files that its
  /// words and numbers come from inside.
  case archive = "arkiv-data"
  /// For the office's printer: as for publication, with pages for both sides of punched sheets and
  /// wishes for how they are printed.
  case print = "utskrift"

  /// The standards, as people call them.
  public var standards: String {
    switch self {
    case .publication, .print: "PDF/A-2a, PDF/UA-1"
    case .archive: "PDF/A-3a, PDF/UA-1"
    }
  }

  /// What is told as a warning elsewhere and keeps a document from being written in this profile.
  ///
  /// On paper a heading of the wrong level or a pale word is a blemish; for somebody who listens, or
  /// sees little, it is a text that cannot be found or read.
  var demands: Set<Code> {
    switch self {
    case .publication, .archive:
      [.headingLevelSkipped, .lowContrast, .tableWithoutHead]
    case .print: []
    }
  }
}

extension [Diagnostic] {
  /// Makes errors of what a profile does not allow, each with the reason.
  mutating func hold(to profile: Profile) {
    for index in indices
    where self[index].severity < .error && profile.demands.contains(self[index].code) {
      self[index].severity = .error
      self[index].notes.append(Diagnostic.Note(.demanded(by: profile)))
    }
  }
}

extension Message {
  fileprivate static func demanded(by profile: Profile) -> Message {
    let (name, standards) = (profile.rawValue, profile.standards)
    return Message(
      sv: "profilen '\(name)' (\(standards)) tillåter det inte",
      en: "the profile '\(name)' (\(standards)) does not allow it")
  }
}

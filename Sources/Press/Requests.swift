public import Diagnostics

/// What to set, and where to.
public struct BuildRequest: Sendable {
  /// Where a plan comes from.
  public enum Plan: Hashable, Sendable {
    /// A file.
    case file(String)
    /// Bytes read from standard input; the files that they name are found in a folder.
    case standardInput([UInt8], base: String)
  }

  /// What a document is written as.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// Pages to print, keep and read.
    case pdf
    /// One page for the web.
    case html
  }

  /// The plan.
  public var plan: Plan
  /// What the document is written as.
  public var format: Format
  /// The path to write to; nil writes beside the plan, with the format's name for its extension.
  public var output: String?
  /// The theme's name, where it is not the kind's own.
  public var theme: String?
  /// What the document is for; nil for what the plan says, else for publication.
  public var profile: Profile?
  /// Values that stand in place of the plan's own, each as `fält=värde`.
  public var overrides: [String]
  /// Whether warnings are errors, so that with one no document is written.
  public var isStrict: Bool
  /// The time that the file says it was made, in ISO 8601, where the plan says none.
  public var date: String?
  /// Whether the result tells the SHA-256 of what was written.
  public var wantsDigest = false
  /// The parts to set alone, each as a document of its own; empty for the whole plan.
  public var only: [Selection] = []
  /// Whether the names of parts are put into the output's name.
  public var namesParts = true
  /// Whether to tell, as notes, which characters are set right on their way to the page.
  public var tellsCorrections = false
  /// Whether to read the proof: what stands on which page, and what could be better on it.
  var readsProof = false
  /// Whether a check tells how hard the text is to read.
  public var tellsReadability = false

  /// Parts of a plan that are set alone: `paragraf=159`.
  public struct Selection: Hashable, Sendable {
    /// The key, which the plan's kind declares.
    public var key: String
    /// The part's name; nil for all of them.
    public var name: String?

    /// The parts that `paragraf=159,161` or `paragraf=*` names; nil for anything else.
    public static func read(_ text: String) -> [Selection]? {
      guard let equals = text.firstIndex(of: "="), equals > text.startIndex else { return nil }
      let key = String(text[..<equals])
      let names = text[text.index(after: equals)...].split(
        separator: ",", omittingEmptySubsequences: false)
      guard names.allSatisfy({ !$0.isEmpty }) else { return nil }
      return names.map { Selection(key: key, name: $0 == "*" ? nil : String($0)) }
    }
  }

  /// A request from its parts.
  public init(
    plan: Plan, format: Format = .pdf, output: String? = nil, theme: String? = nil,
    profile: Profile? = nil, overrides: [String] = [], isStrict: Bool = false
  ) {
    self.profile = profile
    self.plan = plan
    self.format = format
    self.output = output
    self.theme = theme
    self.overrides = overrides
    self.isStrict = isStrict
  }
}

/// A document that a build is about to set.
public struct PlannedDocument: Hashable, Sendable {
  /// The index of the request that it comes of.
  public var request: Int
  /// The part that it is; nil for a whole plan.
  public var part: String?
  /// The path that it is written to; nil where nothing will be.
  public var path: String?
}

/// A value in the row from plan to paper that can be looked at.
public enum Stage: String, Sendable, CaseIterable {
  /// The plan's values as they were understood.
  case data
  /// The document as blocks, before layout.
  case document
  /// The finished pages.
  case pages
  /// The structure tree, with what a screen reader reads.
  case tags
}

/// What came of a build or a check.
public struct BuildResult: Sendable {
  /// What was found, in the order of the row.
  public var diagnostics: [Diagnostic]
  /// The files that the diagnostics' places name.
  public var sources: SourceSet
  /// The path that was written; nil when nothing was.
  public var output: String?
  /// The paths that were to be written, whether or not they were: one, but where a plan with errors
  /// has parts, which are then not known by more than the names they were asked for by.
  public var targets: [String] = []
  /// The name of the part that was set; nil for a whole plan.
  public var part: String?
  /// The date that the document has in its file, from the plan or the request; nil for none.
  public var date: String?
  /// How many pages the document has; 0 when it came to none.
  public var pageCount: Int
  /// What the document is for.
  public var profile = Profile.publication
  /// The files inside the document, in the order they were read.
  public var embeddedFiles: [EmbeddedFile] = []
  /// Every file that was read on the way, by its path; what came from standard input is none.
  public var inputs: [String] = []
  /// The processor time that laying the document out took, from opening its fonts and reading the
  /// hyphenation patterns to finished pages, in seconds; what is written after is not in it.
  public var layoutTime = 0.0
  /// The SHA-256 of what was written, in hexadecimal figures, where it was asked for.
  public var digest: String?

  /// A result from its parts.
  public init(diagnostics: [Diagnostic], sources: SourceSet, output: String?, pageCount: Int) {
    self.diagnostics = diagnostics
    self.sources = sources
    self.output = output
    self.pageCount = pageCount
  }
}

/// A file inside a document.
public struct EmbeddedFile: Hashable, Sendable {
  /// Its name in the document.
  public var name: String
  /// What it is, in the document's language.
  public var description: String
  /// What it is to the document, as PDF calls it: `Source`, `Data`.
  public var relationship: String
  /// How many bytes it has.
  public var size: Int

  /// A file from its parts.
  public init(name: String, description: String, relationship: String, size: Int) {
    self.name = name
    self.description = description
    self.relationship = relationship
    self.size = size
  }
}

/// What came of an inspection.
public struct InspectResult: Sendable {
  /// What was found on the way to the stage.
  public var diagnostics: [Diagnostic]
  /// The files that the diagnostics' places name.
  public var sources: SourceSet
  /// The dump; nil when the stage was not reached.
  public var text: String?

  /// A result from its parts.
  public init(diagnostics: [Diagnostic], sources: SourceSet, text: String?) {
    self.diagnostics = diagnostics
    self.sources = sources
    self.text = text
  }
}

/// The kinds that a home has.
public struct KindsResult: Sendable {
  /// One kind.
  public struct Kind: Hashable, Sendable {
    /// The folder's name, as `mall:` takes it.
    public var name: String
    /// The Swedish title.
    public var title: String
    /// What it is for, in a sentence; empty for nothing.
    public var summary: String

    /// A kind from its parts.
    public init(name: String, title: String, summary: String) {
      self.name = name
      self.title = title
      self.summary = summary
    }
  }

  /// What was found wrong with them.
  public var diagnostics: [Diagnostic]
  /// The files that the diagnostics' places name.
  public var sources: SourceSet
  /// The kinds, sorted by name.
  public var kinds: [Kind]

  /// A result from its parts.
  public init(diagnostics: [Diagnostic], sources: SourceSet, kinds: [Kind]) {
    self.diagnostics = diagnostics
    self.sources = sources
    self.kinds = kinds
  }
}

/// A kind's schema.
public struct SchemaResult: Sendable {
  /// What was found wrong with it.
  public var diagnostics: [Diagnostic]
  /// The files that the diagnostics' places name.
  public var sources: SourceSet
  /// The JSON text; nil when there is no such kind.
  public var text: String?

  /// A result from its parts.
  public init(diagnostics: [Diagnostic], sources: SourceSet, text: String?) {
    self.diagnostics = diagnostics
    self.sources = sources
    self.text = text
  }
}

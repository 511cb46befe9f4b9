/// What a build did, for machines that keep book of it.
public struct BuildReport: Sendable {
  /// A file that was read or written.
  public struct File: Sendable {
    /// Its path, as it was opened.
    public var path: String
    /// The SHA-256 of its bytes in hexadecimal figures; nil where it could not be read again.
    public var sha256: String?

    /// A file from its parts.
    public init(path: String, sha256: String?) {
      self.path = path
      self.sha256 = sha256
    }
  }

  /// One plan and what came of it.
  public struct Document: Sendable {
    /// The plan, as it was named.
    public var plan: String
    /// The part that was set; nil for a whole plan.
    public var part: String?
    /// The date that the document has in its file; nil for none.
    public var date: String?
    /// What was written; nil where there were errors.
    public var output: File?
    /// All that was read.
    public var inputs: [File]
    /// How many pages the document has.
    public var pageCount: Int
    /// What was found.
    public var findings: [Diagnostic]
    /// The files that the findings' places name.
    public var sources: SourceSet

    /// A document from its parts.
    public init(
      plan: String, part: String?, date: String?, output: File?, inputs: [File], pageCount: Int,
      findings: [Diagnostic], sources: SourceSet
    ) {
      self.plan = plan
      self.part = part
      self.date = date
      self.output = output
      self.inputs = inputs
      self.pageCount = pageCount
      self.findings = findings
      self.sources = sources
    }
  }

  /// What a run was asked for, so that it can be repeated from its report.
  public struct Options: Sendable {
    /// The values in place of the plans' own, each as `fält=värde`.
    public var set: [String]
    /// The parts, each as `nyckel=värde`; empty for whole plans.
    public var only: [String]
    /// The theme, where one was asked for.
    public var theme: String?
    /// The profile, where one was asked for.
    public var profile: String?
    /// What the documents were written as.
    public var format: String
    /// Whether warnings were errors.
    public var isStrict: Bool
    /// The date of documents whose plans say none, in ISO 8601; nil for none.
    public var date: String?

    /// What a run was asked for.
    public init(
      set: [String], only: [String], theme: String?, profile: String?, format: String,
      isStrict: Bool, date: String?
    ) {
      self.set = set
      self.only = only
      self.theme = theme
      self.profile = profile
      self.format = format
      self.isStrict = isStrict
      self.date = date
    }
  }

  /// What the run was asked for.
  public var options: Options
  /// The documents, in the order they were asked for.
  public var documents: [Document]

  /// A report on documents.
  public init(options: Options, documents: [Document]) {
    self.options = options
    self.documents = documents
  }

  /// The report as a JSON object, with a line break at the end.
  ///
  /// `options` is an object with `set` and `only` (lists as they were given), `theme`, `profile` and
  /// `date` (or null), `format` and `strict`. `documents` is a list of objects with `plan`, `part`
  /// (or null), `output` (`path` and `sha256`, or null), `date` (or null), `pages`, `inputs` (each
  /// `path` and `sha256`) and `findings`, which are as `renderJSON` prints them.
  public var json: String {
    JSONText.object([("options", options.json), ("documents", .list(documents.map(\.json)))]).text
      + "\n"
  }
}

extension BuildReport.Options {
  fileprivate var json: JSONText {
    .object([
      ("set", .list(set.map { .string($0) })), ("only", .list(only.map { .string($0) })),
      ("theme", .optional(theme)), ("profile", .optional(profile)), ("format", .string(format)),
      ("strict", .literal(isStrict ? "true" : "false")), ("date", .optional(date)),
    ])
  }
}

extension BuildReport.Document {
  fileprivate var json: JSONText {
    .object([
      ("plan", .string(plan)), ("part", .optional(part)), ("output", output?.json ?? .null),
      ("date", .optional(date)), ("pages", .number(pageCount)),
      ("inputs", .list(inputs.map(\.json))),
      ("findings", .list(findings.map { $0.json(sources) })),
    ])
  }
}

extension BuildReport.File {
  fileprivate var json: JSONText {
    .object([("path", .string(path)), ("sha256", .optional(sha256))])
  }
}

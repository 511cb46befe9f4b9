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
      plan: String, output: File?, inputs: [File], pageCount: Int, findings: [Diagnostic],
      sources: SourceSet
    ) {
      self.plan = plan
      self.output = output
      self.inputs = inputs
      self.pageCount = pageCount
      self.findings = findings
      self.sources = sources
    }
  }

  /// The documents, in the order they were asked for.
  public var documents: [Document]

  /// A report on documents.
  public init(documents: [Document] = []) { self.documents = documents }

  /// The report as a JSON object, with a line break at the end.
  ///
  /// `documents` is a list of objects with `plan`, `output` (`path` and `sha256`, or null), `pages`,
  /// `inputs` (each `path` and `sha256`) and `findings`, which are as `renderJSON` prints them.
  public var json: String {
    JSONText.object([("documents", .list(documents.map(\.json)))]).text + "\n"
  }
}

extension BuildReport.Document {
  fileprivate var json: JSONText {
    .object([
      ("plan", .string(plan)), ("output", output?.json ?? .null), ("pages", .number(pageCount)),
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

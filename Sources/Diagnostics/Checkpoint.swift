/// One thing that `sats check` looks for, with its id and its page in `docs/checks.md`.
///
/// It stands beside the code that finds it. All of them together are the catalogue, which the
/// documentation and the help texts of SARIF are made from; so its texts are for those who write
/// plans, in Swedish.
public struct Checkpoint: Hashable, Sendable {
  /// What checkpoints are about: the chapters of the catalogue, in its order.
  public enum Chapter: String, Hashable, Sendable, CaseIterable {
    case goals = "Mål och mätetal"
    case statements = "Ekonomi"
    case minutes = "Protokoll"
    case lists = "Kallelser, listor och skrivelser"
    case text = "Text och språk"
    case personalData = "Personuppgifter"
    case access = "Tillgänglighet"
    case page = "Sidan"
    case report = "Rapporten"
  }

  /// The id, which is stable and never used again for something else: `C540`.
  public var id: String
  /// The chapter that it stands in.
  public var chapter: Chapter
  /// The kind of fault that it is told as.
  public var code: Code
  /// How much it stands in the way; the gravest where it has several.
  public var severity: Diagnostic.Severity
  /// What it is called, in a few words without full stop.
  public var title: String
  /// What is looked for, in whole sentences.
  public var what: String
  /// Why: the law, the rule, or what it would cost the reader.
  public var why: String
  /// What it looks like when it goes wrong, as lines of a plan or of a page.
  public var example: String
  /// What the writer does about it.
  public var mend: String

  /// A checkpoint from its parts.
  public init(
    id: String, chapter: Chapter, code: Code, severity: Diagnostic.Severity, title: String,
    what: String, why: String, example: String, mend: String
  ) {
    self.id = id
    self.chapter = chapter
    self.code = code
    self.severity = severity
    self.title = title
    self.what = what
    self.why = why
    self.example = example
    self.mend = mend
  }
}

extension Diagnostic {
  /// A finding at a checkpoint, with its id, and its code and severity where no others are given.
  public init(
    _ checkpoint: Checkpoint, _ message: Message, code: Code? = nil, severity: Severity? = nil,
    at place: Place? = nil, endColumn: Int? = nil, path: String? = nil, page: Int? = nil,
    notes: [Note] = [], fixes: [Fix] = []
  ) {
    self.init(
      severity ?? checkpoint.severity, code ?? checkpoint.code, message, rule: checkpoint.id,
      at: place, endColumn: endColumn, path: path, page: page, notes: notes, fixes: fixes)
  }
}

public import Diagnostics
public import Input
public import Kinds
import Manuscript

/// How the data of one kind becomes blocks: a template, checked against the kind's schema.
///
/// Names are resolved when it is read: each field is a frame and a path of keys, each part has been
/// checked in every scope that uses it.
public struct Template: Sendable {
  /// The document's flow.
  var flow: [Step] = []
  /// The parts, each as often as what it sees of the scopes that it is used in differs.
  var parts: [[Step]] = []
  /// The named texts, one for each scope that they are used in.
  var texts: [NamedText] = []
  /// What badges and status marks mean.
  var badges: [BadgeStep] = []
  /// The words that no plan writes.
  var words = PrintedWords()
  /// What stands in the margins.
  var running = Running()
  /// What the file says about itself.
  var metadata = MetadataPatterns()
  /// Where notes stand.
  var notePlacement = NotePlacement.foot
  /// The theme that the kind is set in where neither plan nor command names one; nil for none.
  public internal(set) var theme: String?

  /// The references that patterns make.
  var references: [PatternReference] = []
  /// The deepest level of headings that is numbered; nil for as the theme has it.
  var headingLevels: Int?
  /// The word across every page.
  var watermark: TextPattern?

  /// The patterns of the running heads and feet.
  struct Running: Sendable {
    var usual = Margins()
    var first: Margins?
    var left: Margins?

    /// The patterns of what stands above and below a page's text.
    struct Margins: Sendable {
      var head: [Line] = []
      var foot: [Line] = []
    }

    /// The patterns of one line.
    struct Line: Sendable {
      var left: TextPattern?
      var centre: TextPattern?
      var right: TextPattern?
      var style = ""
    }
  }

  /// The patterns of a file's metadata.
  struct MetadataPatterns: Sendable {
    var title: TextPattern?
    var author: TextPattern?
    var subject: TextPattern?
    var language: TextPattern?
    var date: TextPattern?
  }

  /// Reads a template and checks every name in it against the kind's schema.
  ///
  /// What is wrong is told all at once, each fault at its place in the template. With faults the
  /// template holds what could be read; it is nil only where the value is no map.
  public static func read(_ value: Value, schema: Schema) -> (Template?, [Diagnostic]) {
    var reader = TemplateReader(schema: schema)
    let read = reader.read(value)
    guard read.1.hasErrors else { return read }
    var thorough = TemplateReader(schema: schema, takesWholeScopes: true)
    return thorough.read(value)
  }

  /// A kind's template as one value with those of the kinds that it extends, the lowest first.
  ///
  /// Parts, named texts and words of the base are there too, and give way to the kind's own of the
  /// same name; badges add up. All else is the base's where the kind has none of it.
  public static func joined(_ layers: [Value]) -> Value? {
    layers.first.map { lowest in
      layers.dropFirst().reduce(lowest) { base, own in
        own.extending(base, joined: ["parts", "texts", "words"], added: ["badges"])
      }
    }
  }
}

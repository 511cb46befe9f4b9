public import Diagnostics
public import Testing

/// Input of a test with marks in it, `1️⃣` to `9️⃣`, at the places where diagnostics are to come.
///
///     let plan = MarkedText("antal: 1️⃣>6\n")
///     plan.expect(readYAML(plan.text, file: plan.file).1, [.at(1, .needsQuotes)])
public struct MarkedText: Sendable {
  /// A diagnostic that is to come.
  public struct Expected: Hashable, Sendable {
    /// Its code.
    public var code: Code
    /// The mark that it begins at; nil for one that is about the file as a whole or no file.
    public var mark: Int?

    /// A diagnostic that begins at a mark.
    public static func at(_ mark: Int, _ code: Code) -> Expected {
      Expected(code: code, mark: mark)
    }

    /// A diagnostic about the file as a whole.
    public static func ofFile(_ code: Code) -> Expected { Expected(code: code, mark: nil) }
  }

  /// The text without its marks.
  public let text: String
  /// The file that the text is in.
  public let file: FileID
  /// The set with that file.
  public let sources: SourceSet
  /// The line and column of each mark.
  private let marks: [Int: Place]

  /// Reads the marks out of a text.
  public init(_ marked: String, path: String = "plan.yaml") {
    var text = String.UnicodeScalarView()
    var marks: [Int: (line: Int, column: Int)] = [:]
    var line = 1
    var column = 1
    let scalars = Array(marked.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let keycap: [Unicode.Scalar] = ["\u{FE0F}", "\u{20E3}"]
      if ("1"..."9").contains(scalar), scalars[(index + 1)...].starts(with: keycap) {
        marks[Int(scalar.value) - 0x30] = (line, column)
        index += 3
        continue
      }
      text.append(scalar)
      index += 1
      // A CR before LF is counted as a column, and no mark stands between them.
      column += 1
      if scalar == "\n" { (line, column) = (line + 1, 1) }
    }
    var sources = SourceSet()
    let file = sources.add(path: path, text: String(text))
    self.text = String(text)
    self.file = file
    self.sources = sources
    self.marks = marks.mapValues { Place(file: file, line: $0.line, column: $0.column) }
  }

  /// The place of a mark.
  public func place(of mark: Int) -> Place { marks[mark] ?? .none }

  /// Fails the test unless exactly the expected diagnostics were found, in whatever order.
  public func expect(
    _ found: [Diagnostic], _ expected: [Expected],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var missing = expected
    var surplus: [Diagnostic] = []
    for diagnostic in found {
      let match = missing.firstIndex { wanted in
        guard wanted.code == diagnostic.code else { return false }
        guard let mark = wanted.mark else { return diagnostic.place.map { $0.line == 0 } ?? true }
        return marks[mark] != nil && diagnostic.place == marks[mark]
      }
      if let match {
        missing.remove(at: match)
      } else {
        surplus.append(diagnostic)
      }
    }
    for wanted in missing {
      let mark = wanted.mark.map { " at mark \($0)" } ?? ""
      Issue.record("no \(wanted.code.rawValue)\(mark)", sourceLocation: sourceLocation)
    }
    for diagnostic in surplus {
      let shown = TextRenderer(language: .english).render(diagnostic, sources: sources)
      Issue.record("not expected: \(shown)", sourceLocation: sourceLocation)
    }
  }
}

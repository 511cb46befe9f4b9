import Diagnostics
import Testing

struct DiagnosticListTests {
  private func found(
    _ severity: Diagnostic.Severity = .error, _ code: Code = .unknownKey, file: Int32 = 0,
    line: Int? = nil, column: Int = 1, text: String = ""
  ) -> Diagnostic {
    let place = line.map { Place(file: FileID(index: file), line: $0, column: column) }
    return Diagnostic(severity, code, Message(sv: text, en: text), at: place)
  }

  @Test func `they are sorted by file, line, column and code, equals as they came`() {
    let sorted = [
      found(file: 1, line: 1, text: "sist"),
      found(line: 2, text: "fyra"),
      found(line: 1, column: 9, text: "tre"),
      found(.error, .wrongType, line: 1, text: "två b"),
      found(.error, .wrongType, line: 1, text: "två a"),
      found(.error, .missingKey, line: 1, text: "ett"),
      found(text: "först"),
    ].sortedByPlace()
    #expect(
      sorted.map(\.message.sv) == ["först", "ett", "två b", "två a", "tre", "fyra", "sist"])
  }

  private static let sums: [([Diagnostic.Severity], String, String)] = [
    ([], "inga fel", "no errors"),
    ([.error], "1 fel", "1 error"),
    ([.error, .warning, .error], "2 fel, 1 varning", "2 errors, 1 warning"),
    ([.warning, .warning, .note], "2 varningar, 1 anmärkning", "2 warnings, 1 note"),
  ]

  @Test(arguments: sums)
  func `they are summed up in words`(
    severities: [Diagnostic.Severity], swedish: String, english: String
  ) {
    let summary = Summary(severities.map { found($0) })
    #expect(summary.text(in: .swedish) == swedish)
    #expect(summary.text(in: .english) == english)
  }

  @Test func `strict makes warnings errors and leaves notes`() {
    let strict = [found(.note), found(.warning), found(.error)].promotingWarnings()
    #expect(strict.map(\.severity) == [.note, .error, .error])
  }

  @Test(arguments: [
    ("malvarde", "målvärde"), ("målvarde", "målvärde"), ("MÅLVÄRDE", "målvärde"),
    ("mål-värde", "målvärde"), ("ma\u{30A}lva\u{308}rde", "målvärde"), ("målvräde", "målvärde"),
    ("målväde", "målvärde"), ("uppdragen", "uppdrag"), ("mål", "mål"), ("mal", "mål"),
    ("periodicite", "periodicitet"), ("peridocitet", "periodicitet"),
  ])
  func `the near miss is found`(written: String, meant: String) {
    let keys = ["namn", "mål", "målvärde", "uppdrag", "periodicitet", "märke"]
    #expect(nearest(to: written, among: keys) == meant)
  }

  @Test(arguments: ["x", "", "budget", "na", "verksamhet", String(repeating: "a", count: 100_000)])
  func `what is not near is not offered`(written: String) {
    let keys = ["namn", "mål", "målvärde", "uppdrag", "periodicitet", "märke"]
    #expect(nearest(to: written, among: keys) == nil)
  }

  @Test func `of equally near ones the first is offered`() {
    #expect(nearest(to: "matt", among: ["katt", "hatt"]) == "katt")
    #expect(nearest(to: "matt", among: ["hatt", "katt"]) == "hatt")
  }
}

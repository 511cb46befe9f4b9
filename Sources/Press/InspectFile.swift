import Checks
import Diagnostics
import Unix
import PDF
import Pages

extension Press {
  /// No finished file is larger; ours have a hundredth of it.
  private static let mostBytes = 1 << 30

  /// Reads a finished PDF file back, gives its text and structure, and checks what a reader of it and
  /// an archive need.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - plan: The plan that it is held against, for an extract: the part that it repeats must be
  ///     the same there, and every word of the file what an extract made now has.
  /// - Returns: The file as text, and what is wrong with it.
  public func inspect(
    finishedFile path: String, against plan: BuildRequest.Plan? = nil
  ) -> InspectResult {
    var sources = SourceSet()
    let place = Place(file: sources.add(path: path, text: ""), line: 0, column: 0)
    let status = FileStatus(path)
    guard let status, status.kind == .file, status.size <= Self.mostBytes,
      let bytes = try? Descriptor.reading(path).readAll(
        most: Self.mostBytes, expected: status.size)
    else {
      let finding = Diagnostic.unreadable(exists: status != nil, at: place)
      return InspectResult(diagnostics: [finding], sources: sources, text: nil)
    }
    let file = readPDF(bytes)
    var findings = file.findings.map { $0.placed(at: place) }
    var report = file.report
    if let plan, !report.isEmpty {
      guard let extract = file.extract else {
        findings.append(.notAnExtract(at: place))
        return InspectResult(diagnostics: findings, sources: sources, text: report)
      }
      let source = source(of: extract, in: plan)
      guard let source = source.value else {
        return InspectResult(
          diagnostics: source.diagnostics, sources: source.sources, text: report)
      }
      if source.digest != extract.digest {
        findings.append(.sourceChanged(extract.part, at: place))
      } else {
        let again = readPDF(bytes, expecting: source.text)
        let differences = again.findings.filter { $0.code == .pdfTextDiffers }
        findings += differences.map {
          Diagnostic(.extractWords, $0.message, at: place)
        }
        if differences.isEmpty { report += "extract \(extract.part) agrees with its source\n" }
      }
    }
    return InspectResult(
      diagnostics: findings, sources: sources, text: report.isEmpty ? nil : report)
  }

  /// What an extract would be made of now.
  private struct ExtractSource {
    var digest: String
    var text: String
  }

  /// What a plan holds of the part that an extract repeats; nil where it cannot be had, which is
  /// told.
  private func source(
    of extract: PageSet.Metadata.Extract, in plan: BuildRequest.Plan
  ) -> (value: ExtractSource?, diagnostics: [Diagnostic], sources: SourceSet) {
    let parts = extract.part.split(separator: " ", maxSplits: 1).map(String.init)
    var request = BuildRequest(plan: plan)
    request.only = [
      BuildRequest.Selection(key: parts.first ?? "", name: parts.count == 2 ? parts[1] : "")
    ]
    let workshop = Workshop()
    switch jobs(of: request, at: 0, in: workshop)[0].task {
    case .done(let result): return (nil, result.diagnostics, result.sources)
    case .set(let request, let draft):
      guard let draft else { return (nil, [], SourceSet()) }
      var run = Run(home: home, request: request, workshop: workshop, reading: draft.reading)
      guard let styled = run.styledDocument(draft.plan), let set = run.setDocument(styled) else {
        return (nil, run.diagnostics, run.sources)
      }
      let text = set.pages.readingText(words: set.words)
      return (ExtractSource(digest: draft.extract.digest, text: text), [], run.sources)
    }
  }
}

extension Diagnostic {
  /// The same at the place of the whole file.
  fileprivate func placed(at place: Place) -> Diagnostic {
    var placed = self
    placed.place = place
    return placed
  }

  fileprivate static func notAnExtract(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .notAnExtract,
      Message(
        sv: "filen säger inte vilken del den är ett utdrag av, så den kan inte jämföras",
        en: "the file does not say what part it is an extract of, so it cannot be compared"),
      at: place)
  }

  fileprivate static func sourceChanged(_ part: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .extractSource,
      Message(
        sv: "\(part) är inte densamma som i källan: den har ändrats sedan utdraget gjordes",
        en: "\(part) is not the same as in its source: it has changed since the extract was made"),
      at: place,
      fixes: [
        Fix(
          Message(
            sv: "gör utdraget på nytt, eller jämför med den källa som det gjordes av",
            en: "make the extract again, or compare with the source that it was made from"))
      ])
  }
}

extension Diagnostic {
  fileprivate static func unreadable(exists: Bool, at place: Place) -> Diagnostic {
    exists
      ? Diagnostic(
        .error, .fileUnreadable,
        Message(
          sv: "filen kan inte läsas, eller är ingen vanlig fil under en gigabyte",
          en: "the file cannot be read, or is no ordinary file below a gigabyte"), at: place)
      : Diagnostic(
        .error, .fileMissing,
        Message(sv: "filen finns inte", en: "there is no such file"), at: place)
  }
}

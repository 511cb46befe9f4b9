import Diagnostics
import Foundation
import PDF

extension Press {
  /// No finished file is larger; ours have a hundredth of it.
  private static let mostBytes = 1 << 30

  /// Reads a finished PDF file back, gives its text and structure, and checks what a reader of it and
  /// an archive need.
  public func inspect(finishedFile path: String) -> InspectResult {
    var sources = SourceSet()
    let place = Place(file: sources.add(path: path, text: ""), line: 0, column: 0)
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard attributes?[.type] as? FileAttributeType == .typeRegular,
      let size = attributes?[.size] as? Int, size <= Self.mostBytes,
      let data = FileManager.default.contents(atPath: path)
    else {
      let finding = Diagnostic.unreadable(exists: attributes != nil, at: place)
      return InspectResult(diagnostics: [finding], sources: sources, text: nil)
    }
    let file = readPDF(Array(data))
    let findings = file.findings.map { finding in
      var placed = finding
      placed.place = place
      return placed
    }
    return InspectResult(
      diagnostics: findings, sources: sources, text: file.report.isEmpty ? nil : file.report)
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

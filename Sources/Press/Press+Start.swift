public import Diagnostics
import Foundation
import Input
import Kinds

/// What came of beginning a plan or a theme.
public struct StartResult: Sendable {
  /// What was found on the way.
  public var diagnostics: [Diagnostic]
  /// The files that the diagnostics' places name.
  public var sources: SourceSet
  /// The files that were written.
  public var written: [String]
}

extension Press {
  /// Writes a plan to start from into a folder, which is made where it is not there.
  ///
  /// It is the `start.yaml` of the kind's folder, or else made from its schema. Nothing that is
  /// there already is written over.
  ///
  /// - Parameters:
  ///   - name: The kind, by its folder or its title.
  ///   - folder: Where to; the file is named after the kind.
  /// - Returns: What was written, and what stood in the way.
  public func start(kind name: String, in folder: String) -> StartResult {
    let shelf = Shelf(home: home)
    var result = StartResult(diagnostics: [], sources: SourceSet(), written: [])
    guard let kind = shelf.kind(named: name), shelf.kindNames.contains(kind) else {
      result.diagnostics.append(.unknownKind(name, among: shelf.allKindNames, at: nil, in: home))
      return result
    }
    let written = shelf.path(ofKind: kind, "start.yaml")
    var text: String?
    if FileManager.default.fileExists(atPath: written) {
      let (file, found) = readSource(path: written, into: &result.sources)
      result.diagnostics += found
      text = file.flatMap { result.sources[$0]?.text }
    } else {
      let (files, faults) = shelf.files(ofKind: kind, into: &result.sources)
      let (schema, found) = files.map { Schema.read($0.schema) } ?? (nil, [])
      result.diagnostics += faults + found
      text = schema.map { writeStart(of: $0, kind: kind) }
    }
    guard let text, !result.diagnostics.hasErrors else { return result }
    result.write(text, to: folder + "/" + kind + ".yaml")
    return result
  }
}

extension StartResult {
  /// Writes a new file, with the folders that it is to stand in; one that is there is left alone.
  mutating func write(_ text: String, to path: String) {
    // What is there may be a link to nothing, which would be written through.
    guard (try? FileManager.default.attributesOfItem(atPath: path)) == nil else {
      diagnostics.append(.fileExists(path))
      return
    }
    // A folder that cannot be made is told by the file that cannot be written in it.
    try? FileManager.default.createDirectory(
      at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
    if let failure = AtomicFile(path).write(Array(text.utf8)) {
      diagnostics.append(failure)
    } else {
      written.append(path)
    }
  }
}

extension Diagnostic {
  fileprivate static func fileExists(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, .fileExists,
      Message(
        sv: "'\(path)' finns redan och skrivs inte över",
        en: "'\(path)' is there already and is not written over"),
      fixes: [
        Fix(
          Message(
            sv: "välj en annan mapp, eller flytta filen först",
            en: "choose another folder, or move the file first"))
      ])
  }
}

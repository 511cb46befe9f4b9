public import Diagnostics
import FoundationEssentials
import Unix
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
    let shelf = Shelf(home: home, own: ownFolder(above: "."))
    var result = StartResult(diagnostics: [], sources: SourceSet(), written: [])
    guard let kind = shelf.kind(named: name), shelf.kindNames.contains(kind) else {
      result.diagnostics.append(.unknownKind(name, among: shelf.allKindNames, at: nil, in: home))
      return result
    }
    let written = shelf.path(ofKind: kind, "start.yaml")
    var text: String?
    if FileManager.default.fileExists(atPath: written) {
      text = result.text(of: written)
    } else {
      let (files, faults) = shelf.files(ofKind: kind, into: &result.sources)
      let (schema, found) = files.map { Schema.read($0.schema) } ?? (nil, [])
      result.diagnostics += faults + found
      var own = SourceSet()
      let (file, _) = shelf.value(at: shelf.path(ofKind: kind, "schema.json"), into: &own)
      let keys = file?["properties"]?.map?.entries.map(\.key) ?? []
      text = schema.map { writeStart(of: $0, kind: kind, first: keys) }
    }
    guard let text, !result.diagnostics.hasErrors else { return result }
    result.write(text, to: folder.joined(with: kind + ".yaml"))
    return result
  }
}

extension Press {
  /// Begins a theme of the organisation's own, which builds on the usual one: a file with what is
  /// most often changed, where documents of the organisation find it.
  ///
  /// Where no organisation's file is in the folder or above it, one is begun in the folder, which
  /// names the theme as the one of its documents.
  ///
  /// - Parameters:
  ///   - name: The theme's name.
  ///   - folder: Where to look for the organisation's file from.
  /// - Returns: What was written, and what stood in the way.
  public func start(theme name: String, near folder: String) -> StartResult {
    let shelf = Shelf(home: home)
    var result = StartResult(diagnostics: [], sources: SourceSet(), written: [])
    let isName = name.wholeMatch(of: /[\p{Ll}0-9]+(-[\p{Ll}0-9]+)*/) != nil
    guard isName, !shelf.themeNames.contains(name) else {
      result.diagnostics.append(isName ? .takenName(name) : .wrongName(name))
      return result
    }
    guard let text = result.text(of: home.templates + "/themes/start.yaml") else { return result }
    if let own = ownFolder(above: folder) {
      result.write(text, to: own.joined(with: "templates/themes/\(name)/theme.yaml"))
    } else {
      result.write(text, to: folder.joined(with: "templates/themes/\(name)/theme.yaml"))
      guard !result.diagnostics.hasErrors else { return result }
      return start(organisationIn: folder, theme: name, after: result)
    }
    return result
  }

  /// Begins the organisation's file in a folder: what its documents have in common.
  public func start(organisationIn folder: String) -> StartResult {
    start(
      organisationIn: folder, theme: nil,
      after: StartResult(diagnostics: [], sources: SourceSet(), written: []))
  }

  private func start(
    organisationIn folder: String, theme: String?, after earlier: StartResult
  ) -> StartResult {
    var result = earlier
    guard var text = result.text(of: home.templates + "/organisation/start.yaml") else {
      return result
    }
    if let theme { text.replace(#/(?m)^tema: .*$/#, with: "tema: \(theme)") }
    result.write(text, to: folder.joined(with: organisationFile))
    return result
  }
}

extension String {
  /// A path below the folder, without the point of the working folder.
  fileprivate func joined(with path: String) -> String { self == "." ? path : self + "/" + path }
}

extension StartResult {
  /// The text of a file of the program's own.
  fileprivate mutating func text(of path: String) -> String? {
    let (file, found) = readSource(path: path, into: &sources)
    diagnostics += found
    return file.flatMap { sources[$0]?.text }
  }

  /// Writes a new file, with the folders that it is to stand in; one that is there is left alone.
  mutating func write(_ text: String, to path: String) {
    // What is there may be a link to nothing, which would be written through.
    guard FileStatus(path, followsLinks: false) == nil else {
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
  fileprivate static func wrongName(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, .wrongName,
      Message(
        sv: "'\(name)' kan inte vara namn på ett tema: det har små bokstäver, siffror och "
          + "bindestreck, som 'region-kust'",
        en: "'\(name)' cannot be a theme's name: those have small letters, digits and hyphens, "
          + "such as 'region-kust'"))
  }

  fileprivate static func takenName(_ name: String) -> Diagnostic {
    Diagnostic(
      .error, .wrongName,
      Message(
        sv: "temat '\(name)' finns redan bland programmets egna",
        en: "there is a theme '\(name)' among the program's own already"),
      fixes: [
        Fix(
          Message(
            sv: "välj ett annat namn; ditt tema kan bygga på '\(name)'",
            en: "choose another name; your theme may extend '\(name)'"))
      ])
  }

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

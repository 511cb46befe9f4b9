import Diagnostics
import Foundation
import Input
import Kinds

/// The kinds and themes that a home holds, as folders.
struct Shelf {
  let home: Home

  /// The folders of the kinds that plans can be of, sorted by name.
  var kindNames: [String] { kindFolders.filter { !isAbstract(schemaFile(ofKind: $0)) } }

  /// The folders of all kinds, with those that are only there to be extended.
  var kindFolders: [String] {
    folders(in: home.templates + "/kinds", holding: "schema.json")
  }

  /// The folders of the themes, sorted by name.
  var themeNames: [String] { folders(in: home.templates + "/themes", holding: "theme.yaml") }

  /// A file of a kind's folder.
  func path(ofKind name: String, _ file: String) -> String {
    "\(home.templates)/kinds/\(name)/\(file)"
  }

  /// A theme's file.
  func path(ofTheme name: String) -> String { "\(home.templates)/themes/\(name)/theme.yaml" }

  private func folders(in folder: String, holding file: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().filter {
      FileManager.default.fileExists(atPath: "\(folder)/\($0)/\(file)")
    }
  }

  /// Reads a value from a YAML or JSON file of the home.
  func value(at path: String, into sources: inout SourceSet) -> (Value?, [Diagnostic]) {
    let (file, found) = readSource(path: path, into: &sources)
    guard let file, let text = sources[file]?.text else { return (nil, found) }
    let (value, faults) =
      path.hasSuffix(".json") ? readJSON(text, file: file) : readYAML(text, file: file)
    return (value, found + faults)
  }

  /// The folder of the kind that a plan names by its folder or its Swedish title.
  func kind(named name: String) -> String? {
    let folders = kindFolders
    if folders.contains(name) { return name }
    return folders.first { title(ofKind: $0)?.lowercased() == name.lowercased() }
  }

  /// What a plan may call each kind: folders first, then titles that differ from them.
  var allKindNames: [String] {
    let names = kindNames
    return names
      + names.compactMap { name in
        title(ofKind: name).flatMap { $0.lowercased() == name.lowercased() ? nil : $0 }
      }
  }

  private func title(ofKind name: String) -> String? {
    schemaFile(ofKind: name)?["title"]?.scalar?.text
  }

  private func schemaFile(ofKind name: String) -> Value? {
    var sources = SourceSet()
    return value(at: path(ofKind: name, "schema.json"), into: &sources).0
  }
}

/// Whether a schema's kind is only there to be extended.
func isAbstract(_ schema: Value?) -> Bool { schema?["abstract"]?.scalar?.text == "true" }

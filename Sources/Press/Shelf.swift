import Diagnostics
import FoundationEssentials
import Input
import Kinds
import Typography
import Unix

/// The kinds, themes and fonts that documents may have: those of the home, and those of the
/// organisation, which lie beside its file.
struct Shelf {
  let home: Home
  /// The folder of the organisation's file, with `templates/` and `fonts/` like the home's; nil for
  /// none.
  var own: String?

  /// The folders of the kinds that plans can be of, sorted by name.
  var kindNames: [String] { kindFolders.filter { !isAbstract(schemaFile(ofKind: $0)) } }

  /// The folders of all kinds, with those that are only there to be extended.
  var kindFolders: [String] {
    folders(of: "kinds", holding: "schema.json")
  }

  /// The folders of the themes, sorted by name.
  var themeNames: [String] { folders(of: "themes", holding: "theme.yaml") }

  /// Whether there is a theme of a name.
  func hasTheme(_ name: String) -> Bool { has(name, among: "themes", holding: "theme.yaml") }

  /// Whether a folder of a group lies on the shelf; the names of folders are those that people give
  /// them, and lead nowhere else.
  private func has(_ name: String, among group: String, holding file: String) -> Bool {
    guard !name.isEmpty, !name.hasPrefix("."), !name.utf8.contains(where: { $0 == 0x2F || $0 == 0 })
    else { return false }
    return templateFolders.contains { FileStatus("\($0)/\(group)/\(name)/\(file)") != nil }
  }

  /// A file of a kind's folder.
  func path(ofKind name: String, _ file: String) -> String {
    path(of: name, among: "kinds", holding: "schema.json") + "/" + file
  }

  /// A theme's file.
  func path(ofTheme name: String) -> String {
    path(of: name, among: "themes", holding: "theme.yaml") + "/theme.yaml"
  }

  /// Whether a file is a template, a theme or a font: the program's or the organisation's.
  func holds(_ path: String) -> Bool {
    let folders = templateFolders + [home.fonts] + (inOwn("fonts").map { [$0] } ?? [])
    return folders.contains { path.hasPrefix($0 + "/") }
  }

  /// The folders of templates, the nearest to the plan first: what stands in two of them under one
  /// name is taken from the first.
  private var templateFolders: [String] {
    (inOwn("templates").map { [$0] } ?? []) + [home.templates]
  }

  /// A folder of the organisation's, as it is shown to the user.
  private func inOwn(_ name: String) -> String? { own.map { $0 == "." ? name : "\($0)/\(name)" } }

  private func path(of name: String, among group: String, holding file: String) -> String {
    let folders = templateFolders.map { "\($0)/\(group)/\(name)" }
    return folders.first { FileManager.default.fileExists(atPath: $0 + "/" + file) }
      ?? "\(home.templates)/\(group)/\(name)"
  }

  private func folders(of group: String, holding file: String) -> [String] {
    let names = templateFolders.flatMap { folder in
      let path = folder + "/" + group
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      return names.filter {
        FileManager.default.fileExists(atPath: "\(path)/\($0)/\(file)")
      }
    }
    return Set(names).sorted()
  }

  /// Reads the manifests of fonts; a family of the organisation's goes before the program's of the
  /// same name.
  func fonts(into sources: inout SourceSet) -> (FontManifest?, [Diagnostic]) {
    var families: [FontManifest.Family] = []
    var diagnostics: [Diagnostic] = []
    let file = "/fonts.yaml"
    var folders = [home.fonts]
    if let own = inOwn("fonts"), FileManager.default.fileExists(atPath: own + file) {
      folders.insert(own, at: 0)
    }
    for folder in folders {
      let (value, faults) = value(at: folder + file, into: &sources)
      let (manifest, found) = value.map { FontManifest.read($0, folder: folder) } ?? (nil, [])
      diagnostics += faults + found
      guard let manifest else { return (nil, diagnostics) }
      families += manifest.families.filter { family in
        !families.contains { $0.name == family.name }
      }
    }
    return (FontManifest(families: families), diagnostics)
  }

  /// Reads a value from a YAML or JSON file of the home.
  func value(at path: String, into sources: inout SourceSet) -> (Value?, [Diagnostic]) {
    let (file, found) = readSource(path: path, into: &sources)
    guard let file, let text = sources[file]?.text else { return (nil, found) }
    let (value, faults) =
      path.hasSuffix(".json") ? readJSON(text, file: file) : readYAML(text, file: file)
    return (value, found + faults)
  }

  /// Reads a file that lies beside the one that names it, or below.
  func value(named name: Scalar, into sources: inout SourceSet) -> (Value?, [Diagnostic]) {
    let place = name.places.start
    let fence = Fence(folder: sources.folder(of: place.file))
    let (found, faults) = fence.path(of: name.text, at: place)
    guard found != nil else { return (nil, faults) }
    return value(at: fence.shownPath(of: name.text), into: &sources)
  }

  /// The folder of the kind that a plan names by its folder or its Swedish title.
  ///
  /// A folder is called as its kind is, in letters without dots and rings, so that the titles of all
  /// kinds have to be read only for a name that is of none of them.
  func kind(named name: String) -> String? {
    let title = name.lowercased()
    for folder in [name, title.asFolder]
    where has(folder, among: "kinds", holding: "schema.json") { return folder }
    return kindFolders.first { self.title(ofKind: $0)?.lowercased() == title }
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

extension String {
  /// A title in small letters as its folder is called: `anmälda handlingar` as `anmalda-handlingar`.
  fileprivate var asFolder: String {
    var folder = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "å", "ä": folder.append("a")
      case "ö": folder.append("o")
      case "é": folder.append("e")
      case " ": folder.append("-")
      default: folder.unicodeScalars.append(scalar)
      }
    }
    return folder
  }
}

public import Diagnostics
import FoundationEssentials
import Input
import Typography

/// The themes that a home has.
public struct ThemesResult: Sendable {
  /// One theme.
  public struct Theme: Hashable, Sendable {
    /// The folder's name, as `--theme` and `tema:` take it.
    public var name: String
    /// The theme that it builds on; empty for none.
    public var base: String
    /// What it looks like, in a sentence; empty for nothing.
    public var summary: String
  }

  /// What was found wrong with them.
  public var diagnostics: [Diagnostic]
  /// The files that the diagnostics' places name.
  public var sources: SourceSet
  /// The themes, sorted by name.
  public var themes: [Theme]
}

/// The fonts that documents may use.
public struct FontsResult: Sendable {
  /// One family.
  public struct Family: Hashable, Sendable {
    /// The name that themes use.
    public var name: String
    /// The Debian package with its files; nil for the user's own.
    public var package: String?
    /// The folder of its files.
    public var folder: String
    /// Its faces in the manifest's order: `400`, `400 italic`.
    public var faces: [String]
    /// The files that are not there.
    public var missing: [String]
  }

  /// What was found wrong with the manifest.
  public var diagnostics: [Diagnostic]
  /// The files that the diagnostics' places name.
  public var sources: SourceSet
  /// The families, in the manifest's order.
  public var families: [Family]
}

extension Press {
  /// Lists the themes that the home has.
  public func themes() -> ThemesResult {
    let shelf = Shelf(home: home, own: ownFolder(above: "."))
    var result = ThemesResult(diagnostics: [], sources: SourceSet(), themes: [])
    for name in shelf.themeNames {
      let (value, found) = shelf.value(at: shelf.path(ofTheme: name), into: &result.sources)
      result.diagnostics += found
      guard let value else { continue }
      result.themes.append(
        ThemesResult.Theme(
          name: name, base: value["extends"]?.scalar?.text ?? "",
          summary: value["description"]?.scalar?.text ?? ""))
    }
    return result
  }

  /// Lists the families of fonts that themes may name, and whether their files are there.
  public func fonts() -> FontsResult {
    let shelf = Shelf(home: home, own: ownFolder(above: "."))
    var result = FontsResult(diagnostics: [], sources: SourceSet(), families: [])
    let (manifest, found) = shelf.fonts(into: &result.sources)
    result.diagnostics = found
    for family in manifest?.families ?? [] {
      let paths = family.faces.map(\.path)
      let folder = paths.first.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path }
      result.families.append(
        FontsResult.Family(
          name: family.name, package: family.package, folder: folder ?? "",
          faces: family.faces.map { "\($0.weight)" + ($0.isItalic ? " italic" : "") },
          missing: paths.filter { !FileManager.default.fileExists(atPath: $0) }))
    }
    return result
  }
}

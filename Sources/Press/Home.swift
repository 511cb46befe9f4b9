public import Diagnostics
import FoundationEssentials

/// The folder that holds `templates/` and `fonts/`.
public struct Home: Hashable, Sendable {
  /// The folder's path.
  public var folder: String

  /// A home at a folder that is known to be one.
  public init(folder: String) {
    self.folder = folder
  }

  /// Where kinds and themes are.
  public var templates: String { folder + "/templates" }
  /// Where the manifest of fonts is.
  public var fonts: String { folder + "/fonts" }

  /// Finds the home: the folder asked for, `SATS_HOME`, `../share/sats` beside the executable, the
  /// package's root above the executable, in this order.
  ///
  /// One that is named and is no home is an error; the next is not tried in its place, since the
  /// document would look different from what was asked.
  public static func find(
    named option: String?, variable: String?, executable: String
  ) -> (home: Home?, diagnostics: [Diagnostic]) {
    if let option {
      return checked(option, namedBy: "--home")
    }
    if let variable, !variable.isEmpty {
      return checked(variable, namedBy: "SATS_HOME")
    }
    let real = URL(fileURLWithPath: executable).resolvingSymlinksInPath()
    let beside = real.deletingLastPathComponent()
    let shared = beside.deletingLastPathComponent().appendingPathComponent("share/sats").path
    if isHome(shared) { return (Home(folder: shared), []) }

    var folder = beside
    while folder.path != "/" {
      let manifest = folder.appendingPathComponent("Package.swift").path
      if FileManager.default.fileExists(atPath: manifest), isHome(folder.path) {
        return (Home(folder: folder.path), [])
      }
      folder.deleteLastPathComponent()
    }
    return (nil, [Diagnostic(.error, .homeMissing, .noHome(beside: shared))])
  }

  private static func checked(
    _ folder: String, namedBy source: String
  ) -> (home: Home?, diagnostics: [Diagnostic]) {
    guard isHome(folder) else {
      return (nil, [Diagnostic(.error, .homeMissing, .notHome(folder, namedBy: source))])
    }
    return (Home(folder: folder), [])
  }

  private static func isHome(_ folder: String) -> Bool {
    // The point at the end is there in a folder only.
    FileManager.default.fileExists(atPath: folder + "/templates/.")
  }
}

extension Message {
  fileprivate static func notHome(_ folder: String, namedBy source: String) -> Message {
    Message(
      sv: "mappen '\(folder)', som \(source) anger, saknar undermappen 'templates'",
      en: "the folder '\(folder)', named by \(source), has no folder 'templates' in it")
  }

  fileprivate static func noHome(beside folder: String) -> Message {
    Message(
      sv: "mallarna hittas inte: varken '\(folder)' eller en mapp ovanför programmet har dem; "
        + "ange mappen med --home eller SATS_HOME",
      en: "the templates are not found: neither '\(folder)' nor a folder above the program has "
        + "them; name the folder with --home or SATS_HOME")
  }
}

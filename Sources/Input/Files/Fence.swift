public import Diagnostics
import FoundationEssentials
import Unix

/// The folder that a plan may name files in: its own, and what is below it.
///
/// Whoever writes a plan must not be able to print another's files: absolute paths, `..` and
/// symbolic links that lead out are refused, and so is what is no ordinary file.
public struct Fence: Hashable, Sendable {
  /// The folder as it was given.
  public let folder: String
  /// The folder with links followed; nil when it is not there.
  private let real: String?

  /// The fence round a folder; the empty path is the working directory.
  public init(folder: String) {
    self.folder = folder
    real = RealPath(folder.isEmpty ? "." : folder)?.path
  }

  /// The fence round the folder that a plan is in.
  public init(ofPlan path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    self.init(folder: parts.isEmpty ? "." : parts == [""] ? "/" : parts.joined(separator: "/"))
  }

  /// The real path of a file inside the fence, from the path as it is written in the plan.
  ///
  /// Reports `file-outside-folder`, `file-missing` and `not-ordinary-file`, at the given place.
  public func path(of written: String, at place: Place) -> (String?, [Diagnostic]) {
    func refuse(_ code: Code, _ message: Message) -> (String?, [Diagnostic]) {
      (nil, [Diagnostic(.error, code, message, at: place)])
    }
    let parts = written.split(separator: "/", omittingEmptySubsequences: false)
    if written.isEmpty { return refuse(.fileMissing, .noName) }
    if written.hasPrefix("/") { return refuse(.fileOutsideFolder, .absolute(written)) }
    if parts.contains("..") { return refuse(.fileOutsideFolder, .upwards(written)) }
    guard !written.utf8.contains(0), let real, let found = RealPath(real + "/" + written) else {
      return refuse(
        .fileMissing,
        leadsNowhere(written) ? .leadsNowhere(written) : .missing(written, near(written)))
    }
    let root = real == "/" ? real : real + "/"
    guard found.path == real || found.path.hasPrefix(root) else {
      return refuse(.fileOutsideFolder, .linkedOut(written))
    }
    guard found.status.kind == .file else {
      return refuse(.notOrdinaryFile, .notFile(written, isFolder: found.status.kind == .folder))
    }
    return (found.path, [])
  }

  /// The path as it is shown to the user: beside the plan, as the plan is named.
  public func shownPath(of written: String) -> String {
    switch folder {
    case ".", "": written
    case "/": "/" + written
    default: "\(folder)/\(written)"
    }
  }

  /// Whether a link stands there that leads to nothing or back to itself.
  private func leadsNowhere(_ written: String) -> Bool {
    let parts = written.split(separator: "/").map(String.init)
    guard let real, let name = parts.last, !written.utf8.contains(0) else { return false }
    let folder = ([real] + parts.dropLast()).joined(separator: "/")
    guard let path = RealPath(folder)?.path, path == real || path.hasPrefix(real + "/") else {
      return false
    }
    return FileStatus(path + "/" + name, followsLinks: false)?.kind == .link
  }

  /// A file in the same folder with nearly the same name.
  private func near(_ written: String) -> String? {
    let parts = written.split(separator: "/").map(String.init)
    guard let real, let name = parts.last else { return nil }
    let inside = parts.dropLast().joined(separator: "/")
    let folder = inside.isEmpty ? real : real + "/" + inside
    guard let path = RealPath(folder)?.path, path == real || path.hasPrefix(real + "/"),
      let names = try? FileManager.default.contentsOfDirectory(atPath: path)
    else { return nil }
    return nearest(to: name, among: names.sorted()).map { inside.isEmpty ? $0 : "\(inside)/\($0)" }
  }
}

extension Message {
  fileprivate static let noName = Message(
    sv: "filnamnet saknas; skriv filens namn",
    en: "the file name is missing; write the file's name")

  fileprivate static func absolute(_ path: String) -> Message {
    Message(
      sv: "'\(path)' börjar med '/'; skriv sökvägen från planens mapp",
      en: "'\(path)' begins with '/'; write the path from the plan's folder")
  }

  fileprivate static func upwards(_ path: String) -> Message {
    Message(
      sv: "'\(path)' leder ut ur planens mapp med '..'; lägg filen i planens mapp",
      en: "'\(path)' leads out of the plan's folder by '..'; put the file in the plan's folder")
  }

  fileprivate static func linkedOut(_ path: String) -> Message {
    Message(
      sv: "'\(path)' är en länk ut ur planens mapp; lägg filen själv i planens mapp",
      en: "'\(path)' is a link out of the plan's folder; put the file itself in the plan's folder")
  }

  fileprivate static func leadsNowhere(_ path: String) -> Message {
    Message(
      sv: "'\(path)' är en länk som inte leder till någon fil; lägg filen själv i planens mapp",
      en: "'\(path)' is a link that leads to no file; put the file itself in the plan's folder")
  }

  fileprivate static func missing(_ path: String, _ near: String?) -> Message {
    Message(
      sv: "filen '\(path)' finns inte i planens mapp" + (near.map { "; menade du '\($0)'?" } ?? ""),
      en: "the file '\(path)' is not in the plan's folder"
        + (near.map { "; did you mean '\($0)'?" } ?? ""))
  }

  fileprivate static func notFile(_ path: String, isFolder: Bool) -> Message {
    isFolder
      ? Message(
        sv: "'\(path)' är en mapp; väntade en fil", en: "'\(path)' is a folder; expected a file")
      : Message(
        sv: "'\(path)' är en enhet eller ett rör; väntade en vanlig fil",
        en: "'\(path)' is a device or a pipe; expected an ordinary file")
  }
}

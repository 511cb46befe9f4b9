import FoundationEssentials
import Unix

/// Where a path leads when every symbolic link on the way is followed, and what is there.
///
/// Links are followed one by one rather than by the file system, so that a loop ends and the result
/// has neither links nor `..` in it and can be compared.
struct RealPath {
  /// The absolute path without links, `.` and `..`.
  let path: String
  /// What is there.
  let status: FileStatus

  /// As many links as Linux follows.
  private static let mostLinks = 40

  /// Follows a path, from the working directory if it is relative; nil when nothing is there.
  init?(_ path: String) {
    guard !path.isEmpty else { return nil }
    let files = FileManager.default
    let absolute = path.hasPrefix("/") ? path : files.currentDirectoryPath + "/" + path
    // What is still to walk, the next part last.
    var rest = Array(absolute.split(separator: "/").map(String.init).reversed())
    var walked: [String] = []
    var status = FileStatus("/")
    var links = 0
    while let part = rest.popLast() {
      guard status?.kind == .folder else { return nil }
      if part == "." { continue }
      if part == ".." {
        _ = walked.popLast()
        continue
      }
      let next = "/" + (walked + [part]).joined(separator: "/")
      guard let found = FileStatus(next, followsLinks: false) else { return nil }
      if found.kind == .link {
        links += 1
        guard links <= Self.mostLinks,
          let target = try? files.destinationOfSymbolicLink(atPath: next)
        else { return nil }
        if target.hasPrefix("/") { walked = [] }
        rest += target.split(separator: "/").map(String.init).reversed()
        continue
      }
      walked.append(part)
      status = found
    }
    // `plan.yaml/` is no file.
    guard let status, !absolute.hasSuffix("/") || status.kind == .folder else { return nil }
    self.path = "/" + walked.joined(separator: "/")
    self.status = status
  }
}

import Foundation
import Testing

/// The project's own files, as this test target finds them.
enum Repository {
  /// The folder that holds `Package.swift`.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The paths of the files below a folder, relative to the root and sorted; what the build and
  /// version control keep for themselves is left out.
  static func files(below folder: String) throws -> [String] {
    let top = root.appendingPathComponent(folder).path
    let found = try #require(FileManager.default.enumerator(atPath: top))
    var paths: [String] = []
    while let path = found.nextObject() as? String {
      let name = (path as NSString).lastPathComponent
      if isLeftOut(name) {
        found.skipDescendants()
      } else if found.fileAttributes?[.type] as? FileAttributeType == .typeRegular {
        paths.append(folder.isEmpty ? path : folder + "/" + path)
      }
    }
    return paths.sorted()
  }

  /// The text of a file, by its path from the root.
  static func text(of path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// The Swift files of a room.
  static func swiftFiles(ofRoom room: String) throws -> [String] {
    try files(below: "Sources/" + room).filter { $0.hasSuffix(".swift") }
  }

  private static func isLeftOut(_ name: String) -> Bool {
    name == ".git" || name == "out" || name == "__pycache__" || name == "Package.resolved"
      || name.hasPrefix(".build")
  }
}

extension String {
  /// The Swift source without its comments and without what stands in string literals and in names
  /// between backticks, line by line as before; plain enough for the way this project writes.
  var codeOnly: String {
    let raw = /#"[^\n]*?"#/
    let multiline = /"""[\s\S]*?"""/
    let string = /"(?:\\.|[^"\\\n])*"/
    let sentence = /`[^`\n]*`/
    let block = /\/\*[\s\S]*?\*\//
    let line = /\/\/[^\n]*/
    return replacing(multiline) { match in
      "\"\"" + String(repeating: "\n", count: match.output.count { $0 == "\n" })
    }
    .replacing(raw, with: "\"\"").replacing(string, with: "\"\"")
    .replacing(sentence, with: "``")
    .replacing(block, with: "").replacing(line, with: "")
  }
}

import Foundation
import Hyphenation
import Typography

/// A file of cases in `Cases`, tab by tab.
struct CaseFile {
  /// The fields of each line that is no remark.
  let rows: [[String]]

  /// Reads a file of the folder.
  init(_ name: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let text = try String(
      contentsOf: folder.appendingPathComponent("Cases/\(name)"), encoding: .utf8)
    rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}

/// Where a word is divided, for tests: as written with hyphens, and as numbers of letters.
struct Divided: Equatable {
  /// The word with a hyphen at each point, restored letters written out.
  var text: String

  /// The points of a word.
  init(_ word: String, by hyphenator: Hyphenator) {
    let bytes = Array(word.utf8)
    var start = 0
    text = ""
    for point in hyphenator.points(in: word) {
      text += String(decoding: bytes[start..<point.offset], as: UTF8.self) + point.restored + "-"
      start = point.offset
    }
    text += String(decoding: bytes[start...], as: UTF8.self)
  }

  /// What is written with hyphens.
  init(_ text: String) {
    self.text = text
  }

  /// What stands between the points.
  var fragments: [Substring] { text.split(separator: "-", omittingEmptySubsequences: false) }

  /// The letters without the hyphens, restored ones among them.
  var letters: String { text.filter { $0 != "-" } }

  /// The number of letters before each point.
  var points: Set<Int> {
    var count = 0
    return Set(
      fragments.dropLast().map { fragment in
        count += fragment.count
        return count
      })
  }
}

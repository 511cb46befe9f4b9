import Foundation
import Testing

/// The table of rooms in `docs/architecture.md`.
struct RoomTable {
  /// One row.
  struct Room: Equatable {
    /// The target's name.
    var name: String
    /// What it may import.
    var imports: [String]
    /// Whether it is one of the rooms where the word `unsafe` may stand.
    var isWrapper: Bool
    /// Whether it holds a C library's module map and no Swift.
    var isLibrary: Bool
  }

  /// The rows, from the top.
  var rooms: [Room]

  /// Reads the table.
  init() throws {
    let lines = try Repository.text(of: "docs/architecture.md").split(
      separator: "\n", omittingEmptySubsequences: false)
    let head = try #require(lines.firstIndex { $0.hasPrefix("| Room |") })
    rooms = []
    for line in lines[(head + 2)...] {
      guard line.hasPrefix("|") else { break }
      let cells = line.dropFirst().split(separator: "|", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      try #require(cells.count >= 4, "a row of the table lacks cells: \(line)")
      rooms.append(
        Room(
          name: cells[0].replacing("`", with: ""),
          imports: cells[2] == "–" ? [] : cells[2].split(separator: ", ").map(String.init),
          isWrapper: cells[3] == "wrapper", isLibrary: cells[3] == "C library"))
    }
  }

  /// The row of a room.
  subscript(name: String) -> Room? { rooms.first { $0.name == name } }
}

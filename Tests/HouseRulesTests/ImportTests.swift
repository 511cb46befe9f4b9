import Foundation
import Testing

struct ImportTests {
  @Test func `every folder in Sources is a room of the table, and the other way round`() throws {
    let folders = Set(
      try Repository.files(below: "Sources").map { String($0.split(separator: "/")[1]) })
    #expect(try folders.sorted() == RoomTable().rooms.map(\.name).sorted())
  }

  @Test func `rooms import what the table names and nothing else`() throws {
    for room in try RoomTable().rooms {
      for path in try Repository.swiftFiles(ofRoom: room.name) {
        for imported in try imports(in: path) {
          #expect(
            room.imports.contains(imported),
            "\(path) imports \(imported), which the row of \(room.name) does not name")
        }
      }
    }
  }

  @Test func `imports between rooms only point up the table`() throws {
    let table = try RoomTable()
    for (index, room) in table.rooms.enumerated() {
      for imported in room.imports {
        let below = table.rooms[index...].contains { $0.name == imported }
        #expect(!below, "\(room.name) imports \(imported), which stands below it")
      }
    }
  }

  @Test func `Package.swift declares the imports of the table`() throws {
    // A target's declaration: its name, then what it depends on up to the next target's.
    let manifest = try Repository.text(of: "Package.swift")
    let targets = try #require(manifest.split(separator: "  targets: [").last)
    let declaration = /(?:room|executableTarget)\(\s*(?:name: )?"(\w+)"/
    let starts = targets.matches(of: declaration)
    let known = try RoomTable()
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].range.lowerBound : targets.endIndex
      let body = targets[start.range.upperBound..<end].prefix { $0 != "]" }
      let declared = body.matches(of: /(package: )?"(\w+)"/).filter { $0.output.1 == nil }
        .map { String($0.output.2) }
      let name = String(start.output.1)
      let room = try #require(known[name], "the table has no row for \(name)")
      // What comes with the toolchain is named in the table and not in the manifest.
      let ours = room.imports.filter { !Self.system.contains($0) }
      #expect(declared.sorted() == ours.sorted(), "\(name)")
    }
    #expect(starts.count == known.rooms.count { !$0.isLibrary })
  }

  /// What the toolchain brings.
  ///
  /// Foundation itself would bring all of ICU to every start.
  private static let system: Set = ["Dispatch", "FoundationEssentials", "Glibc", "Synchronization"]

  @Test(arguments: ["Geometry", "Typography", "Manuscript", "Pages", "Layout"])
  func `the rooms that decide do without Foundation`(room: String) throws {
    let files = try Repository.swiftFiles(ofRoom: room)
    #expect(!files.isEmpty)
    for path in files {
      let system = try imports(in: path).filter { $0.hasPrefix("Foundation") || $0 == "Glibc" }
      #expect(system.isEmpty, "\(path) imports \(system)")
    }
  }

  private func imports(in path: String) throws -> [String] {
    // `public import struct Room.Type` and the like: the module is the word after the kind.
    let line =
      /^(?:[@\w()]+ )*import (?:(?:struct|class|enum|protocol|func|var|typealias) )?(\w+)/
      .anchorsMatchLineEndings()
    return try Repository.text(of: path).codeOnly.matches(of: line).map { String($0.output.1) }
  }
}

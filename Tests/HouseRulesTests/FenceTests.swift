import Foundation
import Testing

struct FenceTests {
  @Test func `the word unsafe stands only in the wrapper rooms`() throws {
    let wrappers = try RoomTable().rooms.filter(\.isWrapper).map(\.name)
    for path in try Repository.files(below: "Sources") + Repository.files(below: "Tests")
    where path.hasSuffix(".swift") {
      let room = String(path.split(separator: "/")[1]).replacing(/Tests$/, with: "")
      if wrappers.contains(room) { continue }
      let lines = try Repository.text(of: path).codeOnly.split(
        separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in lines.enumerated() where line.contains(/\bunsafe\b/) {
        Issue.record("\(path):\(index + 1): \(line.trimmingCharacters(in: .whitespaces))")
      }
    }
  }

  @Test func `a C library's room holds a module map, a shim and no Swift`() throws {
    let libraries = try RoomTable().rooms.filter(\.isLibrary)
    #expect(!libraries.isEmpty)
    for room in libraries {
      let folder = "Sources/" + room.name
      let files = try Repository.files(below: folder)
      #expect(files == [folder + "/module.modulemap", folder + "/shim.h"])
    }
  }

  @Test func `strings and comments are not code`() {
    let source = """
      let a = "unsafe \\" unsafe" // unsafe
      /* unsafe */ let b = unsafe c.`unsafe`
      """
    #expect(source.codeOnly.matches(of: /\bunsafe\b/).count == 1)
  }
}

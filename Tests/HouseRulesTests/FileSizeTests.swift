import Foundation
import Testing

struct FileSizeTests {
  /// Past this a file is looked at for a second subject.
  static let lookAgain = 400
  /// Past this no file goes.
  static let most = 600

  /// Files between the two limits, each with the reason why it is one subject.
  static let longForAReason: [String: String] = [:]

  @Test func `no file is long without a reason that is written down`() throws {
    for path in try Repository.files(below: "Sources") + Repository.files(below: "Tests")
    where path.hasSuffix(".swift") {
      let lines = try Repository.text(of: path).count { $0 == "\n" }
      #expect(lines <= Self.most, "\(path) has \(lines) lines")
      if lines > Self.lookAgain {
        #expect(Self.longForAReason[path] != nil, "\(path) has \(lines) lines and no reason")
      } else {
        #expect(Self.longForAReason[path] == nil, "\(path) is no longer long")
      }
    }
  }

  @Test func `the reasons are of files that there are`() throws {
    let files = try Repository.files(below: "Sources") + Repository.files(below: "Tests")
    #expect(Set(Self.longForAReason.keys).subtracting(files).isEmpty)
  }
}

import Foundation
import Input
import Kinds
import Testing

@Suite struct KindFolderTests {
  @Test(arguments: Kind.all)
  func `shows a plan in its README that the check finds nothing wrong with`(_ kind: Kind) throws {
    let readme = try projectText("templates/kinds/\(kind.name)/README.md")
    let parts = readme.components(separatedBy: "```")
    try #require(parts.count == 3 && parts[1].hasPrefix("yaml\n"))
    #expect(try kind.findings(String(parts[1].dropFirst(5))).map(line) == [])
  }
}

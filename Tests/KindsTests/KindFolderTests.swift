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
    let plan = String(parts[1].dropFirst(5))
    // Tables in files are put in place before the check: such plans are built by HandbookTests.
    guard !plan.contains("{fil: ") else { return }
    #expect(try kind.findings(plan).map(line) == [])
  }
}

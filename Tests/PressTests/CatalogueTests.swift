import Diagnostics
import Foundation
import Press
import Testing

struct CatalogueTests {
  @Test func `every checkpoint has an id of its own and says what, why and how to mend`() {
    let points = Press.catalogue
    #expect(Set(points.map(\.id)).count == points.count)
    for point in points {
      #expect(point.id.wholeMatch(of: /[A-Z][0-9]+/) != nil, "\(point.id)")
      for text in [point.what, point.why, point.mend] {
        #expect(text.hasSuffix(".") && text.count > 12, "\(point.id): \(text)")
      }
      #expect(!point.example.isEmpty && !point.title.hasSuffix("."), "\(point.id)")
    }
  }

  @Test func `docs checks says what the catalogue says`() throws {
    let page = URL(filePath: #filePath).appending(path: "../../../docs/checks.md").standardized
    if ProcessInfo.processInfo.environment["SATS_ACCEPT"] == "1" {
      try Press.cataloguePage.write(to: page, atomically: true, encoding: .utf8)
    }
    // SATS_ACCEPT=1 writes it anew.
    #expect(try String(contentsOf: page, encoding: .utf8) == Press.cataloguePage)
  }
}

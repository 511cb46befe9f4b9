import Foundation
import Testing

/// The torture sample as others read it: what a table says must still be true on paper.
struct TortureTests {
  /// The pages of the sample as text, columns side by side.
  private func pages() async throws -> [[Substring]] {
    let set = try await Samples.shared.set(Sample(path: "samples/tortyr/plan.yaml"))
    try #require(set.run.exitCode == 0, "\(set.run.errors)")
    let text = try Run.run("pdftotext", ["-layout", set.file.path, "-"]).text
    return text.split(separator: "\u{C}").map { $0.split(separator: "\n") }
  }

  /// The two sums or amounts that a line ends in, in hundredths; nil for an amount that is missing.
  private func amounts(_ text: Substring) -> [Int?] {
    text.matches(of: /\d{1,3}(?:\s\d{3})*,\d\d|–/).prefix(2).map { match in
      Int(match.output.filter(\.isNumber))
    }
  }

  @Test func `sums carried over pages are those of the rows on the pages before`() async throws {
    var sums = [0, 0]
    var carried: [Int?]?
    var rows = 0
    var total: [Int?] = []
    for page in try await pages() where page.contains(where: { $0.hasPrefix("Tabell 2") }) {
      #expect(page.count { $0.hasPrefix("Mottagare") } == 1, "the head stands once on every page")
      for line in page where total.isEmpty {
        if line.hasPrefix("Transport") {
          #expect(amounts(line) == carried)
          #expect(carried == sums)
          carried = nil
        } else if line.hasPrefix("Att transportera") {
          carried = amounts(line)
          #expect(carried == sums)
        } else if line.hasPrefix("Summa") {
          total = amounts(line)
        } else if let year = line.firstRange(of: " 2023 ") {
          let row = amounts(line[year.upperBound...])
          sums[0] += try #require(row[0])
          sums[1] += row[1] ?? 0
          rows += 1
        }
      }
    }
    #expect(rows == 200)
    #expect(total == sums)
  }

  @Test func `every row of the long table stands once`() async throws {
    let text = try await pages().joined().joined(separator: "\n")
    for number in 1...200 where number % 50 != 0 {
      let name = "Förening \(String(repeating: "0", count: 3 - "\(number)".count))\(number)"
      #expect(text.ranges(of: name).count == 1, "\(name)")
    }
  }
}

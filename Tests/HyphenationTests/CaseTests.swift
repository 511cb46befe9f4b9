import Hyphenation
import Testing

struct CaseTests {
  private let hyphenator: Hyphenator

  init() throws {
    hyphenator = try Hyphenator()
  }

  @Test func `the points of the rules' own cases are allowed`() throws {
    let cases = try CaseFile("hyphenation-cases.tsv").rows
    #expect(cases.count > 20)
    for row in cases {
      let found = Divided(row[0], by: hyphenator)
      let isRight = row[1].split(separator: "|").map { Divided(String($0)) }.contains { wanted in
        wanted.points.isEmpty
          ? found.points.isEmpty
          : wanted.letters == found.letters && wanted.points.isSubset(of: found.points)
      }
      #expect(isRight, "\(found.text), expected \(row[1])")
    }
  }

  @Test func `the commonest long words have all their seams and no forbidden point`() throws {
    let cases = try CaseFile("long-words.tsv").rows
    #expect(cases.count > 250)
    for row in cases {
      let found = Divided(row[0], by: hyphenator)
      let missing = Divided(row[1]).points.subtracting(found.points)
      #expect(missing.isEmpty, "\(found.text), expected \(row[1])")
      let forbidden = row[2].split(separator: "|").filter {
        !Divided(String($0)).points.isDisjoint(with: found.points)
      }
      #expect(forbidden.isEmpty, "\(found.text)")
    }
  }

  @Test func `words read by eye are divided as they were then`() throws {
    // All points of each: a change of rules or lexicon shows here, for better or worse.
    let cases = try CaseFile("read-by-eye.tsv").rows
    #expect(cases.count > 200)
    for row in cases {
      #expect(Divided(row[0], by: hyphenator).text == row[1])
    }
  }

  @Test(arguments: ["long-words.tsv", "read-by-eye.tsv"])
  func `every fragment has a vowel and two letters, the last one three`(file: String) throws {
    for row in try CaseFile(file).rows {
      let fragments = Divided(row[0], by: hyphenator).fragments
      for fragment in fragments {
        #expect(
          fragment.count >= 2 && fragment.contains { "aeiouyåäöéü".contains($0) }, "\(row[0])")
      }
      #expect((fragments.last?.count ?? 0) >= 3, "\(row[0])")
    }
  }
}

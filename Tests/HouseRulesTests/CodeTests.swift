import Foundation
import Testing

struct CodeTests {
  private static let list = "Sources/Diagnostics/Code.swift"

  /// The cases of the list, by name, with the code that each stands for.
  private func listed() throws -> [(name: String, code: String)] {
    try Repository.text(of: Self.list).matches(of: /case (\w+) = "([^"]+)"/)
      .map { (String($0.output.1), String($0.output.2)) }
  }

  @Test func `every code that is listed is reported somewhere`() throws {
    let sources = try Repository.files(below: "Sources")
      .filter { $0.hasSuffix(".swift") && $0 != Self.list }
      .map { try Repository.text(of: $0).codeOnly }
    let used = Set(
      sources.flatMap { $0.matches(of: /\.(\w+)\b/).map { String($0.output.1) } })
    let codes = try listed()
    #expect(!codes.isEmpty)
    let silent = codes.filter { !used.contains($0.name) }.map(\.code)
    #expect(silent == [])
  }

  @Test func `a code is its name in kebab case, and stands once`() throws {
    let codes = try listed()
    #expect(Set(codes.map(\.code)).count == codes.count)
    for (name, code) in codes {
      let kebab = name.replacing(/[A-Z]/) { "-" + $0.output.lowercased() }
      #expect(code == kebab)
    }
  }

  @Test func `every code that is named in brackets is listed`() throws {
    // As the messages print them: `fel: okänd nyckel … [unknown-key]`.
    let codes = Set(try listed().map(\.code))
    let texts = try Repository.files(below: "docs") + Repository.files(below: "templates")
    for path in texts where path.hasSuffix(".md") {
      let named = try Repository.text(of: path).matches(of: /fel: [^\n]*\[([a-z]+(?:-[a-z]+)+)\]/)
      for match in named {
        #expect(codes.contains(String(match.output.1)), "\(path) names \(match.output.1)")
      }
    }
  }
}

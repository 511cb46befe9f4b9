import Foundation
import Testing

struct FolderTests {
  @Test func `every sample has a README, and plans with the text that each was made from`() throws {
    let files = Set(try Repository.files(below: "samples"))
    let samples = Set(files.map { $0.split(separator: "/").prefix(2).joined(separator: "/") })
    #expect(!samples.isEmpty)
    for sample in samples.sorted() {
      #expect(files.contains(sample + "/README.md"), "\(sample) has no README")
      let plans = try files.filter { $0.hasPrefix(sample + "/") && $0.hasSuffix(".yaml") }
        .filter { try Repository.text(of: $0).contains(/^mall:/.anchorsMatchLineEndings()) }
      #expect(!plans.isEmpty, "\(sample) has no plan")
      for plan in plans.sorted() {
        let texts = [plan.dropLast(".yaml".count) + ".source.txt", sample + "/source.txt"]
        #expect(texts.contains { files.contains($0) }, "\(plan) has no source text")
      }
    }
  }

  @Test(arguments: [
    ("templates/kinds", ["schema.json", "template.yaml", "README.md"]),
    ("templates/themes", ["README.md"]),
  ])
  func `kinds and themes are whole and say what they are for`(
    folder: String, needed: [String]
  ) throws {
    let files = Set(try Repository.files(below: folder))
    let names = Set(files.map { $0.split(separator: "/")[2] }.filter { !$0.contains(".") })
    #expect(!names.isEmpty)
    for name in names.sorted() {
      let lacking = needed.filter { !files.contains("\(folder)/\(name)/\($0)") }
      #expect(lacking == [], "\(folder)/\(name)")
    }
  }

  @Test func `links between the documents lead to what is there`() throws {
    let documents = try Repository.files(below: "").filter { $0.hasSuffix(".md") }
    #expect(documents.contains("README.md"))
    for document in documents where !document.hasPrefix("Tests/") {
      // Code in a document shows links that are not its own.
      let prose = try Repository.text(of: document)
        .replacing(/```[\s\S]*?```/, with: "").replacing(/`[^`\n]*`/, with: "")
      let folder = Repository.root.appendingPathComponent(document).deletingLastPathComponent()
      let dead = prose.matches(of: /\]\(([^)#\s]+)[^)]*\)/).map { String($0.output.1) }
        .filter { !$0.contains("://") && !$0.hasPrefix("mailto:") }
        .filter { !FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path) }
      #expect(dead == [], "\(document)")
    }
  }

  @Test func `nothing is left to do in the sources`() throws {
    for path in try Repository.files(below: "Sources") {
      let marks = try Repository.text(of: path).matches(of: /\b(TODO|FIXME|XXX|HACK)\b/)
      #expect(marks.isEmpty, "\(path): \(marks.map(\.output.0))")
    }
  }

  @Test func `no file names a path of the machine it was written on`() throws {
    let places = [Repository.root.path, NSHomeDirectory()].filter { $0 != "/" && $0 != "" }
    let alternatives = places.map(NSRegularExpression.escapedPattern(for:)).joined(separator: "|")
    // A path of its own, not the tail of another: `../src/` is no `/src/`.
    let path = try Regex("(?:^|[\\s\"'`(=:,])(?:\(alternatives))(?:/|$)").anchorsMatchLineEndings()
    for file in try Repository.files(below: "") {
      guard let text = try? Repository.text(of: file) else { continue }
      #expect(text.firstMatch(of: path) == nil, "\(file)")
    }
  }
}

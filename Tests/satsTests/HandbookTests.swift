import Foundation
import Testing

/// The documentation's plans, pictures and links.
struct HandbookTests {
  /// A plan that a page shows, or that one of its pictures shows.
  struct Example: Hashable, CustomTestStringConvertible {
    /// The page, from the project's root, and which of its plans it is.
    var name: String
    /// The plan.
    var plan: String

    var testDescription: String { name }
  }

  /// The pages, from the project's root.
  static let pages: [String] = {
    let folders = ["docs", "docs/handbok"] + inside("templates/kinds") + inside("templates/themes")
    return
      (["README.md", "templates/organisation/README.md"]
      + folders.flatMap { folder in names(folder).map { "\(folder)/\($0)" } })
      .filter { $0.hasSuffix(".md") }
  }()

  /// The plans of all pages and pictures.
  static let examples: [Example] = {
    let shown = pages.flatMap { page in
      let parts = text(page).components(separatedBy: "```yaml\nmall:").dropFirst()
      return parts.enumerated().map { number, part in
        Example(
          name: "\(page), \(number + 1)", plan: "mall:" + part.components(separatedBy: "\n```")[0])
      }
    }
    let pictured = names("docs/bilder").filter { $0.hasSuffix(".yaml") }
    return shown + pictured.map { Example(name: $0, plan: text("docs/bilder/" + $0)) }
  }()

  private static func names(_ folder: String) -> [String] {
    let path = Samples.root.appendingPathComponent(folder).path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  private static func inside(_ folder: String) -> [String] {
    names(folder).map { "\(folder)/\($0)" }
  }

  private static func text(_ path: String) -> String {
    let url = Samples.root.appendingPathComponent(path)
    return (try? String(contentsOf: url, encoding: .utf8)) ?? ""
  }

  @Test func `there are pages with plans`() {
    #expect(Self.pages.contains("docs/handbok/forsta-dokumentet.md"))
    #expect(Self.examples.contains { $0.name.hasPrefix("docs/handbok/forsta-dokumentet.md") })
    #expect(Self.examples.contains { $0.name == "box.yaml" })
  }

  @Test(arguments: examples)
  func `a plan that is shown builds without a warning`(example: Example) throws {
    let scratch = try Scratch()
    let files = Samples.root.appendingPathComponent("docs/exempel")
    for name in Self.names("docs/exempel") {
      try FileManager.default.copyItem(
        at: files.appendingPathComponent(name),
        to: scratch.folder.appendingPathComponent(name))
    }
    try scratch.file("plan.yaml", example.plan + "\n")
    let run = try Run.sats(["build", "plan.yaml"], in: scratch.folder)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(!run.errors.contains(": varning: "), "\(run.errors)")
  }

  @Test(arguments: pages)
  func `pictures and pages that are linked to are there`(page: String) throws {
    let folder = Samples.root.appendingPathComponent(page).deletingLastPathComponent()
    // What stands in fences and between backquotes is shown, and leads nowhere.
    let prose = Self.text(page).replacing(/(?ms)^```.*?^```$/, with: "")
      .replacing(/`[^`\n]*`/, with: "")
    for match in prose.matches(of: /\]\(([^)#:]+)(?:#[^)]*)?\)/) {
      let path = folder.appendingPathComponent(String(match.output.1)).path
      #expect(FileManager.default.fileExists(atPath: path), "\(match.output.1)")
    }
  }

  @Test func `codes that are explained are codes of the program`() throws {
    let codes = Set(
      Self.text("Sources/Diagnostics/Code.swift").matches(of: /= "([a-z-]+)"/)
        .map { String($0.output.1) })
    let page = Self.text("docs/handbok/felmeddelanden.md")
    let explained = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
      .flatMap { row in
        (row.split(separator: "|").first ?? "").matches(of: /`([a-z-]+)`/)
          .map { String($0.output.1) }
      }
    #expect(explained.count > 50)
    for code in explained { #expect(codes.contains(code), "\(code)") }
  }
}

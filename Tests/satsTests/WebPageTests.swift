import Foundation
import FoundationXML
import Testing

struct WebPageTests {
  /// A sample as a page for the web, and its text as a reader meets it.
  private final class Page: NSObject, XMLParserDelegate {
    var text = ""
    var ids: [String] = []
    var targets: [String] = []
    /// The addresses of pictures; empty for one without.
    var sources: [String] = []
    private var isText = false

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      if name == "body" { isText = true }
      if name == "br" { text += " " }
      if name == "img" { sources.append(attributes["src", default: ""]) }
      if let id = attributes["id"] { ids.append(id) }
      if let href = attributes["href"], href.hasPrefix("#") {
        targets.append(String(href.dropFirst()))
      }
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      // Blocks end a line; what stands inside a line does not part words.
      if !["a", "em", "strong", "span", "sup", "abbr"].contains(name) { text += "\n" }
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) {
      if isText { text += characters }
    }
  }

  @Test(arguments: Samples.all)
  func `is well-formed, holds the source's words in order, and its links lead somewhere`(
    sample: Sample
  ) throws {
    let scratch = try Scratch()
    let run = try Run.sats(
      ["build", sample.path, "--format", "html", "-o", scratch.path("sida.html")])
    try #require(run.exitCode == 0, "\(run.errors)")
    let page = Page()
    let parser = XMLParser(data: try scratch.bytes("sida.html"))
    parser.delegate = page
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(Set(page.ids).count == page.ids.count, "an id stands twice")
    #expect(page.sources.allSatisfy { $0.hasPrefix("data:image/") }, "the page loads something")
    #expect(Set(page.targets).subtracting(page.ids) == [])
    guard let source = sample.source else { return }
    let text = try scratch.file("sida.txt", page.text)
    let script = Samples.root.appendingPathComponent("Tests/coverage.py").path
    let coverage = try Run.run("python3", [script, text, source.path])
    #expect(coverage.exitCode == 0, "\(coverage.text)")
  }

  @Test func `is written beside the plan under its own name`() throws {
    let scratch = try Scratch()
    let plan = try scratch.file(
      "plan.yaml", "mall: dokument\ntitel: Prov\ninnehåll: [{text: Ett stycke.}]\n")
    let run = try Run.sats(["build", plan, "--format", "html"])
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(try scratch.names() == ["plan.html", "plan.yaml"])
  }
}

import Diagnostics
import Input
import Manuscript
import Templates
import TestSupport
import Testing

/// Miniatures as templates ask for them.
@Suite struct MiniatureTests {
  private func composed(_ flow: String) throws -> Document {
    let (value, _) = readYAML("titel: Prov\nord: [ett, två]\n", file: .none)
    return compose(
      try #require(value), template: try template(flow), loadProse: { _, _ in (nil, []) }
    )
    .0
  }

  @Test func `a miniature names its kind and page, and what stands in its place and below`() throws
  {
    let document = try composed(
      """
      flow:
        - heading: {text: "{titel}", level: 1}
        - each: ord
          miniature:
            kind: bilder
            page: "bild-{#}"
            flow: [{heading: {text: "{.}", level: 2}}]
            below: [{text: "Om {.}"}]
      """)
    #expect(document.shownKinds.map(\.name) == ["bilder"])
    #expect(document.headings.map(\.text.text) == ["Prov", "ett", "två"])
    let dump = document.dump()
    #expect(
      dump.contains(
        """
          miniature of bilder from #bild-2
            heading 2 "två" #två
          below
            body "Om två"
        """), "\(dump)")
  }

  @Test(arguments: [
    ("{kind: bilder, page: a}", Code.missingKeyword), ("{kind: bilder, flow: []}", .missingKeyword),
    ("{kind: bilder, page: a, flow: [], unde: []}", .unknownKeyword),
  ])
  func `a miniature that lacks something is told`(value: String, code: Code) throws {
    let (raw, _) = readYAML(
      "metadata: {title: T}\nflow: [{miniature: \(value)}]\n", file: .none)
    let (_, found) = Template.read(try #require(raw), schema: try goals())
    #expect(found.map(\.code) == [code], "\(found)")
  }
}

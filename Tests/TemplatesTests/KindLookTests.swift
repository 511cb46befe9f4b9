import Diagnostics
import Geometry
import Input
import Templates
import TestSupport
import Testing
import Typography

/// What a theme says of documents of some kinds.
@Suite struct KindLookTests {
  private static let base = """
    page: {margins: 20 mm, head-baseline: 10 mm, foot-baseline: 10 mm}
    styles:
      body: {family: Serif, size: 11pt, leading: 15pt}
      heading-1: {like: body, size: 20pt}
    tables: {table: {padding: {top: 2pt}}}

    """
  private static let kinds = ["brev", "bilder", "protokoll", "utdrag"]

  /// Reads a theme for a kind, with files beside it.
  private func read(
    _ text: String, for kind: String, files: [String: String] = [:], over base: String = base
  ) throws -> (Theme?, [Diagnostic]) {
    let (value, faults) = readYAML(text, file: .none)
    #expect(faults.isEmpty)
    return Theme.read(try #require(value), for: kind) { _, _ in
      readYAML(base, file: .none)
    } loadFile: { name in
      files[name.text].map { readYAML($0, file: .none) } ?? (nil, [])
    } findKind: { name, place in
      if Self.kinds.contains(name) { return (name, []) }
      return (
        nil,
        [Diagnostic(.error, .unknownKind, Message(sv: name, en: name), at: place)]
      )
    }
  }

  private func size(_ style: String, _ theme: Theme?) -> Double? {
    theme?.sheet.styles[style]?.text.font.size.points
  }

  @Test func `a kind's look lies over the rest of the theme, for that kind alone`() throws {
    let text = """
      extends: bas
      kinds:
        bilder: {page: {width: 320 mm, height: 180 mm}, styles: {heading-1: {size: 34pt}}}
        brev, protokoll: {styles: {heading-1: {size: 14pt}}}
        protokoll: {styles: {body: {size: 10pt}}}
      """
    let expected: [(String, Double, Double)] = [
      ("", 20, 11), ("utdrag", 20, 11), ("bilder", 34, 11), ("brev", 14, 11), ("protokoll", 14, 10),
    ]
    for (kind, heading, body) in expected {
      let (theme, found) = try read(text, for: kind)
      #expect(found.isEmpty, "\(found)")
      #expect(size("heading-1", theme) == heading, "\(kind)")
      #expect(size("body", theme) == body, "\(kind)")
      let width = kind == "bilder" ? Length.millimetres(320) : PaperSize.a4.size.width
      #expect(theme?.sheet.page.paper.width == width)
    }
  }

  @Test func `a base's look of a kind goes before what a theme says of every kind`() throws {
    let base =
      Self.base + "kinds: {bilder: {page: {width: 320 mm}, styles: {heading-1: {size: 34pt}}}}\n"
    let text = """
      extends: bas
      page: {width: 100 mm}
      styles: {heading-1: {size: 24pt}, body: {family: Sans}}
      kinds: {bilder: {styles: {heading-1: {size: 30pt}}}}
      """
    let (slides, found) = try read(text, for: "bilder", over: base)
    #expect(found.isEmpty, "\(found)")
    #expect(slides?.sheet.page.paper.width == .millimetres(320))
    #expect(size("heading-1", slides) == 30)
    #expect(slides?.sheet.styles["body"]?.text.font.family == "Sans")
    let (letter, _) = try read(text, for: "brev", over: base)
    #expect(letter?.sheet.page.paper.width == .millimetres(100))
    #expect(size("heading-1", letter) == 24)
  }

  @Test func `a look may stand in a file, which is read for its kinds alone`() throws {
    let text = Self.base + "kinds: {brev: brev.yaml, utdrag: saknas.yaml}\n"
    let files = ["brev.yaml": "styles: {heading-1: {size: 16pt}}"]
    #expect(size("heading-1", try read(text, for: "brev", files: files).0) == 16)
    #expect(size("heading-1", try read(text, for: "bilder", files: files).0) == 20)
    let faulty = ["brev.yaml": "stiles: {heading-1: {size: 16pt}}\nkinds: {brev: a.yaml}"]
    let (_, found) = try read(text, for: "brev", files: faulty)
    #expect(found.map(\.code) == [.unknownKeyword, .unknownKeyword], "\(found)")
    #expect(found.first?.fixes.first?.replacement == "styles")
    #expect(try read(text, for: "bilder", files: faulty).1.isEmpty)
  }

  @Test func `a kind that is not there is told at its own place among those of an entry`() throws {
    let text = Self.base + "kinds:\n  brev,  protokol, bilder: {styles: {body: {size: 12pt}}}\n"
    let (theme, found) = try read(text, for: "bilder")
    #expect(theme == nil)
    #expect(found.map(\.code) == [.unknownKind])
    #expect(found.first?.message.en == "protokol")
    #expect(found.first?.place?.column == 10)
  }

  @Test(arguments: [
    ("kinds: [brev]", Code.wrongKeywordValue), ("kinds: {brev: [a]}", .wrongKeywordValue),
    ("kinds: {bilder: {stiles: {}}}", .unknownKeyword),
    ("kinds: {bilder: {extends: bas}}", .unknownKeyword),
    ("kinds: {brev: {styles: {body: {siez: 1pt}}}}", .unknownKeyword),
    ("kinds: {\"brev,\": {styles: {}}}", .unknownKind),
  ])
  func `a fault in what is said of kinds is told`(text: String, code: Code) throws {
    let (theme, found) = try read(Self.base + text, for: "brev")
    #expect(theme == nil)
    #expect(found.map(\.code) == [code], "\(found)")
  }
}

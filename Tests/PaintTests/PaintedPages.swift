import Foundation
import Geometry
import HarfBuzz
import Pages
import Paint
import Typography

/// A document of one page for each list of lines, set in Open Sans.
struct PaintedPages {
  let table: WordTable
  let library: FontLibrary
  let font: FontID
  var pages: [Page] = []

  init(
    features: [String] = [], family: String = "Open Sans", tracking: Length = .zero,
    hyphenator: (any Hyphenating)? = nil
  ) throws {
    let openSans = "/usr/share/fonts/truetype/open-sans/OpenSans-Regular.ttf"
    let libertine = "/usr/share/fonts/opentype/linux-libertine/LinLibertine_R.otf"
    library = FontLibrary(
      manifest: FontManifest(families: [
        FontManifest.Family(
          name: "Open Sans",
          faces: [FontFace(family: "Open Sans", weight: 400, isItalic: false, path: openSans)]),
        FontManifest.Family(
          name: "Linux Libertine O",
          faces: [
            FontFace(family: "Linux Libertine O", weight: 400, isItalic: false, path: libertine)
          ]),
      ]))
    let shaper = HarfBuzzShaper(library: library)
    font = try shaper.font(
      for: FontRequest(family: family, size: .points(10), features: features, tracking: tracking))
    table = WordTable(shaper: shaper, hyphenator: hyphenator)
  }

  /// Adds a page of lines; words are divided at U+0020.
  mutating func add(_ lines: [String], items: [PageItem] = []) {
    var page = Page(size: PaperSize.a5.size, number: pages.count + 1, items: items)
    var y = Length.points(40)
    for line in lines {
      let first = page.words.count
      var x = Length.zero
      for text in line.split(separator: " ") {
        let word = table.word(String(text), in: font)
        page.words.append(PlacedWord(x: x, word: word, spaceAfter: " "))
        x = x + table.width(of: word) + .points(2.6)
      }
      page.items.append(
        PageItem(
          .run(
            GlyphRun(
              origin: Point(x: .points(30), y: y), font: font, colour: .black,
              words: first..<page.words.count)),
          role: .content(ElementID(index: 0))))
      y = y + .points(14)
    }
    pages.append(page)
  }

  /// Adds a page with one word on each line.
  mutating func add(lines: [WordID]) {
    var page = Page(size: PaperSize.a5.size, number: pages.count + 1)
    for (line, word) in lines.enumerated() {
      page.words.append(PlacedWord(x: .zero, word: word, spaceAfter: nil))
      page.items.append(
        PageItem(
          .run(
            GlyphRun(
              origin: Point(x: .points(30), y: .points(40 + Double(line) * 14)), font: font,
              colour: .black, words: line..<line + 1)),
          role: .content(ElementID(index: 0))))
    }
    pages.append(page)
  }

  func pageSet(
    date: String? = nil, outline: [PageSet.OutlineEntry] = []
  ) -> PageSet {
    PageSet(
      pages: pages, structure: StructureTree(), outline: outline, destinations: [:],
      metadata: PageSet.Metadata(
        title: "Verksamhetsplan på åäö", author: "Region (Test)", subject: "", language: "sv-SE",
        date: date))
  }

  func painted(
    date: String? = nil, outline: [PageSet.OutlineEntry] = [], marksLeaves: Bool = false
  ) throws -> [UInt8] {
    try paint(
      pageSet(date: date, outline: outline), words: table, fonts: library, marksLeaves: marksLeaves)
  }
}

/// What a program prints about a file, and its exit code.
func run(_ tool: String, _ arguments: [String], on pdf: [UInt8]) throws -> (String, Int32) {
  let name = "sats-paint-\(UUID().uuidString).pdf"
  let file = FileManager.default.temporaryDirectory.appendingPathComponent(name)
  try Data(pdf).write(to: file)
  defer { try? FileManager.default.removeItem(at: file) }
  let process = Process()
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [tool] + arguments.map { $0 == "FILE" ? file.path : $0 }
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let output = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (String(decoding: output, as: UTF8.self), process.terminationStatus)
}

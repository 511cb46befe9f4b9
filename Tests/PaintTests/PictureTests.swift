import Cairo
import Diagnostics
import Geometry
import HarfBuzz
import PDF
import Pages
import Paint
import Pictures
import TestSupport
import Testing
import Typography

private let upright = Rect(x: .points(30), y: .points(60), width: .points(160), height: .points(80))

private let drawing = Array(
  """
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
  <defs><linearGradient id="g"><stop offset="0" stop-color="red"/>
  <stop offset="1" stop-color="blue" stop-opacity="0.5"/></linearGradient></defs>
  <rect width="40" height="20" fill="url(#g)"/><g opacity="0.5"><circle cx="9" cy="9" r="4"/>
  <circle cx="12" cy="9" r="4"/></g></svg>
  """.utf8)

/// Pages that show pictures, each the content of a figure with its words.
private struct PicturePages {
  let library = PictureLibrary()
  var document: PaintedPages
  var structure = StructureTree()

  init() throws { document = try PaintedPages() }

  mutating func add(_ bytes: [UInt8], frame: Rect? = nil) throws {
    let (read, found) = library.read(bytes, shownAs: "bild", at: .none)
    let picture = try #require(read, "\(found)")
    let figure = structure.add(
      .figure, to: structure.root,
      details: StructureTree.Details(alternate: "En röd och en blå yta"))
    document.add(
      [],
      items: [
        PageItem(
          .picture(PlacedPicture(picture.id, area: upright, frame: frame)), role: .content(figure)),
        PageItem(
          .fill(Rect(x: .zero, y: .zero, width: .points(9), height: .points(1)), .black),
          role: .artifact(.layout)),
      ])
  }

  func painted() throws -> [UInt8] {
    try paint(
      document.pageSet(), words: document.table, fonts: document.library, pictures: library,
      marksLeaves: true)
  }

  func tagged() throws -> [UInt8] {
    var pages = document.pageSet()
    pages.structure = structure
    let fonts = document.library
    return try writeTagged(
      pages, painted: painted(), words: document.table, metrics: { fonts.metrics(of: $0) })
  }
}

struct PictureTests {
  @Test func `a JPEG's own coded pixels go into the file once, and nothing of the camera's`() throws
  {
    var pages = try PicturePages()
    let comment = Array("taget vid Storgatan 1".utf8)
    try pages.add(TestPictures.jpeg(with: 0xE1, TestPictures.exif(orientation: 1) + comment))
    let bytes = try pages.painted()
    let scan = Array(TestPictures.jpeg.suffix(40))
    #expect(bytes.ranges(of: scan).count == 1)
    #expect(bytes.ranges(of: comment).isEmpty)
    let (said, _) = try run("pdfimages", ["-list", "FILE"], on: bytes)
    #expect(said.contains("jpeg") && said.contains("16     8"))
  }

  @Test func `a turned photograph stands upright`() throws {
    // Held so that the right side of what is stored is at the bottom.
    var pages = try PicturePages()
    try pages.add(TestPictures.jpeg(with: 0xE1, TestPictures.exif(orientation: 6)))
    try pages.add(TestPictures.jpeg)
    #expect(try colours(of: pages.painted(), page: 1) == ["red", "red", "blue", "blue"])
    #expect(try colours(of: pages.painted(), page: 2) == ["red", "blue", "red", "blue"])
  }

  @Test func `what is outside of the frame is cut off`() throws {
    var pages = try PicturePages()
    let left = Rect(origin: upright.origin, size: Size(width: .points(80), height: .points(80)))
    try pages.add(TestPictures.jpeg, frame: left)
    #expect(try colours(of: pages.painted(), page: 1) == ["red", "white", "red", "white"])
  }

  @Test func `one picture on two pages stands in the file once`() throws {
    var pages = try PicturePages()
    let (read, _) = pages.library.read(TestPictures.jpeg, shownAs: "bild", at: .none)
    let picture = try #require(read)
    for _ in 0..<2 {
      pages.document.add(
        [],
        items: [
          PageItem(
            .picture(PlacedPicture(picture.id, area: upright)), role: .artifact(.background))
        ])
    }
    #expect(try pages.painted().ranges(of: Array(TestPictures.jpeg.suffix(40))).count == 1)
  }

  @Test func `a drawing stays lines and areas`() throws {
    var pages = try PicturePages()
    try pages.add(drawing)
    let (said, _) = try run("pdfimages", ["-list", "FILE"], on: pages.painted())
    #expect(said.split(separator: "\n").count == 2, "\(said)")
    #expect(try colours(of: pages.painted(), page: 1).first == "red")
  }

  @Test func `one drawing on two pages stands in the file once`() throws {
    var sizes: [Int] = []
    for pageCount in 1...2 {
      var pages = try PicturePages()
      let dots = (0..<400).map { "<circle cx=\"\($0 % 40)\" cy=\"\($0 / 40)\" r=\"0.\($0 + 1)\"/>" }
      let svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\">\(dots.joined())</svg>"
      let (read, _) = pages.library.read(Array(svg.utf8), shownAs: "bild", at: .none)
      let picture = try #require(read)
      for _ in 0..<pageCount {
        pages.document.add(
          [],
          items: [
            PageItem(
              .picture(PlacedPicture(picture.id, area: upright)), role: .artifact(.background))
          ])
      }
      sizes.append(try pages.painted().count)
    }
    #expect(sizes[0] > 4_000 && sizes[1] < sizes[0] + 1_000, "\(sizes)")
  }

  @Test(arguments: ["png", "alpha", "jpeg", "grey", "svg"])
  func `a tagged file with pictures reads back without findings`(kind: String) throws {
    var pages = try PicturePages()
    switch kind {
    case "png": try pages.add(TestPictures.png(width: 8, height: 4))
    case "alpha": try pages.add(TestPictures.png(width: 8, height: 4, alpha: 100))
    case "jpeg": try pages.add(TestPictures.jpeg)
    case "grey": try pages.add(TestPictures.greyJPEG)
    default: try pages.add(drawing)
    }
    let bytes = try pages.tagged()
    let file = readPDF(bytes)
    #expect(file.findings.map(\.code) == [])
    #expect(file.report.contains("Figure"))
    let (said, code) = try run("qpdf", ["--check", "FILE"], on: bytes)
    #expect(code == 0, "\(said)")
    #expect(try pages.tagged() == bytes)
  }
}

/// The colours in the four quarters of where the picture stands, from the top left.
private func colours(of bytes: [UInt8], page: Int) throws -> [String] {
  // A point to the pixel; a plain map of bytes after a head of three lines.
  let (text, _) = try run(
    "sh",
    [
      "-c",
      "pdftoppm -r 72 -f \(page) -l \(page) $0 | od -An -v -tu1 -w1 | tr -d ' '", "FILE",
    ], on: bytes)
  let numbers = text.split(separator: "\n").compactMap { Int($0) }
  let width = 420
  let pixels = numbers.suffix(width * 596 * 3)
  try #require(pixels.count == width * 596 * 3)
  return [(60, 80), (160, 80), (60, 120), (160, 120)].map { x, y in
    let start = pixels.startIndex + (y * width + x) * 3
    let (red, green, blue) = (pixels[start], pixels[start + 1], pixels[start + 2])
    if red > 240, green > 240, blue > 240 { return "white" }
    return red > blue ? "red" : "blue"
  }
}

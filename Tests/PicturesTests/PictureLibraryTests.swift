import Diagnostics
import Geometry
import Pictures
import TestSupport
import Testing

private let place = Place(file: FileID(index: 0), line: 3, column: 9)

private func read(_ bytes: [UInt8]) -> (Picture?, [Diagnostic]) {
  PictureLibrary().read(bytes, shownAs: "bild", at: place)
}

private func svg(_ content: String, head: String = "viewBox=\"0 0 40 20\"") -> [UInt8] {
  Array(
    """
    <?xml version="1.0"?>
    <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \(head)>
    \(content)
    </svg>
    """.utf8)
}

struct PictureLibraryTests {
  @Test func `a PNG has the size that its pixels and resolution say`() throws {
    // 300 to the inch is 11 811 to the metre.
    let (read, found) = read(TestPictures.png(width: 30, height: 15, perMetre: 11_811))
    let picture = try #require(read)
    #expect(found == [])
    #expect(picture.kind == .png && picture.pixels == Picture.Pixels(width: 30, height: 15))
    #expect(picture.naturalSize.description == "7.2×3.6")
    #expect(picture.resolution(at: picture.naturalSize).map { Int($0.rounded()) } == 300)
  }

  @Test func `a picture that says no resolution has 96 pixels to the inch`() throws {
    let picture = try #require(read(TestPictures.png(width: 96, height: 48)).0)
    #expect(picture.naturalSize == Size(width: .points(72), height: .points(36)))
  }

  @Test func `a JPEG is measured without being decoded`() throws {
    let (read, found) = read(TestPictures.jpeg)
    let picture = try #require(read)
    #expect(found == [] && picture.kind == .jpeg)
    #expect(picture.pixels == Picture.Pixels(width: 16, height: 8))
    #expect(picture.naturalSize == Size(width: .points(12), height: .points(6)))
  }

  @Test(arguments: [(1, true), (3, true), (2, true), (6, false), (8, false), (5, false)])
  func `a photograph is as large as it is upright`(orientation: UInt8, isWide: Bool) throws {
    let bytes = TestPictures.jpeg(with: 0xE1, TestPictures.exif(orientation: orientation))
    let pixels = try #require(read(bytes).0?.pixels)
    #expect((pixels.width > pixels.height) == isWide)
  }

  @Test(arguments: [
    ("width=\"20mm\" height=\"10mm\"", "56.7×28.3"), ("viewBox=\"0 0 40 20\"", "30.0×15.0"),
    ("width=\"100%\" height=\"100%\" viewBox=\"0 0 40 20\"", "30.0×15.0"),
    ("width=\"96\" height=\"48\"", "72.0×36.0"),
  ])
  func `a drawing has the size that it says, else its view box's`(head: String, size: String)
    throws
  {
    let (read, found) = read(svg("<rect width=\"9\" height=\"9\"/>", head: head))
    #expect(found == [])
    let picture = try #require(read)
    #expect(picture.pixels == nil && picture.kind == .svg)
    #expect(picture.naturalSize.description == size)
    #expect(picture.resolution(at: picture.naturalSize) == nil)
  }

  @Test func `what fills a frame is cut on both sides of its focus`() throws {
    let picture = Picture(
      id: PictureID(index: 0), path: "", kind: .png, pixels: nil,
      naturalSize: Size(width: .points(200), height: .points(100)))
    let frame = Rect(x: .points(10), y: .points(20), width: .points(50), height: .points(50))
    let middle = picture.area(filling: frame)
    #expect(
      middle == Rect(x: .points(-15), y: .points(20), width: .points(100), height: .points(50)))
    #expect(picture.area(filling: frame, focus: (0, 0)).origin.x == .points(10))
    #expect(picture.area(filling: frame, focus: (1, 0.5)).right == frame.right)
  }

  // MARK: Refused

  private func code(_ bytes: [UInt8]) -> Code? {
    let (picture, found) = read(bytes)
    #expect(picture == nil && found.count == 1 && found.first?.place == place)
    return found.first?.code
  }

  @Test(arguments: ["GIF89a", "BM6", "II*", "%PDF-1.7", "", "<html><svg-like/>", "hej"])
  func `other files are no pictures`(start: String) {
    #expect(code(Array(start.utf8)) == .pictureUnknown)
  }

  @Test func `a PNG cut off at any byte is refused`() {
    let whole = TestPictures.png(width: 5, height: 4, perMetre: 3_000)
    for length in 8..<whole.count {
      #expect(code(Array(whole[..<length])) == .pictureUnreadable, "\(length) bytes")
    }
  }

  @Test func `a JPEG cut off at any byte is refused`() {
    let whole = TestPictures.jpeg
    for length in 3..<whole.count {
      #expect(code(Array(whole[..<length])) == .pictureUnreadable, "\(length) bytes")
    }
  }

  @Test func `a PNG with a byte that its checksums do not agree with is refused`() {
    var bytes = TestPictures.png(width: 5, height: 4)
    bytes[60] ^= 0x55
    #expect(code(bytes) == .pictureUnreadable)
  }

  @Test func `random damage neither traps nor hangs`() {
    var generator = SeededGenerator(seed: 4)
    for source in [
      TestPictures.png(width: 9, height: 9), TestPictures.jpeg,
      svg("<g><path d=\"M0 0L9 9\" style=\"fill:url(#a)\"/></g>"),
    ] {
      for _ in 0..<300 {
        var bytes = source
        for _ in 0..<3 {
          bytes[Int.random(in: 2..<bytes.count, using: &generator)] = UInt8.random(
            in: 0...255, using: &generator)
        }
        let (picture, found) = read(bytes)
        #expect((picture == nil) == !found.isEmpty)
      }
    }
  }

  @Test func `a picture with more pixels than fit is refused before it is decoded`() {
    #expect(code(TestPictures.pngHeader(width: 30_000, height: 30_000)) == .pictureTooLarge)
    #expect(code(TestPictures.pngHeader(width: 40_000, height: 1)) == .pictureTooLarge)
    #expect(code(TestPictures.pngHeader(width: 1_000, height: 1_000)) == .pictureUnreadable)
  }

  @Test func `a JPEG in the press's colours or an uncommon process is refused`() throws {
    let frame = try #require(TestPictures.jpeg.firstRange(of: [0xFF, 0xC2])?.lowerBound)
    var press = TestPictures.jpeg
    press[frame + 9] = 4
    #expect(code(press) == .pictureColours)
    var lossless = TestPictures.jpeg
    lossless[frame + 1] = 0xC3
    #expect(code(lossless) == .pictureUnreadable)
  }

  @Test(arguments: [
    ("<text x=\"1\">A</text>", Code.pictureWithText), ("<svg:text/>", .pictureWithText),
    ("<g filter=\"url(#f)\"/>", .pictureWithFilter),
    ("<g style=\"fill:red; filter: blur(2px)\"/>", .pictureWithFilter),
    ("<style>.a { filter: url(#f) }</style>", .pictureWithFilter),
    ("<image href=\"logga.png\"/>", .pictureRefersOutside),
    ("<image xlink:href=\"file:///etc/passwd\"/>", .pictureRefersOutside),
    ("<use href=\"annan.svg#del\"/>", .pictureRefersOutside),
    ("<style><![CDATA[@import 'a.css';]]></style>", .pictureRefersOutside),
    ("<rect fill=\"url(annan.svg#f)\"/>", .pictureRefersOutside),
    ("<rect", .pictureUnreadable), ("<rect></g>", .pictureUnreadable),
  ])
  func `a drawing that is not whole in itself is refused`(content: String, expected: Code) {
    #expect(code(svg(content)) == expected)
  }

  @Test func `a drawing with entities of its own is refused`() {
    let text = "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg viewBox=\"0 0 1 1\">&a;</svg>"
    #expect(code(Array(text.utf8)) == .pictureUnreadable)
  }

  @Test func `a drawing without a size is refused`() {
    #expect(code(svg("", head: "")) == .pictureUnreadable)
    #expect(code(svg("", head: "width=\"0\" height=\"0\"")) == .pictureUnreadable)
  }

  @Test func `the line of a drawing's fault is told`() throws {
    let (_, found) = read(svg("<g>\n<text/>\n</g>"))
    #expect(try #require(found.first).message.sv.contains("rad 4"))
  }
}

extension Size {
  fileprivate var description: String { "\(width)×\(height)" }
}

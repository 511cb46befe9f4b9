public import Cairo
public import Diagnostics
public import Geometry

/// The pictures of a document: read and checked once, drawn as often as pages show them.
///
/// What is found wrong is told where the plan names the file: pages with a picture that cannot be
/// drawn must not be begun. Layout gets a `Picture`, which says how large it is; only painting
/// comes back for its look, by `PictureID`.
public final class PictureLibrary {
  /// The most pixels that are taken: a page at 600 to the inch has 35 million.
  static let mostPixels = 100_000_000
  /// The longest side that Cairo takes.
  static let longestSide = 32_767
  /// Pixels of a PNG that are kept from reading for painting, in all; larger ones are decoded twice
  /// so that many photographs do not fill the memory.
  private static let mostKept = 8_000_000

  /// A picture with what it is drawn from.
  private struct Entry {
    var picture: Picture
    var look: Look
  }

  private enum Look {
    case pixels(ImageSurface, Turn)
    case png([UInt8])
    case drawing(RecordedDrawing)
  }

  private var entries: [Entry] = []
  private var kept = 0

  /// A library without pictures.
  public init() {}

  /// The picture of a number.
  public subscript(id: PictureID) -> Picture { entries[Int(id.index)].picture }

  /// All pictures, in the order they were read.
  public var pictures: [Picture] { entries.map(\.picture) }

  /// The bytes of a picture's file as they may be handed on: a photograph without what the camera
  /// noted in it, unless the note that it lies on its side is needed to show it upright.
  public static func bytesToShow(_ bytes: [UInt8]) -> [UInt8] {
    guard Picture.Kind(firstBytes: bytes) == .jpeg, let file = try? JPEGFile(bytes),
      file.turn == .none
    else { return bytes }
    return file.bytes
  }

  /// The picture that was read from a file, by its path as it was shown; nil for none.
  public func picture(from path: String) -> Picture? {
    entries.first { $0.picture.path == path }?.picture
  }

  /// Reads a picture: PNG, JPEG or SVG, as its bytes say and not its name.
  ///
  /// Reports, at the given place, `picture-unknown` for other files, `picture-unreadable` for what is
  /// damaged or cut off, `picture-too-large`, `picture-colours` for CMYK, `picture-with-text`,
  /// `picture-with-filter` and `picture-refers-outside` for drawings that would not look the same
  /// everywhere, and `library-missing` when librsvg is not installed.
  ///
  /// - Parameters:
  ///   - bytes: The file's bytes.
  ///   - path: The file as it is shown to the user.
  ///   - place: Where the plan names it.
  /// - Returns: What layout has to know of it; nil when it is refused.
  public func read(
    _ bytes: [UInt8], shownAs path: String, at place: Place
  ) -> (Picture?, [Diagnostic]) {
    do throws(PictureFault) {
      let id = PictureID(index: Int32(entries.count))
      let entry: Entry =
        switch Picture.Kind(firstBytes: bytes) {
        case .png: try readPNG(bytes, id, path)
        case .jpeg: try readJPEG(bytes, id, path)
        case .svg: try readSVG(bytes, id, path)
        case nil: throw .unknown(String(decoding: bytes.prefix(4), as: UTF8.self))
        }
      entries.append(entry)
      return (entry.picture, [])
    } catch {
      return (nil, [error.diagnostic(path, at: place)])
    }
  }

  /// Draws a picture so that it fills a rectangle.
  public func draw(_ id: PictureID, in area: Rect, on canvas: borrowing Canvas) {
    switch entries[Int(id.index)].look {
    case .pixels(let image, let turn): canvas.show(image, in: area, turned: turn)
    case .drawing(let drawing): canvas.show(drawing, in: area)
    case .png(let bytes):
      // Reading has decoded these bytes without fault.
      guard let image = try? ImageSurface.decoding(png: bytes) else {
        preconditionFailure("a picture that could be decoded no longer can")
      }
      canvas.show(image, in: area)
    }
  }

  // MARK: Kinds

  private func readPNG(
    _ bytes: [UInt8], _ id: PictureID, _ path: String
  ) throws(PictureFault) -> Entry {
    let header = try PNGHeader(bytes)
    let image: ImageSurface
    do throws(CairoError) {
      image = try ImageSurface.decoding(png: bytes)
    } catch {
      throw .damaged
    }
    let count = header.pixels.width * header.pixels.height
    let isKept = kept + count <= Self.mostKept
    if isKept { kept += count }
    return Entry(
      picture: Picture(
        id: id, path: path, kind: .png, pixels: header.pixels, naturalSize: header.naturalSize),
      look: isKept ? .pixels(image, .none) : .png(bytes))
  }

  private func readJPEG(
    _ bytes: [UInt8], _ id: PictureID, _ path: String
  ) throws(PictureFault) -> Entry {
    let file = try JPEGFile(bytes)
    let image: ImageSurface
    do throws(CairoError) {
      image = try ImageSurface.holding(jpeg: file.bytes, width: file.width, height: file.height)
    } catch {
      throw .damaged
    }
    return Entry(
      picture: Picture(
        id: id, path: path, kind: .jpeg, pixels: file.uprightPixels,
        naturalSize: file.naturalSize),
      look: .pixels(image, file.turn))
  }

  private func readSVG(
    _ bytes: [UInt8], _ id: PictureID, _ path: String
  ) throws(PictureFault) -> Entry {
    var survey = SVGSurvey(bytes)
    try survey.check()
    let drawing = try SVGDrawing(bytes)
    return Entry(
      picture: Picture(
        id: id, path: path, kind: .svg, pixels: nil, naturalSize: drawing.naturalSize),
      look: .drawing(try drawing.recorded()))
  }
}

extension Picture.Kind {
  /// The kind that a file's first bytes say; nil for none of ours.
  init?(firstBytes bytes: [UInt8]) {
    if bytes.starts(with: PNGHeader.signature) {
      self = .png
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      self = .jpeg
    } else if SVGSurvey.isSVG(bytes) {
      self = .svg
    } else {
      return nil
    }
  }
}

extension Picture.Pixels {
  /// Refuses what Cairo cannot hold, or what would fill the memory.
  func checkSize() throws(PictureFault) {
    guard width <= PictureLibrary.longestSide, height <= PictureLibrary.longestSide,
      width * height <= PictureLibrary.mostPixels
    else { throw .tooLarge(width, height) }
  }

  /// The size on paper at so many pixels to the inch in both directions.
  ///
  /// A resolution that no picture is meant in, or none, counts as 96, as browsers and word
  /// processors take it.
  func size(across: Double?, down: Double?) -> Size {
    let usual = 96.0
    let meant = 10.0...10_000
    let across = across.flatMap { meant.contains($0) ? $0 : nil } ?? usual
    let down = down.flatMap { meant.contains($0) ? $0 : nil } ?? across
    return Size(
      width: .points(Double(width) / across * 72), height: .points(Double(height) / down * 72))
  }
}

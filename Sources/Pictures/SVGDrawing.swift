import CPictures
import Cairo
import Geometry

/// A drawing in SVG, as librsvg draws it: lines and areas, not pixels.
///
/// It is opened from memory and without an address of its own, so that librsvg reads no other file.
@safe
final class SVGDrawing {
  /// The size that the file gives it, or its view box in pixels of 1/96 inch.
  let naturalSize: Size
  private let library: sats_svg
  private let handle: UnsafeMutableRawPointer

  /// How much larger than its own size it is recorded.
  ///
  /// librsvg makes pixels of masks, one to the point: four are as fine as a photograph's. Of a poster
  /// there are fewer, so that no mask has a longer side than this many points.
  private var scale: Double {
    let most = 8_000.0
    let longest = max(naturalSize.width, naturalSize.height).points
    return min(4, max(1, most / longest))
  }

  /// The largest side that a drawing may say: 5 metres.
  private static let longestSide = 14_400.0

  /// Opens a drawing.
  init(_ bytes: [UInt8]) throws(PictureFault) {
    var library = sats_svg()
    guard unsafe sats_load_svg(&library) else { throw .libraryMissing }
    var fault: UnsafeMutablePointer<sats_svg_fault>?
    let opened = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe library.open(bytes.baseAddress, bytes.count, &fault)
    }
    guard let handle = unsafe opened else {
      throw .notDrawn(unsafe Self.words(of: fault, library))
    }
    unsafe library.set_resolution(handle, 96)
    guard let size = unsafe Self.size(of: handle, library) else {
      unsafe library.release(handle)
      throw .noSize
    }
    self.library = library
    unsafe self.handle = handle
    naturalSize = size
    guard size.width > .zero, size.height > .zero,
      max(size.width, size.height).points <= Self.longestSide
    else { throw .noSize }
  }

  deinit { unsafe library.release(handle) }

  /// The drawing, ready to be shown; what librsvg or Cairo could not draw is a fault.
  func recorded() throws(PictureFault) -> RecordedDrawing {
    let size = Size(
      width: naturalSize.width.scaled(by: scale), height: naturalSize.height.scaled(by: scale))
    var words: String?
    let drawing: RecordedDrawing
    do throws(CairoError) {
      drawing = try RecordedDrawing(size: size) { canvas in
        words = unsafe canvas.withContext { context in unsafe render(context, size) }
      }
    } catch {
      throw .notDrawn("\(error)")
    }
    if let words { throw .notDrawn(words) }
    return drawing
  }

  /// Draws it at a size; gives librsvg's words where it cannot.
  @unsafe
  private func render(_ context: OpaquePointer, _ size: Size) -> String? {
    var viewport = sats_rectangle(
      x: 0, y: 0, width: size.width.points, height: size.height.points)
    var fault: UnsafeMutablePointer<sats_svg_fault>?
    let isDrawn = unsafe library.render(
      handle, UnsafeMutableRawPointer(context), &viewport, &fault)
    return isDrawn != 0 ? nil : unsafe Self.words(of: fault, library)
  }

  @unsafe
  private static func size(of handle: UnsafeMutableRawPointer, _ library: sats_svg) -> Size? {
    var width = 0.0
    var height = 0.0
    if unsafe library.size_in_pixels(handle, &width, &height) == 0 {
      var (hasWidth, hasHeight, hasBox) = (Int32(0), Int32(0), Int32(0))
      var (across, down, box) = (sats_length(), sats_length(), sats_rectangle())
      unsafe library.dimensions(
        handle, &hasWidth, &across, &hasHeight, &down, &hasBox, &box)
      guard hasBox != 0 else { return nil }
      (width, height) = (box.width, box.height)
    }
    guard width.isFinite, height.isFinite, width > 0, height > 0, width < 1e6, height < 1e6 else {
      return nil
    }
    return Size(width: .points(width * 0.75), height: .points(height * 0.75))
  }

  @unsafe
  private static func words(
    of fault: UnsafeMutablePointer<sats_svg_fault>?, _ library: sats_svg
  ) -> String {
    guard let fault = unsafe fault else { return "librsvg" }
    defer { unsafe library.release_fault(fault) }
    guard let message = unsafe fault.pointee.message else { return "librsvg" }
    return unsafe String(cString: message)
  }
}

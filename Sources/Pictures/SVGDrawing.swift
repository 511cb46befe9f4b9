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
    guard naturalSize.width > .zero, naturalSize.height > .zero,
      max(naturalSize.width, naturalSize.height).points <= Self.longestSide
    else { throw .noSize }
  }

  deinit { unsafe library.release(handle) }

  /// Draws it so that it fills a rectangle; its own proportions are kept if they are others.
  func draw(in area: Rect, on canvas: borrowing Canvas) {
    canvas.withSavedState { canvas in
      unsafe canvas.withContext { context in
        var viewport = sats_rectangle(
          x: area.origin.x.points, y: area.origin.y.points, width: area.size.width.points,
          height: area.size.height.points)
        var fault: UnsafeMutablePointer<sats_svg_fault>?
        // What fails here leaves Cairo's own error behind, which ends the page.
        _ = unsafe library.render(handle, UnsafeMutableRawPointer(context), &viewport, &fault)
        if let fault = unsafe fault { unsafe library.release_fault(fault) }
      }
    }
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

import CCairo

/// A picture made of pixels, as Cairo shows it.
///
/// A JPEG's own bytes go into the file as they are; other pixels are compressed anew without loss.
/// The same surface shown on many pages stands in the file once.
@safe
public final class ImageSurface {
  let pointer: OpaquePointer
  /// Pixels from side to side.
  public let width: Int
  /// Pixels from top to bottom.
  public let height: Int

  /// Takes over one reference to a surface that is known to be sound.
  @unsafe
  private init(adopting pointer: OpaquePointer) {
    unsafe self.pointer = pointer
    width = Int(unsafe cairo_image_surface_get_width(pointer))
    height = Int(unsafe cairo_image_surface_get_height(pointer))
  }

  deinit { unsafe cairo_surface_destroy(pointer) }

  /// Decodes the bytes of a PNG file.
  ///
  /// - Throws: `CairoError` when the bytes are damaged or cut off.
  public static func decoding(png bytes: [UInt8]) throws(CairoError) -> ImageSurface {
    let source = ByteSource(bytes)
    guard
      let surface = unsafe cairo_image_surface_create_from_png_stream(
        provideBytes, Unmanaged.passUnretained(source).toOpaque())
    else { throw .failed("no memory for a picture") }
    if let error = CairoError(status: unsafe cairo_surface_status(surface)) {
      unsafe cairo_surface_destroy(surface)
      throw error
    }
    return unsafe ImageSurface(adopting: surface)
  }

  /// A surface that stands for a JPEG file, whose bytes a PDF takes as they are.
  ///
  /// Its pixels are never looked at, so that they take no memory.
  public static func holding(
    jpeg bytes: [UInt8], width: Int, height: Int
  ) throws(CairoError) -> ImageSurface {
    guard
      let surface = unsafe cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
    else { throw .failed("no memory for a picture") }
    let held = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    unsafe held.initialize(from: bytes, count: bytes.count)
    let status = unsafe cairo_surface_set_mime_data(
      surface, CAIRO_MIME_TYPE_JPEG, held, UInt(bytes.count), releaseBytes, held)
    if status != CAIRO_STATUS_SUCCESS { unsafe held.deallocate() }
    if let error = CairoError(status: status)
      ?? CairoError(status: unsafe cairo_surface_status(surface))
    {
      unsafe cairo_surface_destroy(surface)
      throw error
    }
    return unsafe ImageSurface(adopting: surface)
  }
}

@available(*, unavailable, message: "Cairo caches what a surface was written as in the surface")
extension ImageSurface: @unchecked Sendable {}

/// Bytes that Cairo reads from, and how far it has come.
private final class ByteSource {
  let bytes: [UInt8]
  var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }
}

/// Cairo's read function: the closure is an unretained `ByteSource`.
private func provideBytes(
  _ closure: UnsafeMutableRawPointer?, _ data: UnsafeMutablePointer<UInt8>?, _ length: UInt32
) -> cairo_status_t {
  guard let closure = unsafe closure, let data = unsafe data else {
    return CAIRO_STATUS_READ_ERROR
  }
  let source = unsafe Unmanaged<ByteSource>.fromOpaque(closure).takeUnretainedValue()
  let end = source.position + Int(length)
  guard end <= source.bytes.count else { return CAIRO_STATUS_READ_ERROR }
  unsafe source.bytes.withUnsafeBufferPointer { bytes in
    guard let start = bytes.baseAddress else { return }
    unsafe data.update(from: start + source.position, count: Int(length))
  }
  source.position = end
  return CAIRO_STATUS_SUCCESS
}

/// Frees the copy of a JPEG's bytes when Cairo needs it no more.
private func releaseBytes(_ bytes: UnsafeMutableRawPointer?) { unsafe bytes?.deallocate() }

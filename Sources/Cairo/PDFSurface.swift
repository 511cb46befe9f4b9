import CCairo
public import Geometry

/// A PDF file in the making, in memory: pages are drawn in order, then `finish` gives the bytes.
///
/// The same calls give the same bytes, in every process and on every day: without a date in the
/// `DocumentInfo` there is none in the file.
@safe
public struct PDFSurface: ~Copyable {
  /// An entry of the outline, as a number that entries below it name.
  public struct OutlineEntry: Hashable, Sendable {
    let number: Int32
  }

  /// The newest version in which this Cairo writes one classic cross-reference table and no object
  /// streams, so that the file can be read back and written anew.
  ///
  /// Cairo 1.18 does so up to 1.4 only. There the text of a ligature is what the font says it is
  /// (`ﬁ`), for only from 1.5 on does Cairo write down what we say it is (`fi`).
  private static let version =
    cairo_version() < 1_17_06 ? CAIRO_PDF_VERSION_1_5 : CAIRO_PDF_VERSION_1_4

  private let surface: OpaquePointer
  private let context: OpaquePointer
  private let sink: ByteSink
  private let hasDate: Bool

  /// A file without pages.
  public init(info: DocumentInfo) throws(CairoError) {
    let sink = ByteSink()
    // Every page sets its own size; this one is never seen.
    guard
      let surface = unsafe cairo_pdf_surface_create_for_stream(
        receiveBytes, Unmanaged.passUnretained(sink).toOpaque(), 1, 1),
      let context = unsafe cairo_create(surface)
    else { throw .failed("no memory for a surface") }
    unsafe cairo_pdf_surface_restrict_to_version(surface, Self.version)
    unsafe Self.describe(info, on: surface)
    if let error = unsafe Self.error(of: surface, context) {
      unsafe cairo_destroy(context)
      unsafe cairo_surface_destroy(surface)
      throw error
    }
    unsafe self.surface = surface
    unsafe self.context = context
    self.sink = sink
    hasDate = info.date != nil
  }

  deinit {
    unsafe cairo_destroy(context)
    unsafe cairo_surface_destroy(surface)
  }

  /// Adds a page: sets its size and printed number, and draws it.
  public mutating func page(
    size: Size, label: String, draw: (borrowing Canvas) -> Void
  ) throws(CairoError) {
    unsafe cairo_pdf_surface_set_size(surface, size.width.points, size.height.points)
    unsafe cairo_pdf_surface_set_page_label(surface, label)
    let canvas = unsafe Canvas(context: context)
    draw(canvas)
    unsafe cairo_show_page(context)
    if let error = unsafe Self.error(of: surface, context) { throw error }
  }

  /// Adds an entry to the outline below another one, or outermost.
  ///
  /// - Parameters:
  ///   - title: The words.
  ///   - page: The page's index, from 0.
  ///   - point: The place on it that comes to the top of the window.
  ///   - parent: The entry that it stands below; nil for an outermost one.
  /// - Returns: The entry, for those below it.
  public mutating func addOutlineEntry(
    _ title: String, page: Int, at point: Point, under parent: OutlineEntry?
  ) -> OutlineEntry {
    let target = "page=\(page + 1) pos=[\(point.x.points) \(point.y.points)]"
    let number = unsafe cairo_pdf_surface_add_outline(
      surface, parent?.number ?? CAIRO_PDF_OUTLINE_ROOT, title, target,
      cairo_pdf_outline_flags_t(rawValue: 0))
    return OutlineEntry(number: number)
  }

  /// Writes what is left and gives the whole file.
  public consuming func finish() throws(CairoError) -> [UInt8] {
    unsafe cairo_surface_finish(surface)
    if let error = CairoError(status: unsafe cairo_surface_status(surface)) { throw error }
    var bytes: [UInt8] = []
    swap(&bytes, &sink.bytes)
    if hasDate { Self.markDates(in: &bytes) }
    return bytes
  }

  @unsafe
  private static func error(of surface: OpaquePointer, _ context: OpaquePointer) -> CairoError? {
    CairoError(status: unsafe cairo_status(context))
      ?? CairoError(status: unsafe cairo_surface_status(surface))
  }

  @unsafe
  private static func describe(_ info: DocumentInfo, on surface: OpaquePointer) {
    let texts = [
      (CAIRO_PDF_METADATA_TITLE, info.title), (CAIRO_PDF_METADATA_AUTHOR, info.author),
      (CAIRO_PDF_METADATA_SUBJECT, info.subject), (CAIRO_PDF_METADATA_CREATOR, info.creator),
    ]
    for (key, text) in texts where !text.isEmpty {
      unsafe cairo_pdf_surface_set_metadata(surface, key, text)
    }
    // Not set, it would be the clock's; set to a text that is no date, there is none.
    unsafe cairo_pdf_surface_set_metadata(
      surface, CAIRO_PDF_METADATA_CREATE_DATE, info.date?.text ?? "")
    if let date = info.date {
      unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, date.text)
    }
  }

  /// Writes the `D:` in front of dates that Cairo 1.16 leaves off.
  ///
  /// It takes the room of two of the three spaces before the key, so that no byte moves and the
  /// cross-reference table stays right.
  static func markDates(in bytes: inout [UInt8]) {
    for key in ["/CreationDate (", "/ModDate ("] {
      let old = Array("\n   \(key)".utf8)
      let new = Array("\n \(key)D:".utf8)
      guard var start = lastIndex(of: old, in: bytes) else { continue }
      guard bytes.indices.contains(start + old.count), bytes[start + old.count] != UInt8(ascii: "D")
      else { continue }
      for byte in new {
        bytes[start] = byte
        start += 1
      }
    }
  }

  private static func lastIndex(of pattern: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= pattern.count else { return nil }
    // The information dictionary is one of the last objects; the cross-reference table after it
    // has 20 bytes for each object, so all of the file may have to be searched, from its end.
    var start = bytes.count - pattern.count
    while start >= 0 {
      if bytes[start] == pattern[0], bytes[start..<start + pattern.count].elementsEqual(pattern) {
        return start
      }
      start -= 1
    }
    return nil
  }
}

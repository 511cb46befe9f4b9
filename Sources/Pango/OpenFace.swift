import CCairo
import CPango
import Dispatch
import Typography
import Unix

/// A face that has been opened: its tables for HarfBuzz and its outlines for Cairo, for any size.
///
/// Cairo keeps one FreeType face for each file in the process, and of these ten open. When one more
/// is asked for it closes another, also one that another thread has just begun to draw with, and
/// opens it beside whatever else FreeType opens, which FreeType does not allow. Therefore files are
/// opened here, one at a time, and each is locked for the life of the process: what is locked, Cairo
/// neither closes nor opens again. Drawing at the same time from several threads is then safe.
@safe
final class OpenFace {
  /// Why a file gives no face.
  enum Failure: Error {
    /// There is no such file, or it may not be read.
    case missing
    /// It is a folder, a pipe or a device.
    case notOrdinary
    /// It is no font file, or Pango cannot use it.
    case unusable
    /// It is a variable font.
    case variable
  }

  /// The tables, as HarfBuzz reads them.
  let tables: OpaquePointer
  /// The outlines, as Cairo embeds them.
  let outlines: OpaquePointer
  /// Hinting off.
  let options: OpaquePointer

  /// Has room for one: FreeType opens one file at a time.
  private static let opening = DispatchSemaphore(value: 1)

  /// Opens a font file through a font set.
  init(path: String, in set: FontSet) throws(Failure) {
    try Self.check(path: path)
    Self.opening.wait()
    defer { Self.opening.signal() }
    guard let opened = set.open(path: path) else { throw .unusable }
    defer { unsafe g_object_unref(opened.font) }
    guard let shaping = unsafe pango_font_get_hb_font(opened.font),
      let drawing = unsafe pango_cairo_font_get_scaled_font(OpaquePointer(opened.font)),
      unsafe cairo_scaled_font_status(drawing) == CAIRO_STATUS_SUCCESS,
      unsafe cairo_ft_scaled_font_lock_face(drawing) != nil,
      let options = unsafe cairo_font_options_create()
    else { throw .unusable }
    unsafe tables = hb_face_reference(hb_font_get_face(shaping))
    unsafe outlines = cairo_font_face_reference(cairo_scaled_font_get_font_face(drawing))
    unsafe cairo_scaled_font_get_font_options(drawing, options)
    unsafe self.options = options
  }

  // The outlines are not given back: with the last reference Cairo would close the file, locked or
  // not. They are one object for each file, however often it is opened.
  deinit {
    unsafe hb_face_destroy(tables)
    unsafe cairo_font_options_destroy(options)
  }

  /// Looks whether a file is one static face.
  private static func check(path: String) throws(Failure) {
    // A pipe would be waited on for ever, and a device may have no end.
    guard let status = FileStatus(path) else { throw .missing }
    guard status.kind == .file else { throw .notOrdinary }
    guard let blob = unsafe hb_blob_create_from_file_or_fail(path) else { throw .missing }
    defer { unsafe hb_blob_destroy(blob) }
    guard unsafe hb_face_count(blob) == 1, let face = unsafe hb_face_create(blob, 0) else {
      throw .unusable
    }
    defer { unsafe hb_face_destroy(face) }
    guard unsafe hb_face_get_glyph_count(face) > 0 else { throw .unusable }
    guard unsafe hb_ot_var_has_data(face) == 0 else { throw .variable }
  }
}

@available(*, unavailable, message: "Cairo's faces are shared with Pango's caches, which lock")
extension OpenFace: @unchecked Sendable {}

import CCairo
import CHarfBuzz
import Dispatch
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
    /// It is no font file, or Cairo cannot draw with it.
    case unusable
    /// It is a variable font.
    case variable
  }

  /// The tables, as HarfBuzz reads them.
  let tables: OpaquePointer
  /// The outlines, as Cairo embeds them.
  let outlines: OpaquePointer
  /// Hinting off: letters are drawn, and counted as wide, as they were designed.
  let options: OpaquePointer

  /// Has room for one: FreeType opens one file at a time.
  private static let opening = DispatchSemaphore(value: 1)

  /// Opens a font file.
  init(path: String) throws(Failure) {
    guard let options = unsafe cairo_font_options_create() else { throw .unusable }
    unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe self.options = options
    do throws(Failure) {
      unsafe tables = try Self.tables(in: path)
    } catch {
      unsafe cairo_font_options_destroy(options)
      throw error
    }
    guard let outlines = unsafe Self.outlines(in: path, options) else {
      unsafe hb_face_destroy(tables)
      unsafe cairo_font_options_destroy(options)
      throw .unusable
    }
    unsafe self.outlines = outlines
  }

  // The outlines are not given back: with the last reference Cairo would close the file, locked or
  // not. They are one object for each file, however often it is opened.
  deinit {
    unsafe hb_face_destroy(tables)
    unsafe cairo_font_options_destroy(options)
  }

  /// The tables of a file that is one static face.
  @unsafe
  private static func tables(in path: String) throws(Failure) -> OpaquePointer {
    // A pipe would be waited on for ever, and a device may have no end.
    guard let status = FileStatus(path) else { throw .missing }
    guard status.kind == .file else { throw .notOrdinary }
    guard let blob = unsafe hb_blob_create_from_file_or_fail(path) else { throw .missing }
    defer { unsafe hb_blob_destroy(blob) }
    guard unsafe hb_face_count(blob) == 1, let face = unsafe hb_face_create(blob, 0) else {
      throw .unusable
    }
    let isEmpty = unsafe hb_face_get_glyph_count(face) == 0
    guard !isEmpty, unsafe hb_ot_var_has_data(face) == 0 else {
      unsafe hb_face_destroy(face)
      throw isEmpty ? .unusable : .variable
    }
    return unsafe face
  }

  /// The outlines of a file, which stays open; nil when Cairo cannot draw with it.
  ///
  /// Cairo takes a file by the pattern that Fontconfig would have found for it. Fontconfig itself is
  /// asked nothing, so that the machine's other fonts cannot reach a document.
  @unsafe
  private static func outlines(in path: String, _ options: OpaquePointer) -> OpaquePointer? {
    opening.wait()
    defer { opening.signal() }
    guard let pattern = unsafe FcPatternCreate() else { return nil }
    defer { unsafe FcPatternDestroy(pattern) }
    unsafe FcPatternAddString(pattern, FC_FILE, path)
    unsafe FcPatternAddInteger(pattern, FC_INDEX, 0)
    guard let outlines = unsafe cairo_ft_font_face_create_for_pattern(pattern) else { return nil }
    var matrix = cairo_matrix_t()
    unsafe cairo_matrix_init_identity(&matrix)
    // Any size will do: the file is the same for all.
    guard let font = unsafe cairo_scaled_font_create(outlines, &matrix, &matrix, options) else {
      return nil
    }
    defer { unsafe cairo_scaled_font_destroy(font) }
    guard unsafe cairo_scaled_font_status(font) == CAIRO_STATUS_SUCCESS,
      unsafe cairo_ft_scaled_font_lock_face(font) != nil
    else { return nil }
    return unsafe outlines
  }
}

@available(*, unavailable, message: "Cairo's faces are shared by all that draw, and lock")
extension OpenFace: @unchecked Sendable {}

public import Diagnostics

/// Reads a text file into the set.
///
/// The type of the file is looked at before it is opened, so that a pipe or a device can neither
/// hang nor flood the program. Reports `file-missing`, `not-ordinary-file`, `file-unreadable`, and
/// what `decodeSource` reports.
///
/// - Parameters:
///   - path: The path to open.
///   - shownPath: The path as it is shown to the user, if another.
///   - place: Where the file is named, if in another file; faults of the file as a whole are told
///     there.
///   - sources: The set that the source is put into.
///   - limits: How much is read.
/// - Returns: The file's number in the set, nil when there is nothing to go on with.
public func readSource(
  path: String, shownAs shownPath: String? = nil, namedAt place: Place? = nil,
  into sources: inout SourceSet, limits: ReadingLimits = .init()
) -> (FileID?, [Diagnostic]) {
  let shown = shownPath ?? path
  switch readBytes(path: path, limits: limits) {
  case .success(let bytes):
    var (file, diagnostics) = decodeSource(bytes, shownAs: shown, into: &sources, limits: limits)
    if let place, place != .none {
      for index in diagnostics.indices where diagnostics[index].place?.line == 0 {
        diagnostics[index].place = place
        diagnostics[index].message = .about(shown, diagnostics[index].message)
      }
    }
    return (file, diagnostics)
  case .failure(let fault):
    let at: Place
    if let place, place != .none {
      at = place
    } else {
      at = Place(file: sources.add(path: shown, text: ""), line: 0, column: 0)
    }
    let message = place == nil ? fault.message : .about(shown, fault.message)
    return (nil, [Diagnostic(.error, fault.code, message, at: at)])
  }
}

public import Diagnostics

/// Reads the prose file that a plan names, `{fil: inledning.md}`, as a scalar with places in that
/// file.
///
/// Line breaks become LF. Reports what the fence and `readSource` report, at the place where the
/// file is named, and faults inside the file at their place there.
public func readProse(
  named written: String, at place: Place, inside fence: Fence, into sources: inout SourceSet,
  limits: ReadingLimits = .init()
) -> (Scalar?, [Diagnostic]) {
  let (path, refused) = fence.path(of: written, at: place)
  guard let path else { return (nil, refused) }
  let (file, diagnostics) = readSource(
    path: path, shownAs: fence.shownPath(of: written), namedAt: place, into: &sources,
    limits: limits)
  guard let file, let text = sources[file]?.text else { return (nil, diagnostics) }
  return (Scalar(proseOf: text, file: file), diagnostics)
}

extension Scalar {
  /// A file's text as a scalar, with a turn for every line.
  fileprivate init(proseOf text: String, file: FileID) {
    let lines = SourceLines(text)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(lines.bytes.count)
    var turns: [PlaceMap.Turn] = []
    for line in 1...lines.count {
      if line > 1 {
        bytes.append(0x0A)
        turns.append(.init(offset: bytes.count, place: Place(file: file, line: line, column: 1)))
      }
      bytes += lines.bytes[lines.bounds(ofLine: line)]
    }
    self.init(
      String(decoding: bytes, as: UTF8.self), style: .file,
      places: PlaceMap(start: Place(file: file, line: 1, column: 1), turns: turns))
  }
}

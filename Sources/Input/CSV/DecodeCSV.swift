public import Diagnostics

/// Reads the table of a CSV file that a plan names, `{fil: budget.csv}`, with places in that file.
///
/// The file is UTF-8, with or without a byte order mark, or what Excel saves where it is not told:
/// Windows-1252, of which Latin-1 is a part. Reports what `readCSV` reports, and `not-text`, where the
/// file is named, for a binary file, or in it for one that is damaged.
///
/// - Parameters:
///   - file: The file, as `readFile` gives it.
///   - place: Where the plan names it.
///   - sources: The set that the file is in, which gets its text.
///   - limits: How much is read.
/// - Returns: The table, nil when there is nothing to go on with.
public func readCSV(
  _ file: NamedFile, namedAt place: Place, into sources: inout SourceSet,
  limits: ReadingLimits = .init()
) -> (FileTable?, [Diagnostic]) {
  var bytes = file.bytes
  if !isUTF8(bytes), let text = windows1252(bytes) { bytes = Array(text.utf8) }
  let (text, refused) = sources.decode(bytes, of: file, namedAt: place, limits: limits)
  guard let text else { return (nil, refused) }
  return readCSV(text, file: file.file, limits: limits)
}

private func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

/// The text of bytes in Windows-1252; nil when they have a byte that is none of its, or when
/// characters of UTF-8 stand among them, so that the file is rather damaged.
///
/// **Source**: The Unicode Consortium, mapping table CP1252.TXT, 1998.
private func windows1252(_ bytes: [UInt8]) -> String? {
  /// The characters of 0x80 to 0x9F; NUL where there is none.
  let upper = Array("€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ".unicodeScalars)
  var text = String.UnicodeScalarView()
  text.reserveCapacity(bytes.count)
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
    // An å in UTF-8 reads as Ã¥: nobody writes that.
    if byte >= 0xC2, index + length <= bytes.count,
      String(validating: bytes[index..<index + length], as: UTF8.self) != nil
    {
      return nil
    }
    let scalar = (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte)
    guard scalar != "\0" else { return nil }
    text.append(scalar)
    index += 1
  }
  return String(text)
}

extension SourceSet {
  /// Gives a file of the set its text, and gives it back; nil where it is none.
  fileprivate mutating func decode(
    _ bytes: [UInt8], of file: NamedFile, namedAt place: Place, limits: ReadingLimits
  ) -> (String?, [Diagnostic]) {
    // Windows-1252 grows when it becomes UTF-8.
    var limits = limits
    limits.bytes *= 3
    var own = SourceSet()
    let (read, found) = decodeSource(bytes, shownAs: file.path, into: &own, limits: limits)
    var faults = found
    let text = own.files.first?.text ?? ""
    setText(text, of: file.file)
    for index in faults.indices {
      if faults[index].place?.line == 0 {
        faults[index].place = place
        faults[index].message = .about(file.path, faults[index].message)
      } else {
        faults[index].place?.file = file.file
      }
    }
    return (read == nil ? nil : text, faults)
  }
}

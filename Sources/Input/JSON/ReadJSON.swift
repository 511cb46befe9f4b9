public import Diagnostics

/// Reads JSON into a value with the place of every key and value.
///
/// The whole of RFC 8259 and nothing beside it, but that control characters other than tab and line
/// breaks are refused, since they cannot be printed; numbers keep their digits as text. A file whose
/// syntax is broken gives no value and one diagnostic, at the place where it breaks; keys that stand
/// twice are all told, and the first of them stays.
///
/// **Source**: T. Bray, "The JavaScript Object Notation (JSON) Data Interchange Format", RFC 8259,
/// 2017.
public func readJSON(
  _ text: String, file: FileID, limits: ReadingLimits = .init()
) -> (Value?, [Diagnostic]) {
  let bytes = Array(text.utf8)
  guard bytes.count <= limits.bytes else {
    return (nil, [.tooLarge(limits.bytes, at: Place(file: file, line: 0, column: 0))])
  }
  var reader = JSONReader(bytes, file: file, limits: limits)
  do throws(JSONReader.Stop) {
    return (try reader.readDocument(), reader.diagnostics)
  } catch {
    return (nil, reader.diagnostics)
  }
}

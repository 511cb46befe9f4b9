/// Finds where a number's whole part ends, so that a column can be aligned on its decimal comma.
///
/// A number is an optional bound or sign (`<`, `>6`, `−12`, `± 3`), digits in groups and at most
/// one decimal comma; a unit may follow. A dash or dots alone (a missing value) end where they end,
/// under the whole digits.
///
/// - Returns: the UTF-8 offset after the last whole digit; nil for words.
package func decimalSplit(of text: String) -> Int? {
  var offset = 0
  var end: Int?
  var sawSpaceSince = false
  let marks: Set<Unicode.Scalar> = ["<", ">", "≤", "≥", "−", "-", "–", "+", "±", " ", "\u{A0}"]
  let missing = text == "–" || text == ".." || text == "." || text == "-" || text == "−"
  if missing { return text.utf8.count }
  for scalar in text.unicodeScalars {
    let width = UTF8.width(scalar)
    if scalar.value >= 0x30, scalar.value <= 0x39 {
      end = offset + width
      sawSpaceSince = false
    } else if end == nil {
      guard marks.contains(scalar) else { return nil }
    } else if !sawSpaceSince, scalar == "\u{202F}" || scalar == "\u{A0}" || scalar == " " {
      // A digit must follow at once, or the number is over.
      sawSpaceSince = true
    } else {
      return end
    }
    offset += width
  }
  return end
}

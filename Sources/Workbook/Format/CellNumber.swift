/// A number as a cell holds it, exact from its digits in the file to its digits on paper.
///
/// A spreadsheet counts in binary and shows at most 15 digits, so that `7.1000000000000001E-2` in the
/// file is 0,071 to everyone who looks at it; it is rounded so here too, half away from zero.
struct CellNumber: Hashable {
  /// As many digits as a spreadsheet shows.
  static let mostDigits = 15

  private var isNegative: Bool
  /// The digits, without zeros before or after; empty for zero.
  private var digits: [UInt8]
  /// Where the decimal comma stands: so many digits are before it; may be negative.
  private var whole: Int

  /// Reads a number as XML has it; nil for what is none, or has an exponent beyond reason.
  init?(_ text: String) {
    var rest = text.utf8[...]
    isNegative = rest.first == UInt8(ascii: "-")
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      rest = rest.dropFirst()
    }
    var digits: [UInt8] = []
    var whole: Int?
    while let byte = rest.first {
      if (48...57).contains(byte) {
        digits.append(byte - 48)
      } else if byte == UInt8(ascii: "."), whole == nil {
        whole = digits.count
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    guard !digits.isEmpty else { return nil }
    var point = whole ?? digits.count
    if let byte = rest.first {
      guard byte | 0x20 == UInt8(ascii: "e"), let exponent = Int(Substring(rest.dropFirst())),
        abs(exponent) <= 400
      else { return nil }
      point += exponent
    }
    self.digits = digits
    self.whole = point
    trim()
    round(toDigits: Self.mostDigits)
  }

  private mutating func trim() {
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    whole -= zeros
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty {
      whole = 0
      isNegative = false
    }
  }

  private mutating func round(toDigits count: Int) {
    guard digits.count > max(count, 0) else { return }
    let goesUp = count >= 0 && digits[count] >= 5
    digits.removeLast(digits.count - max(count, 0))
    if goesUp {
      var index = digits.count - 1
      while index >= 0, digits[index] == 9 {
        digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        digits[index] += 1
      } else {
        digits.insert(1, at: 0)
        whole += 1
      }
    }
    trim()
  }

  /// The number times a power of ten.
  func shifted(by places: Int) -> CellNumber {
    var shifted = self
    if !digits.isEmpty { shifted.whole += places }
    return shifted
  }

  /// The number as it is written in a plan, with a decimal comma: rounded to at most so many decimals,
  /// with zeros to at least so many.
  func text(least: Int = 0, most: Int = .max) -> String {
    var number = self
    if most < .max { number.round(toDigits: whole + most) }
    let digits = number.digits.map { Character(Unicode.Scalar($0 + 48)) }
    var before = String(digits.prefix(max(number.whole, 0)))
    if number.whole > digits.count {
      before += String(repeating: "0", count: number.whole - digits.count)
    }
    var after = number.whole < 0 ? String(repeating: "0", count: -number.whole) : ""
    after += String(digits.dropFirst(max(number.whole, 0)))
    if digits.isEmpty { after = "" }
    if after.count < least { after += String(repeating: "0", count: least - after.count) }
    return (number.isNegative ? "-" : "") + (before.isEmpty ? "0" : before)
      + (after.isEmpty ? "" : "," + after)
  }

  /// The whole days in it and the seconds of the day, as dates are counted; nil beyond the calendar.
  var daysAndSeconds: (days: Int, seconds: Int)? {
    guard !isNegative, whole <= 7 else { return nil }
    func digit(_ place: Int) -> Int { digits.indices.contains(place) ? Int(digits[place]) : 0 }
    var days = 0
    for place in 0..<max(whole, 0) { days = days * 10 + digit(place) }
    // Ten digits of a day tell a millisecond from its neighbour.
    var fraction = 0
    for place in 0..<10 { fraction = fraction * 10 + digit(whole + place) }
    let seconds = (fraction * 86_400 + 5_000_000_000) / 10_000_000_000
    return seconds == 86_400 ? (days + 1, 0) : (days, seconds)
  }
}

/// The profile of the colours that pages are painted in: sRGB, IEC 61966-2-1, as a matrix and one
/// curve in ICC's version 2.
///
/// **Source**: ICC.1:2001-04, sections 6 and 7; IEC 61966-2-1 for the curve. Primaries and white are
/// those of sRGB, adapted to D50.
enum ColourProfile {
  /// Points of the curve; between them it is linear, which is nearer than eight bits can show.
  private static let curvePoints = 256

  /// The profile's bytes.
  static let sRGB = makeSRGB()

  private static func makeSRGB() -> [UInt8] {
    let curve = curveTag()
    let tags: [(name: String, data: [UInt8])] = [
      ("desc", description("sRGB")), ("cprt", text("No copyright, use freely")),
      ("wtpt", colour(0xF6D6, 0x10000, 0xD32D)), ("rXYZ", colour(0x6FA2, 0x38F5, 0x0390)),
      ("gXYZ", colour(0x6299, 0xB785, 0x18DA)), ("bXYZ", colour(0x24A0, 0x0F84, 0xB6CF)),
      ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
    ]
    var table = number(tags.count)
    var data: [UInt8] = []
    let start = 128 + 4 + tags.count * 12
    var curvePlace: Int?
    for tag in tags {
      let isCurve = tag.name.hasSuffix("TRC")
      let place = isCurve ? curvePlace ?? start + data.count : start + data.count
      table += Array(tag.name.utf8) + number(place) + number(tag.data.count)
      if isCurve {
        // The three channels share the one curve.
        if curvePlace != nil { continue }
        curvePlace = place
      }
      data += tag.data
      while !data.count.isMultiple(of: 4) { data.append(0) }
    }
    return header(size: start + data.count) + table + data
  }

  private static func header(size: Int) -> [UInt8] {
    var header = number(size) + number(0) + number(0x0210_0000)
    header += Array("mntrRGB XYZ ".utf8)
    // A day that says nothing, the same in every file.
    for part in [2000, 1, 1, 0, 0, 0] { header += [UInt8(part >> 8), UInt8(part & 0xFF)] }
    header += Array("acsp".utf8)
    header += Array(repeating: 0, count: 28)
    header += number(0xF6D6) + number(0x10000) + number(0xD32D)
    header += Array(repeating: 0, count: 128 - header.count)
    return header
  }

  private static func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  private static func colour(_ x: Int, _ y: Int, _ z: Int) -> [UInt8] {
    Array("XYZ ".utf8) + number(0) + number(x) + number(y) + number(z)
  }

  private static func text(_ text: String) -> [UInt8] {
    Array("text".utf8) + number(0) + Array(text.utf8) + [0]
  }

  private static func description(_ text: String) -> [UInt8] {
    var tag = Array("desc".utf8) + number(0) + number(text.utf8.count + 1)
    tag += Array(text.utf8) + [0]
    // No text in Unicode and none in the Macintosh's script code.
    tag += Array(repeating: 0, count: 4 + 4 + 2 + 1 + 67)
    return tag
  }

  private static func curveTag() -> [UInt8] {
    var tag = Array("curv".utf8) + number(0) + number(curvePoints)
    // Each point's root is near that of the one before it.
    var root = 1.0
    for point in 0..<curvePoints {
      let light = linear(Double(point) / Double(curvePoints - 1), &root)
      let value = Int((light * 65535).rounded())
      tag += [UInt8(value >> 8), UInt8(value & 0xFF)]
    }
    return tag
  }

  /// The light of a channel's value: ((v + 0.055)/1.055)^2.4 but for the darkest.
  ///
  /// - Parameters:
  ///   - value: the channel's value, from 0 to 1.
  ///   - root: where to look for the fifth root first; is set to what was found.
  /// - Returns: the light, from 0 to 1.
  private static func linear(_ value: Double, _ root: inout Double) -> Double {
    guard value > 0.04045 else { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    // x^2.4 = x² · (⁵√x)². The root by Newton's method, so that every machine finds the same.
    var step = 1.0
    while abs(step) > 1e-12 {
      let power = root * root * root * root
      step = (power * root - base) / (5 * power)
      root -= step
    }
    return base * base * root * root
  }
}

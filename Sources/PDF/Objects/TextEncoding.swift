/// The encodings that texts for people have in PDF's strings: PDF's own, of one byte a character, or
/// UTF-16 with its mark.
///
/// **Source**: ISO 32000-1, 7.9.2.2 and annex D.2 (PDFDocEncoding).
enum TextEncoding {
  /// The characters of the bytes 0x18 to 0x1F.
  private static let low: [Unicode.Scalar] = ["˘", "ˇ", "ˆ", "˙", "˝", "˛", "˚", "˜"]
  /// The characters of the bytes 0x80 to 0x9E.
  private static let high: [Unicode.Scalar] = [
    "•", "†", "‡", "…", "—", "–", "ƒ", "⁄", "‹", "›", "−", "‰", "„", "“", "”", "‘", "’", "‚", "™",
    "\u{FB01}", "\u{FB02}", "Ł", "Œ", "Š", "Ÿ", "Ž", "ı", "ł", "œ", "š", "ž",
  ]

  /// The bytes of a text: in PDF's own encoding where that has all its characters.
  static func bytes(of text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      guard let byte = byte(of: scalar) else { return utf16(text) }
      bytes.append(byte)
    }
    // Characters that a reader would take for the mark of another encoding.
    let looksMarked = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return looksMarked ? utf16(text) : bytes
  }

  /// The text of a string's bytes, anybody's.
  static func text(of bytes: [UInt8]) -> String {
    if bytes.starts(with: [0xFE, 0xFF]) {
      var units: [UInt16] = []
      units.reserveCapacity(bytes.count / 2)
      for index in stride(from: 2, to: bytes.count - 1, by: 2) {
        units.append(UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1]))
      }
      return String(decoding: units, as: UTF16.self)
    }
    // Since PDF 2.0.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return String(decoding: bytes.dropFirst(3), as: UTF8.self)
    }
    var scalars = String.UnicodeScalarView()
    for byte in bytes { scalars.append(scalar(of: byte)) }
    return String(scalars)
  }

  private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x20...0x7E, 0xA1...0xAC, 0xAE...0xFF: UInt8(scalar.value)
    case 0...0xFF: nil
    case 0x20AC: 0xA0
    default: high.firstIndex(of: scalar).map { UInt8(0x80 + $0) }
    }
  }

  private static func scalar(of byte: UInt8) -> Unicode.Scalar {
    switch byte {
    case 0x18...0x1F: low[Int(byte) - 0x18]
    case 0x80...0x9E: high[Int(byte) - 0x80]
    case 0xA0: "€"
    default: Unicode.Scalar(byte)
    }
  }

  private static func utf16(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = [0xFE, 0xFF]
    bytes.reserveCapacity(2 + text.utf8.count * 2)
    for unit in text.utf16 {
      bytes.append(UInt8(unit >> 8))
      bytes.append(UInt8(truncatingIfNeeded: unit))
    }
    return bytes
  }
}

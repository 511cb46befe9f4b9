import Geometry

/// What a PNG file says of itself before its pixels.
///
/// **Source**: W3C, "Portable Network Graphics (PNG) Specification", 2003, sections 5 and 11. The
/// pixels and their checksums are left to Cairo.
struct PNGHeader {
  /// The bytes that every PNG begins with.
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// How many pixels there are.
  let pixels: Picture.Pixels
  /// Pixels to the inch from side to side and from top to bottom, where the file says them.
  private var resolution: (across: Double, down: Double)?

  /// The size on paper.
  var naturalSize: Size { pixels.size(across: resolution?.across, down: resolution?.down) }

  /// Reads a file's chunks, to its end.
  init(_ bytes: [UInt8]) throws(PictureFault) {
    let reader = ByteReader(bytes, isBigEndian: true)
    guard let width = reader.word(at: 16), let height = reader.word(at: 20) else { throw .cutOff }
    guard bytes[12..<16].elementsEqual("IHDR".utf8) else { throw .damaged }
    guard width > 0, height > 0 else { throw .damaged }
    pixels = Picture.Pixels(width: width, height: height)
    try pixels.checkSize()
    var chunk = Self.signature.count
    while true {
      guard let length = reader.word(at: chunk), chunk + 12 + length <= bytes.count else {
        throw .cutOff
      }
      let name = bytes[chunk + 4..<chunk + 8]
      if name.elementsEqual("IEND".utf8) { return }
      if name.elementsEqual("pHYs".utf8), length == 9, bytes[chunk + 16] == 1,
        let across = reader.word(at: chunk + 8), let down = reader.word(at: chunk + 12)
      {
        // Pixels to the metre.
        resolution = (Double(across) * 0.0254, Double(down) * 0.0254)
      }
      chunk += 12 + length
    }
  }
}

/// Reads whole numbers out of bytes.
struct ByteReader {
  let bytes: [UInt8]
  let isBigEndian: Bool

  init(_ bytes: [UInt8], isBigEndian: Bool) {
    self.bytes = bytes
    self.isBigEndian = isBigEndian
  }

  /// The number in two bytes; nil past the end.
  func half(at offset: Int) -> Int? { number(at: offset, bytes: 2) }

  /// The number in four bytes; nil past the end.
  func word(at offset: Int) -> Int? { number(at: offset, bytes: 4) }

  private func number(at offset: Int, bytes count: Int) -> Int? {
    guard offset >= 0, offset + count <= bytes.count else { return nil }
    let part = bytes[offset..<offset + count]
    return isBigEndian
      ? part.reduce(0) { $0 << 8 | Int($1) } : part.reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

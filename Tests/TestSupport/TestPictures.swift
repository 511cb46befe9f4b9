/// Picture files for tests, made here or written out.
public enum TestPictures {
  /// A PNG of one colour with an alpha of its own and, if any, pixels to the metre; its pixels are
  /// stored and not compressed.
  public static func png(
    width: Int, height: Int, red: UInt8 = 200, green: UInt8 = 30, blue: UInt8 = 30,
    alpha: UInt8 = 255, perMetre: Int? = nil
  ) -> [UInt8] {
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    add("IHDR", word(width) + word(height) + [8, 6, 0, 0, 0], to: &file)
    if let perMetre { add("pHYs", word(perMetre) + word(perMetre) + [1], to: &file) }
    let row = [0] + Array(repeatElement([red, green, blue, alpha], count: width).joined())
    add("IDAT", Checksums.zlib(Array(repeatElement(row, count: height).joined())), to: &file)
    add("IEND", [], to: &file)
    return file
  }

  /// A PNG that says a size and has no pixels.
  public static func pngHeader(width: Int, height: Int) -> [UInt8] {
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    add("IHDR", word(width) + word(height) + [8, 6, 0, 0, 0], to: &file)
    add("IDAT", Checksums.zlib([0]), to: &file)
    add("IEND", [], to: &file)
    return file
  }

  /// A JPEG of 16 × 8 pixels at 96 to the inch, red on the left and blue on the right.
  public static let jpeg = decoded(
    """
    /9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywt\
    QFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ0ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09P\
    T09PT09PT09PT09PT09PT09PT0//wgARCAAIABADAREAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAABP/EABYBAQEB\
    AAAAAAAAAAAAAAAAAAUEBv/aAAwDAQACEAMQAAABBM0XRgf/xAAUEAEAAAAAAAAAAAAAAAAAAAAQ/9oACAEBAAEFAj//\
    xAAUEQEAAAAAAAAAAAAAAAAAAAAQ/9oACAEDAQE/AT//xAAUEQEAAAAAAAAAAAAAAAAAAAAQ/9oACAECAQE/AT//xAAU\
    EAEAAAAAAAAAAAAAAAAAAAAQ/9oACAEBAAY/Aj//xAAUEAEAAAAAAAAAAAAAAAAAAAAQ/9oACAEBAAE/IT//2gAMAwEA\
    AgADAAAAEJf/xAAUEQEAAAAAAAAAAAAAAAAAAAAQ/9oACAEDAQE/ED//xAAUEQEAAAAAAAAAAAAAAAAAAAAQ/9oACAEC\
    AQE/ED//xAAUEAEAAAAAAAAAAAAAAAAAAAAQ/9oACAEBAAE/ED//2Q==
    """)

  /// A JPEG of 8 × 8 pixels in greys.
  public static let greyJPEG = decoded(
    """
    /9j/4AAQSkZJRgABAQEAYABgAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4\
    UG1RV19iZ2hnPk1xeXBkeFxlZ2P/wgALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//aAAgBAQAAAAEf/8QA\
    FRABAQAAAAAAAAAAAAAAAAAAAAT/2gAIAQEAAQUCjf/EABUQAQEAAAAAAAAAAAAAAAAAAAAB/9oACAEBAAY/Ao//xAAU\
    EAEAAAAAAAAAAAAAAAAAAAAA/9oACAEBAAE/IV//2gAIAQEAAAAQf//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEA\
    AT8QH//Z
    """)

  /// A JPEG with a segment put in after its first two bytes.
  public static func jpeg(with marker: UInt8, _ body: [UInt8]) -> [UInt8] {
    let length = body.count + 2
    let segment = [0xFF, marker, UInt8(length >> 8), UInt8(length & 255)] + body
    return Array(jpeg[..<2]) + segment + Array(jpeg[2...])
  }

  /// What a camera writes into a JPEG: how it was held, 1 to 8.
  public static func exif(orientation: UInt8) -> [UInt8] {
    Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8, 0, 1]
      + [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0] + [0, 0, 0, 0]
  }

  private static func word(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  private static func add(_ name: String, _ body: [UInt8], to file: inout [UInt8]) {
    let content = Array(name.utf8) + body
    file += word(body.count) + content + word(Int(Checksums.crc32(content)))
  }

  /// Bytes written in base 64.
  private static func decoded(_ text: String) -> [UInt8] {
    let alphabet = Array(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var bytes: [UInt8] = []
    var bits = 0
    var count = 0
    for character in text.utf8 {
      guard let value = alphabet.firstIndex(of: character) else { continue }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return bytes
  }
}

/// The checksums of PNG and ZIP files.
public enum Checksums {
  /// CRC-32 as in ISO 3309.
  public static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }

  /// Bytes as a zlib stream that stores them.
  public static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = [0x78, 0x01]
    var start = 0
    repeat {
      let end = min(start + 65_535, bytes.count)
      let length = UInt16(end - start)
      stream.append(end == bytes.count ? 1 : 0)
      stream += [
        UInt8(length & 255), UInt8(length >> 8), ~UInt8(length & 255), ~UInt8(length >> 8),
      ]
      stream += bytes[start..<end]
      start = end
    } while start < bytes.count
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return stream + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: (b << 16 | a) >> $0) }
  }
}

/// Finds addresses, files' names, paths and code in a chunk of text between two spaces.
enum OpaqueChunk {
  /// The chunk without the brackets, quotation marks and points around it.
  static func core(of chunk: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (chunk.lowerBound, chunk.upperBound)
    while start < end {
      if [0x22, 0x27, 0x28, 0x2C, 0x3C, 0x5B].contains(bytes[start]) {
        start += 1
      } else if start + 2 < end, isQuoteOrDash(start, bytes) {
        start += 3
      } else if start + 1 < end, isGuillemet(start, bytes) {
        start += 2
      } else if bytes[start..<end].starts(with: "...".utf8), start + 3 < end,
        bytes[start + 3] != 0x2E
      {
        start += 3
      } else {
        break
      }
    }
    while end > start {
      switch bytes[end - 1] {
      case 0x29, 0x5D, 0x22, 0x27, 0x3E, 0x2C, 0x2E, 0x3B, 0x3A, 0x21, 0x3F: end -= 1
      default:
        if end - 3 >= start, isQuoteOrDash(end - 3, bytes) {
          end -= 3
        } else if end - 2 >= start, isGuillemet(end - 2, bytes) {
          end -= 2
        } else {
          return start..<end
        }
      }
    }
    return start..<end
  }

  private static func isQuoteOrDash(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    bytes[offset] == 0xE2 && bytes[offset + 1] == 0x80
      && ((0x92...0x95).contains(bytes[offset + 2]) || (0x98...0x9F).contains(bytes[offset + 2])
        || bytes[offset + 2] == 0xA6)
  }

  private static func isGuillemet(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    bytes[offset] == 0xC2 && (bytes[offset + 1] == 0xAB || bytes[offset + 1] == 0xBB)
  }

  /// Whether a mark shows that all of a chunk is an address, a path or code; it has three bytes or
  /// more.
  static func isMarked(_ core: Range<Int>, in bytes: [UInt8]) -> Bool {
    let first = bytes[core.lowerBound]
    let second = bytes[core.lowerBound + 1]
    switch (first, second) {
    case (0x2F, let letter), (0x7E, let letter):
      // /etc, ~/bin; but not a slash before a number.
      if isASCIILetter(letter) || letter == 0x2F { return true }
    case (0x2E, 0x2F), (0x2E, 0x2E): if isPath(core, in: bytes) { return true }
    case (0x2E, let letter) where isASCIILetter(letter): return true
    case (0x2D, 0x2D): if isASCIILetter(bytes[core.lowerBound + 2]) { return true }
    default: break
    }
    for offset in core {
      switch bytes[offset] {
      case 0x40, 0x5C: return true
      case 0x5F, 0x3D:
        if isBetweenAlphanumerics(offset, core, bytes) { return true }
      case 0x3A:
        if offset + 2 < core.upperBound, bytes[offset + 1] == 0x2F, bytes[offset + 2] == 0x2F {
          return true
        }
      default: break
      }
    }
    return false
  }

  /// Whether a chunk, or a part of one between dashes, is the name of a host or a file.
  static func isNamed(_ core: Range<Int>, in bytes: [UInt8]) -> Bool {
    let first = bytes[core.lowerBound]
    if first | 0x20 == 0x77, bytes[core].dropFirst().starts(with: [first, first, 0x2E]) {
      return true
    }
    return core.contains { bytes[$0] == 0x2E && isNameEnding(at: $0, core, bytes) }
  }

  /// `./a` and `../a`, as against an ellipsis of two points.
  private static func isPath(_ core: Range<Int>, in bytes: [UInt8]) -> Bool {
    let tail = bytes[core].drop { $0 == 0x2E }
    return tail.first == 0x2F && tail.count > 1
  }

  private static func isBetweenAlphanumerics(
    _ offset: Int, _ core: Range<Int>, _ bytes: [UInt8]
  ) -> Bool {
    offset + 1 < core.upperBound && endsName(before: offset, core, bytes)
      && (isNamePart(bytes[offset + 1]) || (0xC3...0xC9).contains(bytes[offset + 1]))
  }

  /// Whether a letter or digit ends at an offset.
  private static func endsName(before offset: Int, _ core: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard offset > core.lowerBound else { return false }
    return isNamePart(bytes[offset - 1])
      || offset > core.lowerBound + 1 && (0xC3...0xC9).contains(bytes[offset - 2])
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
  }

  /// Whether a point is followed by the ending of a file's or a host's name.
  private static func isNameEnding(
    at point: Int, _ core: Range<Int>, _ bytes: [UInt8]
  ) -> Bool {
    guard endsName(before: point, core, bytes) else { return false }
    var end = point + 1
    while end < core.upperBound, isASCIILetter(bytes[end]) || (0x30...0x39).contains(bytes[end]) {
      end += 1
    }
    guard end == core.upperBound || [0x2F, 0x3F, 0x23, 0x3A].contains(bytes[end]) else {
      return false
    }
    return endings.contains(Array(bytes[(point + 1)..<end]))
  }

  private static let endings: Set<[UInt8]> = Set(
    """
    se nu com org net eu io dk no fi de uk info pdf doc docx dot dotx xls xlsx xlsm ppt pptx csv \
    tsv txt md rtf odt ods odp yaml yml json toml xml xsd html htm css js ts py sh swift svg png \
    jpg jpeg gif tif tiff webp eps zip tar gz mp3 mp4 mov avi log exe dll
    """.split(separator: " ").map { Array($0.utf8) })
}

/// Counts the code points before any offset of a text without reading it from its beginning.
///
/// A paragraph may be one line of half a megabyte with a mark at every other word: counting each
/// mark's column from the line's start would read the line as often as it has marks. Making the
/// index reads the text once; a count reads at most `stride` bytes.
public struct CodePointIndex: Sendable {
  /// How many bytes lie between two counts that are kept.
  private static let stride = 256

  private let bytes: [UInt8]
  /// How many code points begin before each multiple of the stride.
  private let counts: [Int]

  /// The index of a text in UTF-8.
  public init(_ bytes: [UInt8]) {
    var counts = [0]
    counts.reserveCapacity(bytes.count / Self.stride + 1)
    var start = 0
    while start + Self.stride <= bytes.count {
      let end = start + Self.stride
      counts.append(counts[counts.count - 1] + Self.begun(in: bytes[start..<end]))
      start = end
    }
    self.bytes = bytes
    self.counts = counts
  }

  /// How many code points begin before an offset.
  public func count(before offset: Int) -> Int {
    let offset = min(max(offset, 0), bytes.count)
    let kept = offset / Self.stride
    return counts[kept] + Self.begun(in: bytes[kept * Self.stride..<offset])
  }

  private static func begun(in bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }
}

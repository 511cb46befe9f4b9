/// Finds the opaque stretches of a text as it is cut, each byte looked at a few times at most.
///
/// A chunk between two spaces is looked at first, since marks such as @ and :// make all of it
/// opaque. Then what stands between its dashes: those may get spaces, and what they part must be
/// the same name with spaces as without.
struct OpaqueStretches {
  /// The stretch that the last look found, or an earlier one.
  private(set) var current = 0..<0
  private var chunkEnd = 0
  private var partEnd = 0
  private var pieceEnd = 0

  /// Looks on from an offset, if nothing beyond it has been looked at.
  mutating func look(from next: Int, to limit: Int, in bytes: [UInt8]) {
    if next >= chunkEnd {
      chunkEnd = Self.chunkEnd(from: next, to: limit, in: bytes)
      partEnd = next
      pieceEnd = next
      let core = OpaqueChunk.core(of: next..<chunkEnd, in: bytes)
      if core.count > 2, OpaqueChunk.isMarked(core, in: bytes) {
        (current, partEnd, pieceEnd) = (core, chunkEnd, chunkEnd)
      }
    }
    if next >= partEnd {
      partEnd = end(of: next, before: chunkEnd) { Self.emDash(at: $0, in: bytes) }
      if take(next..<partEnd, in: bytes) {
        pieceEnd = partEnd
      } else {
        pieceEnd = end(of: next, before: partEnd) { Self.hyphens(at: $0, in: bytes) }
        if pieceEnd < partEnd { _ = take(next..<pieceEnd, in: bytes) }
      }
    } else if next >= pieceEnd {
      pieceEnd = end(of: next, before: partEnd) { Self.hyphens(at: $0, in: bytes) }
      _ = take(next..<pieceEnd, in: bytes)
    }
  }

  /// All stretches of a text without spaces.
  static func all(in bytes: [UInt8]) -> [Range<Int>] {
    var stretches = OpaqueStretches()
    var found: [Range<Int>] = []
    var next = 0
    while next < bytes.count {
      stretches.look(from: next, to: bytes.count, in: bytes)
      if stretches.current.lowerBound >= next, !stretches.current.isEmpty {
        found.append(stretches.current)
      }
      next = max(stretches.pieceEnd, next + 1)
    }
    return found
  }

  /// Where the chunk that an offset is in ends, or what stands before the next long dash in it.
  static func partEnd(from start: Int, to limit: Int, in bytes: [UInt8]) -> Int {
    let end = chunkEnd(from: start, to: limit, in: bytes)
    return (start..<end).first { emDash(at: $0, in: bytes) ?? hyphens(at: $0, in: bytes) != nil }
      ?? end
  }

  /// Where the chunk that an offset is in ends.
  static func chunkEnd(from start: Int, to limit: Int, in bytes: [UInt8]) -> Int {
    var end = start
    while end < limit, !isSpace(end, in: bytes) { end += 1 }
    return end
  }

  /// Whether a space, a line's end or a part of one stands at an offset.
  static func isSpace(_ offset: Int, in bytes: [UInt8]) -> Bool {
    switch bytes[offset] {
    case 0x20, 0x09...0x0D: return true
    case 0xC2: return offset + 1 < bytes.count && bytes[offset + 1] == 0xA0
    case 0xE2:
      guard offset + 2 < bytes.count, bytes[offset + 1] == 0x80 else { return false }
      return (0x80...0x8A).contains(bytes[offset + 2])
        || [0xA8, 0xA9, 0xAF].contains(bytes[offset + 2])
    default: return false
    }
  }

  /// Takes a name as the current stretch; false if there is none.
  private mutating func take(_ part: Range<Int>, in bytes: [UInt8]) -> Bool {
    let core = OpaqueChunk.core(of: part, in: bytes)
    guard core.count > 2, OpaqueChunk.isNamed(core, in: bytes) else { return false }
    current = core
    return true
  }

  /// Where what stands between dashes ends, or the dash that stands at its start.
  private func end(of start: Int, before limit: Int, dash: (Int) -> Int?) -> Int {
    if let end = dash(start) { return min(end, limit) }
    return (start..<limit).first { dash($0) != nil } ?? limit
  }

  /// The end of an em dash.
  private static func emDash(at offset: Int, in bytes: [UInt8]) -> Int? {
    guard offset + 2 < bytes.count, bytes[offset] == 0xE2, bytes[offset + 1] == 0x80,
      bytes[offset + 2] == 0x94 || bytes[offset + 2] == 0x95
    else { return nil }
    return offset + 3
  }

  /// The end of several hyphens, which are typed for a dash.
  private static func hyphens(at offset: Int, in bytes: [UInt8]) -> Int? {
    guard bytes[offset] == 0x2D, offset + 1 < bytes.count, bytes[offset + 1] == 0x2D else {
      return nil
    }
    return bytes[offset...].firstIndex { $0 != 0x2D } ?? bytes.count
  }
}

import CDeflate

/// Compresses byte strings to zlib streams, one after another, in the same tables.
///
/// The same bytes at the same level give the same result, with the same libdeflate.
@safe
public struct Deflater: ~Copyable {
  private let compressor: OpaquePointer

  /// A compressor of a level from 1 (fast) to 9 (small).
  public init(level: Int) throws(DeflateError) {
    precondition((1...9).contains(level), "a compression level is 1 to 9")
    guard let compressor = unsafe libdeflate_alloc_compressor(Int32(level)) else {
      throw .noMemory
    }
    unsafe self.compressor = compressor
  }

  deinit { unsafe libdeflate_free_compressor(compressor) }

  /// Compresses bytes and appends the zlib stream to `output`.
  public mutating func compress(_ bytes: [UInt8], to output: inout [UInt8]) {
    let start = output.count
    let bound = unsafe libdeflate_zlib_compress_bound(compressor, bytes.count)
    output.append(contentsOf: repeatElement(0, count: bound))
    let written = unsafe bytes.withUnsafeBytes { source in
      unsafe output.withUnsafeMutableBytes { target in
        let room = unsafe UnsafeMutableRawBufferPointer(rebasing: target[start...])
        return unsafe libdeflate_zlib_compress(
          compressor, source.baseAddress, source.count, room.baseAddress, room.count)
      }
    }
    precondition(written > 0, "libdeflate's bound was too small")
    output.removeLast(bound - written)
  }

  /// Compresses the bytes of a buffer and appends the zlib stream to another.
  public mutating func compress(_ bytes: borrowing ByteBuffer, to output: inout ByteBuffer) {
    unsafe bytes.withBytes { unsafe compress($0, to: &output) }
  }

  /// Compresses bytes and appends the zlib stream to a buffer.
  public mutating func compress(_ bytes: [UInt8], to output: inout ByteBuffer) {
    unsafe bytes.withUnsafeBufferPointer { unsafe compress($0, to: &output) }
  }

  @unsafe
  private func compress(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer) {
    let bound = unsafe libdeflate_zlib_compress_bound(compressor, bytes.count)
    unsafe output.append(room: bound) { room in
      let written = unsafe libdeflate_zlib_compress(
        compressor, bytes.baseAddress, bytes.count, room.baseAddress, room.count)
      precondition(written > 0, "libdeflate's bound was too small")
      return written
    }
  }
}

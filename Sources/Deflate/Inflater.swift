import CDeflate

/// Restores zlib streams, one byte string after another, in the same tables.
@safe
public struct Inflater: ~Copyable {
  private let decompressor: OpaquePointer

  /// A reader of zlib streams.
  public init() throws(DeflateError) {
    guard let decompressor = unsafe libdeflate_alloc_decompressor() else { throw .noMemory }
    unsafe self.decompressor = decompressor
  }

  deinit { unsafe libdeflate_free_decompressor(decompressor) }

  /// Restores the zlib stream that stands at a range of `bytes` and puts it in `output`, in place
  /// of what was there; bytes after the stream's end are passed over.
  ///
  /// - Parameters:
  ///   - bytes: what the stream stands in.
  ///   - range: where it stands.
  ///   - output: where its content goes.
  ///   - limit: the most that may come out, so that a small file cannot fill the memory.
  /// - Throws: `DeflateError` when the stream is damaged, or longer than allowed.
  public mutating func restore(
    _ bytes: [UInt8], _ range: Range<Int>, into output: inout [UInt8], limit: Int = 1 << 30
  ) throws(DeflateError) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    // Text is rarely compressed better than that, and all the room has to be cleared.
    var size = min(limit, max(range.count * 6, 1024))
    while true {
      if output.count < size {
        output.append(contentsOf: repeatElement(0, count: size - output.count))
      }
      let (result, written) = unsafe step(bytes, range, &output)
      switch result {
      case LIBDEFLATE_SUCCESS:
        guard written <= limit else { throw .tooLong }
        output.removeLast(output.count - written)
        return
      case LIBDEFLATE_INSUFFICIENT_SPACE:
        guard size < limit else { throw .tooLong }
        size = min(limit, size * 2)
      default: throw .damaged
      }
    }
  }

  /// Restores all of the stream, if the output has room for it, and says how much that is.
  @unsafe
  private mutating func step(
    _ bytes: [UInt8], _ range: Range<Int>, _ output: inout [UInt8]
  ) -> (result: libdeflate_result, written: Int) {
    var written = 0
    // That much of what follows the stream is not read.
    var consumed = 0
    let result = unsafe bytes.withUnsafeBytes { source in
      unsafe output.withUnsafeMutableBytes { target in
        let stream = unsafe UnsafeRawBufferPointer(rebasing: source[range])
        return unsafe libdeflate_zlib_decompress_ex(
          decompressor, stream.baseAddress, stream.count, target.baseAddress, target.count,
          &consumed, &written)
      }
    }
    return (result, written)
  }
}

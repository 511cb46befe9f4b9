import CDeflate

/// Restores what zlib compressed, one byte string after another, in the same tables.
@safe
public struct Inflater: ~Copyable {
  /// On the heap, because zlib's state points back at it.
  private let stream: UnsafeMutablePointer<z_stream>

  /// A reader of zlib streams.
  public init() throws(DeflateError) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    guard unsafe sats_inflate_begin(stream) == Z_OK else {
      unsafe stream.deallocate()
      throw .noMemory
    }
    unsafe self.stream = stream
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

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
    unsafe inflateReset(stream)
    var size = max(output.count, min(limit, max(range.count * 4, 1024)))
    var done = 0
    while true {
      if output.count < size {
        output.append(contentsOf: repeatElement(0, count: size - output.count))
      }
      let status = unsafe step(bytes, range, &output, from: done)
      done = Int(unsafe stream.pointee.total_out)
      if status == Z_STREAM_END { break }
      guard status == Z_OK || status == Z_BUF_ERROR, done == output.count else { throw .damaged }
      guard done < limit else { throw .tooLong }
      size = min(limit, size * 2)
    }
    output.removeLast(output.count - done)
  }

  /// Goes on until the output is full or the stream ends.
  @unsafe
  private mutating func step(
    _ bytes: [UInt8], _ range: Range<Int>, _ output: inout [UInt8], from done: Int
  ) -> Int32 {
    let consumed = Int(unsafe stream.pointee.total_in)
    return unsafe bytes.withUnsafeBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe stream.pointee.next_in = source.baseAddress.map {
          // zlib reads from `next_in` and does not write to it.
          unsafe UnsafeMutablePointer(mutating: $0 + range.lowerBound + consumed)
        }
        unsafe stream.pointee.avail_in = UInt32(range.count - consumed)
        unsafe stream.pointee.next_out = target.baseAddress.map { unsafe $0 + done }
        unsafe stream.pointee.avail_out = UInt32(target.count - done)
        return unsafe inflate(stream, Z_NO_FLUSH)
      }
    }
  }
}

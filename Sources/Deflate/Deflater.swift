import CDeflate

/// Compresses byte strings with zlib, one after another, in the same tables.
///
/// The same bytes at the same level give the same result, with the same zlib.
@safe
public struct Deflater: ~Copyable {
  /// On the heap, because zlib's state points back at it.
  private let stream: UnsafeMutablePointer<z_stream>

  /// A compressor of a level from 1 (fast) to 9 (small).
  public init(level: Int) throws(DeflateError) {
    precondition((1...9).contains(level), "a compression level is 1 to 9")
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    guard unsafe sats_deflate_begin(stream, Int32(level)) == Z_OK else {
      unsafe stream.deallocate()
      throw .noMemory
    }
    unsafe self.stream = stream
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Compresses bytes and appends the zlib stream to `output`.
  public mutating func compress(_ bytes: [UInt8], to output: inout [UInt8]) {
    unsafe deflateReset(stream)
    let start = output.count
    let bound = Int(unsafe deflateBound(stream, UInt(bytes.count)))
    output.append(contentsOf: repeatElement(0, count: bound))
    let written = unsafe bytes.withUnsafeBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        // zlib reads from `next_in` and does not write to it.
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        unsafe stream.pointee.avail_in = UInt32(source.count)
        unsafe stream.pointee.next_out = target.baseAddress.map { unsafe $0 + start }
        unsafe stream.pointee.avail_out = UInt32(bound)
        let status = unsafe deflate(stream, Z_FINISH)
        precondition(status == Z_STREAM_END, "zlib's bound was too small")
        return unsafe bound - Int(stream.pointee.avail_out)
      }
    }
    output.removeLast(bound - written)
  }
}

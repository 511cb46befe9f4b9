import CCairo

/// Takes the bytes that Cairo writes, in memory, so that a file is only begun when it is whole.
final class ByteSink {
  /// What has been written so far.
  var bytes: [UInt8] = []

  /// An empty sink.
  init() {}
}

/// Cairo's write function: the closure is an unretained `ByteSink`.
///
/// A global function, because a closure made in an isolated context would trap when C calls it.
func receiveBytes(
  _ closure: UnsafeMutableRawPointer?, _ data: UnsafePointer<UInt8>?, _ length: UInt32
) -> cairo_status_t {
  guard let closure = unsafe closure, let data = unsafe data else {
    return CAIRO_STATUS_WRITE_ERROR
  }
  let sink = unsafe Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
  unsafe sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
  return CAIRO_STATUS_SUCCESS
}

import CDigest

/// The SHA-256 of bytes in 64 lower-case figures, as `sha256sum` prints it.
public func sha256(of bytes: [UInt8]) -> String {
  unsafe bytes.withUnsafeBufferPointer { source in
    // Of no bytes there is no address; GLib then wants a length of nothing.
    guard
      let sum = unsafe g_compute_checksum_for_data(
        G_CHECKSUM_SHA256, source.baseAddress, gsize(source.count))
    else { preconditionFailure("GLib does not know SHA-256") }
    defer { unsafe g_free(sum) }
    return unsafe String(cString: sum)
  }
}

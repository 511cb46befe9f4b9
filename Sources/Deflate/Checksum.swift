import CDeflate

/// Two checksums of all bytes, and of them the two halves of a number that tells files apart.
///
/// Not a signature: it recognises a file, it does not guard it.
public func checksum(of bytes: [UInt8]) -> UInt64 {
  unsafe bytes.withUnsafeBufferPointer { unsafe checksum(of: $0) }
}

/// Two checksums of all bytes of a buffer, as one number that tells files apart.
public func checksum(of bytes: borrowing ByteBuffer) -> UInt64 {
  unsafe bytes.withBytes { unsafe checksum(of: $0) }
}

private func checksum(of source: UnsafeBufferPointer<UInt8>) -> UInt64 {
  let cyclic = unsafe libdeflate_crc32(0, source.baseAddress, source.count)
  let sum = unsafe libdeflate_adler32(1, source.baseAddress, source.count)
  return UInt64(cyclic) << 32 | UInt64(sum)
}

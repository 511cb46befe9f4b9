import CWorkbook

/// A ZIP archive in memory, and the parts in it.
@safe
final class Archive {
  /// The most bytes of a part once it is unpacked: a hundred thousand rows, and no bomb.
  static let longestPart = 128 << 20

  private let library: sats_zip
  private let archive: UnsafeMutableRawPointer
  private let bytes: UnsafeMutableRawPointer

  /// Opens an archive.
  init(_ bytes: [UInt8]) throws(WorkbookFault) {
    var library = sats_zip()
    guard unsafe sats_load_zip(&library) else { throw .libraryMissing("libzip4") }
    // libzip reads from where the bytes stand for as long as the archive is open.
    let copy = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
    unsafe UnsafeMutableRawBufferPointer(start: copy, count: bytes.count).copyBytes(from: bytes)
    var error = unsafe sats_zip_error()
    guard let source = unsafe library.source(copy, UInt64(bytes.count), 0, &error) else {
      unsafe copy.deallocate()
      throw .damaged
    }
    let readOnly: Int32 = 16
    guard let archive = unsafe library.open(source, readOnly, &error) else {
      unsafe library.free_source(source)
      unsafe copy.deallocate()
      throw .damaged
    }
    self.library = library
    unsafe self.archive = archive
    unsafe self.bytes = copy
  }

  deinit {
    unsafe library.discard(archive)
    unsafe bytes.deallocate()
  }

  /// The bytes of a part, unpacked; nil when there is none of that name.
  func part(_ name: String) throws(WorkbookFault) -> [UInt8]? {
    let anyCase: UInt32 = 1
    let index = unsafe library.locate(archive, name, anyCase)
    guard index >= 0 else { return nil }
    guard let part = unsafe library.open_part(archive, UInt64(index), 0) else { throw .damaged }
    defer { _ = unsafe library.close_part(part) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { target in
        unsafe library.read(part, target.baseAddress, UInt64(target.count))
      }
      guard count >= 0 else { throw .damaged }
      if count == 0 { return bytes }
      bytes += chunk[..<Int(count)]
      // What the archive says of a part's length may be a lie; what comes out is counted.
      guard bytes.count <= Self.longestPart else { throw .tooLarge(Self.longestPart) }
    }
  }
}

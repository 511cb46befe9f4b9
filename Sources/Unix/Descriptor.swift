import Glibc

/// Why the system refused something: its own number for it, `errno`.
public struct SystemError: Error, Hashable, Sendable {
  /// The number, as in `errno.h`.
  public let number: Int32
}

/// An open file, pipe or terminal; closed when it is let go of, unless it is a standard stream.
public struct Descriptor: ~Copyable, Sendable {
  private let number: Int32
  private let isOwned: Bool

  private init(standard number: Int32) {
    self.number = number
    isOwned = false
  }

  private init(path: String, flags: Int32) throws(SystemError) {
    guard !path.utf8.contains(0) else { throw SystemError(number: ENOENT) }
    let permissions: mode_t = 0o666
    var opened: Int32
    repeat {
      opened = unsafe open(path, flags | O_CLOEXEC, permissions)
    } while opened < 0 && errno == EINTR
    guard opened >= 0 else { throw SystemError(number: errno) }
    number = opened
    isOwned = true
  }

  deinit { if isOwned { close(number) } }

  /// Opens what is at a path for reading.
  public static func reading(_ path: String) throws(SystemError) -> Descriptor {
    try Descriptor(path: path, flags: O_RDONLY)
  }

  /// Opens what is at a path for writing from its start.
  public static func writing(_ path: String) throws(SystemError) -> Descriptor {
    try Descriptor(path: path, flags: O_WRONLY)
  }

  /// Makes a file where there is none.
  static func creating(_ path: String) throws(SystemError) -> Descriptor {
    try Descriptor(path: path, flags: O_WRONLY | O_CREAT | O_EXCL)
  }

  /// What the program is given to read.
  public static var standardInput: Descriptor { Descriptor(standard: STDIN_FILENO) }
  /// Where results go.
  public static var standardOutput: Descriptor { Descriptor(standard: STDOUT_FILENO) }
  /// Where findings go.
  public static var standardError: Descriptor { Descriptor(standard: STDERR_FILENO) }

  /// Reads to the end, but no more than `most` bytes.
  ///
  /// - Parameters:
  ///   - most: how much is read at most.
  ///   - expected: how much will probably come, which room is made for at once.
  /// - Returns: what was read, from where reading has come to.
  /// - Throws: the system's error, as when the file is a folder.
  public func readAll(most: Int, expected: Int = 1 << 16) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < most {
      let room = min(max(expected + 1, bytes.count), most - bytes.count)
      let part = try read(atMost: room)
      if part.isEmpty { break }
      if bytes.isEmpty { bytes = part } else { bytes += part }
    }
    return bytes
  }

  /// Reads what is there to be read, but no more than there is room for; nothing at the end.
  private func read(atMost room: Int) throws(SystemError) -> [UInt8] {
    var failure: Int32?
    // Zeros would be written over at once.
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
      var count: Int
      repeat {
        count = unsafe Glibc.read(number, buffer.baseAddress, room)
      } while count < 0 && errno == EINTR
      if count < 0 { failure = errno }
      filled = max(count, 0)
    }
    if let failure { throw SystemError(number: failure) }
    return bytes
  }

  /// Waits until what was written is on the disk.
  func flush() throws(SystemError) {
    guard fsync(number) == 0 else { throw SystemError(number: errno) }
  }

  /// Writes all bytes, and waits for a reader that takes them slowly, also where whoever opened the
  /// other end has asked not to be kept waiting.
  public func write(_ bytes: [UInt8]) throws(SystemError) {
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(number, buffer.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        var room = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
        _ = unsafe poll(&room, 1, -1)
        continue
      }
      guard count >= 0 else { throw SystemError(number: errno) }
      start += count
    }
  }
}

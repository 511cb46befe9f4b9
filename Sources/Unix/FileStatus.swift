import Glibc

/// What the file system says of a path, in one call.
///
/// Foundation's attributes name the owner and the group too, which are looked up in files of their
/// own for every path that is asked after.
public struct FileStatus: Hashable, Sendable {
  /// What a path may lead to.
  public enum Kind: Hashable, Sendable {
    /// A file of bytes, a folder, a symbolic link; a pipe, device or socket.
    case file, folder, link, other
  }

  /// What is there.
  public let kind: Kind
  /// Its length in bytes.
  public let size: Int
  /// The disk that it is on, and its number there: together no two files have the same.
  public let device: UInt
  /// The file's number on its disk.
  public let number: UInt

  /// What is at a path; nil when nothing is, or when it may not be asked after.
  ///
  /// - Parameters:
  ///   - path: the path, from the working directory unless it begins at the root.
  ///   - followsLinks: whether a link stands for what it leads to.
  public init?(_ path: String, followsLinks: Bool = true) {
    guard !path.utf8.contains(0) else { return nil }
    var found = stat()
    let flags = followsLinks ? 0 : AT_SYMLINK_NOFOLLOW
    guard unsafe fstatat(AT_FDCWD, path, &found, flags) == 0 else { return nil }
    switch found.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    size = Int(found.st_size)
    device = UInt(found.st_dev)
    number = UInt(found.st_ino)
  }

  /// Whether two paths lead to the same file.
  public func isSameFile(as other: FileStatus) -> Bool {
    (device, number) == (other.device, other.number)
  }
}

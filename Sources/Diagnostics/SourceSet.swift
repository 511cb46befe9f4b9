/// The files that have been read, so that a `Place` can name its file and show its line.
///
/// A value: stages hand it on with what they add.
public struct SourceSet: Sendable {
  /// One file that was read.
  public struct File: Sendable {
    /// The path as it is shown to the user.
    public var path: String
    /// The text.
    public var text: String
  }

  /// The files, in the order they were read.
  public private(set) var files: [File] = []

  /// An empty set.
  public init() {}

  /// Takes a file in and gives its number.
  public mutating func add(path: String, text: String) -> FileID {
    files.append(File(path: path, text: text))
    return FileID(index: Int32(files.count - 1))
  }

  /// The file of a number, nil for `FileID.none`.
  public subscript(id: FileID) -> File? {
    files.indices.contains(Int(id.index)) ? files[Int(id.index)] : nil
  }
}

/// The files that have been read, so that a `Place` can name its file and show its line.
///
/// A value: stages hand it on with what they add.
public struct SourceSet: Sendable {
  /// One file that was read.
  public struct File: Sendable {
    /// The path as it is shown to the user.
    public var path: String
    /// The text; empty for a file that is none, as a workbook.
    public var text: String
    /// The sheet of a workbook that it is, whose places are cells (`Place.cell`); nil for other files.
    public var sheet: String?
  }

  /// The files, in the order they were read.
  public private(set) var files: [File] = []

  /// An empty set.
  public init() {}

  /// Takes a file in and gives its number.
  public mutating func add(path: String, text: String, sheet: String? = nil) -> FileID {
    files.append(File(path: path, text: text, sheet: sheet))
    return FileID(index: Int32(files.count - 1))
  }

  /// Gives a file its text, for one that was taken in before its text was known.
  public mutating func setText(_ text: String, of id: FileID) { files[Int(id.index)].text = text }

  /// The file of a number, nil for `FileID.none`.
  public subscript(id: FileID) -> File? {
    files.indices.contains(Int(id.index)) ? files[Int(id.index)] : nil
  }
}

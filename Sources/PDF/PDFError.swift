/// Why a file cannot be read, or a painted one not be written anew.
public enum PDFError: Error, Hashable, Sendable {
  /// The bytes are no PDF file, or one that is cut off or damaged; the text says where.
  case damaged(String)
  /// The file is locked with a password.
  case encrypted
  /// What Cairo painted is not the pages that were laid out; the text says where they part.
  case notThePages(String)
  /// Cairo has written something that we do not know how to write anew.
  case unknownForm(String)
  /// There is no memory for compression.
  case noMemory
}

import Glibc
import Unix

/// The terminal that diagnostics are printed on, where there is one.
enum Terminal {
  /// Whether standard error is a terminal, so that somebody looks on.
  static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether to print colours: on a terminal that has them, unless the user asked for none with
  /// `NO_COLOR`.
  static var showsColour: Bool {
    isWatched && environmentValue("TERM") != "dumb"
      && (environmentValue("NO_COLOR") ?? "").isEmpty
  }

  /// Prints to standard error as it is.
  static func show(_ text: String) {
    try? Descriptor.standardError.write(Array(text.utf8))
  }
}

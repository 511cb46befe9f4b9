import Foundation

/// The terminal that diagnostics are printed on, where there is one.
enum Terminal {
  /// Whether to print colours: on a terminal that has them, unless the user asked for none with
  /// `NO_COLOR`.
  static var showsColour: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
      && environment["NO_COLOR", default: ""].isEmpty
  }
}

public import Diagnostics

/// Why words cannot be hyphenated.
public struct HyphenationError: Error, Hashable, Sendable {
  /// The code to report it under.
  public var code: Code
  /// What is wrong, with the Debian package to install.
  public var message: Message
}

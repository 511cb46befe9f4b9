/// Why there is no number, as official statistics mark it.
public enum MissingValue: String, Hashable, Sendable, CaseIterable {
  /// Nothing to report.
  case nothing = "–"
  /// Not available, or too uncertain to be given.
  case unavailable = ".."
  /// Cannot occur.
  case impossible = "."

  /// The missing value that a text stands for; a hyphen or a minus counts as the dash.
  public init?(_ text: String) {
    switch text {
    case "–", "-", "−": self = .nothing
    case "..", "‥": self = .unavailable
    case ".": self = .impossible
    default: return nil
    }
  }
}

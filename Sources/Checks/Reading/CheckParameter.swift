/// An argument that a named check takes.
public struct CheckParameter: Sendable {
  /// What may be written for it.
  public indirect enum Kind: Sendable {
    /// A path into the plan, or several: `"paragrafer.omröstning"`. It starts at the plan's top, or at
    /// the values of another parameter (`within: "each"`).
    case path(within: String?)
    /// Words, one or several.
    case text
    /// One of some words.
    case choice([String])
    /// An exact decimal number.
    case amount
    /// `true` or `false`.
    case flag
    /// A list of maps with arguments of their own; paths in them may start where the outer ones do.
    case entries([CheckParameter])
  }

  /// Its key.
  public var name: String
  /// What may be written for it.
  public var kind: Kind
  /// Whether schemas must write it.
  public var isRequired: Bool

  /// A parameter that must be written.
  public static func required(_ name: String, _ kind: Kind = .path(within: nil)) -> CheckParameter {
    CheckParameter(name: name, kind: kind, isRequired: true)
  }

  /// A parameter that may be left out.
  public static func optional(_ name: String, _ kind: Kind = .path(within: nil)) -> CheckParameter {
    CheckParameter(name: name, kind: kind, isRequired: false)
  }
}

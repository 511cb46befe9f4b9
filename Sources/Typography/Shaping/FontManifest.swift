/// One face of a family: a weight, upright or italic, in a file of its own.
public struct FontFace: Hashable, Sendable {
  /// The family it belongs to, as styles name it.
  public var family: String
  /// The weight, 100 to 900; 400 is regular, 700 bold.
  public var weight: Int
  /// Whether it is the italic.
  public var isItalic: Bool
  /// The font file.
  public var path: String

  /// A face from its parts.
  public init(family: String, weight: Int, isItalic: Bool, path: String) {
    self.family = family
    self.weight = weight
    self.isItalic = isItalic
    self.path = path
  }
}

/// The fonts that documents may use, as `fonts/fonts.yaml` lists them, and no other font of the
/// machine.
public struct FontManifest: Hashable, Sendable {
  /// A family and where its faces come from.
  public struct Family: Hashable, Sendable {
    /// The name that styles ask for.
    public var name: String
    /// The Debian package that holds the files; nil for the user's own fonts.
    public var package: String?
    /// The faces.
    public var faces: [FontFace]

    /// A family from its parts.
    public init(name: String, package: String? = nil, faces: [FontFace]) {
      self.name = name
      self.package = package
      self.faces = faces
    }

    /// The weights there are, ascending, upright or italic.
    public func weights(isItalic: Bool) -> [Int] {
      faces.filter { $0.isItalic == isItalic }.map(\.weight).sorted()
    }
  }

  /// The families, in the order they are listed.
  public var families: [Family]

  /// A manifest from its families.
  public init(families: [Family]) { self.families = families }

  /// The family of a name.
  public subscript(name: String) -> Family? { families.first { $0.name == name } }
}

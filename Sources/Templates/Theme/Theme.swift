public import Diagnostics
public import Input
public import Typography

/// A theme: what its file says, ready for layout.
public struct Theme: Sendable {
  /// A face that a style asks for.
  public struct Face: Hashable, Sendable {
    /// The family, as `fonts/fonts.yaml` has it.
    public var family: String
    /// The weight, 100 to 900.
    public var weight: Int
    /// Whether it is the italic.
    public var isItalic: Bool
    /// Where the theme asks for it.
    public var place: Place
  }

  /// A picture that lies beside the theme's file.
  public struct OwnPicture: Sendable {
    /// Which of the cover's picture slots it is for; nil for no slot of its own.
    public var slot: Int?
    /// The file's name, from the folder of the file that names it.
    public var file: Scalar
    /// What it shows, in words; empty for mere decoration.
    public var alternate: String
  }

  /// The looks of all styles, and the page.
  public var sheet: StyleSheet
  /// The faces that running text of the styles is set in, in the order the theme first asks for
  /// them; stressed text asks for others, if there is any.
  public var faces: [Face]
  /// The pictures of its own that stand on the cover where a document has none.
  public var pictures: [OwnPicture] = []
  /// Its own logotype, for documents whose plan and organisation have none; nil for none.
  public var logotype: OwnPicture?
  /// Words as they may be divided, which go before what is known of them.
  public var hyphenation: [Scalar] = []

  /// Reads a theme.
  ///
  /// `extends: default` takes another theme's file and lays this one's keys over it, map by map:
  /// what this theme does not say, the other does. What `kinds` says of the document's kind is laid
  /// over all that, the other theme's first: what slides need goes before what a theme says of every
  /// paper. What is wrong is told all at once, each fault at its place; the theme is nil where there
  /// is an error.
  ///
  /// - Parameters:
  ///   - value: The theme's file.
  ///   - kind: The folder of the kind of the document; empty for none.
  ///   - loadBase: Gives the file of the theme that another extends, by its name and where it is
  ///     named, and what was wrong with it.
  ///   - loadFile: Gives a file that lies beside the theme's, by its name as it is written there.
  ///   - findKind: Gives the folder of a kind by its name and where it is named.
  /// - Returns: The theme, and what was found.
  public static func read(
    _ value: Value, for kind: String = "",
    loadBase: (_ name: String, _ place: Place) -> (Value?, [Diagnostic]),
    loadFile: (_ name: Scalar) -> (Value?, [Diagnostic]) = { _ in (nil, []) },
    findKind: (_ name: String, _ place: Place) -> (String?, [Diagnostic]) = { name, _ in (name, [])
    }
  ) -> (Theme?, [Diagnostic]) {
    let (layers, found) = layers(of: value, loadBase: loadBase)
    guard let lowest = layers.first else { return (nil, found) }
    var whole = layers.dropFirst().reduce(lowest) { $0.overlaid(with: $1) }
    var reader = ThemeReader()
    reader.diagnostics = found
    for layer in layers {
      let looks = reader.readLooks(
        layer["kinds"], for: kind, loadFile: loadFile, findKind: findKind)
      for look in looks { whole = whole.overlaid(with: look) }
    }
    let theme = reader.read(whole)
    return (reader.diagnostics.hasErrors ? nil : theme, reader.diagnostics)
  }
}

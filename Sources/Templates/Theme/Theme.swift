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

  /// The looks of all styles, and the page.
  public var sheet: StyleSheet
  /// The faces that running text of the styles is set in, in the order the theme first asks for
  /// them; stressed text asks for others, if there is any.
  public var faces: [Face]
  /// Words as they may be divided, which go before what is known of them.
  public var hyphenation: [Scalar] = []

  /// Reads a theme.
  ///
  /// `extends: default` takes another theme's file and lays this one's keys over it, map by map:
  /// what this theme does not say, the other does. What is wrong is told all at once, each fault at
  /// its place; the theme is nil where there is an error.
  ///
  /// - Parameters:
  ///   - value: The theme's file.
  ///   - loadBase: Gives the file of the theme that another extends, by its name and where it is
  ///     named, and what was wrong with it.
  /// - Returns: The theme, and what was found.
  public static func read(
    _ value: Value, loadBase: (_ name: String, _ place: Place) -> (Value?, [Diagnostic])
  ) -> (Theme?, [Diagnostic]) {
    let (whole, found) = extended(value, loadBase)
    guard let whole else { return (nil, found) }
    var reader = ThemeReader()
    reader.diagnostics = found
    let theme = reader.read(whole)
    return (reader.diagnostics.hasErrors ? nil : theme, reader.diagnostics)
  }

  /// How many themes may stand behind one another.
  private static let mostBases = 8

  /// A theme's file laid over those that it extends.
  private static func extended(
    _ value: Value, _ loadBase: (String, Place) -> (Value?, [Diagnostic])
  ) -> (Value?, [Diagnostic]) {
    var layers = [value]
    var names: [String] = []
    while let base = layers.last?["extends"] {
      guard let name = base.scalar?.text else {
        return (nil, [.wrongValue(of: "extends", wanted: .text, found: base)])
      }
      guard !names.contains(name), names.count < mostBases else {
        return (nil, [.circular(name, at: base.place)])
      }
      names.append(name)
      let (layer, found) = loadBase(name, base.place)
      guard let layer, !found.hasErrors else { return (nil, found) }
      layers.append(layer)
    }
    return (layers.dropLast().reversed().reduce(layers.last) { $0?.overlaid(with: $1) }, [])
  }
}

extension Value {
  /// The value with another laid over it: maps key by key, all else replaced.
  fileprivate func overlaid(with other: Value) -> Value {
    guard var under = map, let over = other.map else { return other }
    for entry in over.entries {
      if let index = under.entries.firstIndex(where: { $0.key == entry.key }) {
        let value = under.entries[index].value.overlaid(with: entry.value)
        under.entries[index].value = value
      } else {
        under.entries.append(entry)
      }
    }
    return Value(.map(under), at: other.place)
  }
}

extension Diagnostic {
  fileprivate static func circular(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongKeywordValue,
      Message(
        sv: "temat '\(name)' bygger i sin tur på detta tema",
        en: "the theme '\(name)' extends this theme in its turn"), at: place)
  }
}

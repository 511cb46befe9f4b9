/// What a page on the web takes from the theme and from the printed pages.
public struct HTMLOptions: Hashable, Sendable {
  /// Headings, links and rules, as CSS writes colours: `#0b4a63`.
  public var accent: String
  /// Behind badges and the heads of groups.
  public var tint: String
  /// The number of the printed page on which each block stands, by the block's id: what a
  /// reference to a page says, for those who hold the paper beside the screen.
  public var pageNumbers: [String: String]
  /// How many printed pages each part has, by its id.
  public var partLengths: [String: Int]
  /// The address of each picture by its path.
  ///
  /// It holds the picture itself, `data:image/png;base64,…`, so that the page loads nothing. A
  /// picture without one is left to its text.
  public var pictures: [String: String]

  /// Options from their parts.
  public init(
    accent: String = "#000000", tint: String = "#eeeeee", pageNumbers: [String: String] = [:],
    partLengths: [String: Int] = [:], pictures: [String: String] = [:]
  ) {
    self.pictures = pictures
    self.accent = accent
    self.tint = tint
    self.pageNumbers = pageNumbers
    self.partLengths = partLengths
  }
}

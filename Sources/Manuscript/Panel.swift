/// Blocks that stand apart from the text around them, in a tinted or ruled box: a faktaruta.
public struct Panel: Hashable, Sendable {
  /// Its title; nil for none.
  public var title: RichText?
  /// Its blocks, in reading order.
  public var blocks: [Block]
  /// The paragraph style whose tint, rules and padding are the box's, usually `box`; its title is
  /// set in the style of that name with `-title` after it.
  public var style: String
  /// What references call it by; empty for none.
  public var id: String

  /// A panel from its parts.
  public init(title: RichText? = nil, blocks: [Block], style: String = "box", id: String = "") {
    self.title = title
    self.blocks = blocks
    self.style = style
    self.id = id
  }
}

/// Words that stand out of the text: a quotation, a vision, a pull quote.
public struct Quotation: Hashable, Sendable {
  /// The words, paragraphs as a rule.
  public var blocks: [Block]
  /// Whose words they are; nil where that is not said.
  public var source: RichText?
  /// The paragraph style that `source` is set in.
  public var sourceStyle: String

  /// A quotation from its parts.
  public init(blocks: [Block], source: RichText? = nil, sourceStyle: String = "quote-source") {
    self.blocks = blocks
    self.source = source
    self.sourceStyle = sourceStyle
  }
}

/// Places to sign, side by side.
public struct Signatures: Hashable, Sendable {
  /// How many stand beside each other at most.
  public static let mostAbreast = 4

  /// One place to sign.
  public struct Place: Hashable, Sendable {
    /// What stands above the line, such as `Vid protokollet`; empty for nothing.
    public var role: RichText
    /// The name under the line; empty for nothing.
    public var name: RichText
    /// What follows the name, such as a title or where it was signed; empty for nothing.
    public var text: RichText

    /// A place to sign from its texts.
    public init(role: RichText, name: RichText, text: RichText) {
      self.role = role
      self.name = name
      self.text = text
    }
  }

  /// The places to sign, from the left; beyond `mostAbreast` they stand in rows.
  public var places: [Place]
  /// The paragraph style, usually `signature`.
  public var style: String

  /// Signatures from their parts.
  public init(places: [Place], style: String = "signature") {
    self.places = places
    self.style = style
  }
}

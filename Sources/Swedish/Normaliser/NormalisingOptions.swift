/// Where a text is to stand: the same characters mean other things in a cell than in prose.
public enum NormalisingContext: String, Hashable, Sendable, CaseIterable {
  /// Running text, inside a paragraph.
  case prose
  /// Running text that begins a paragraph, where `- ` may begin a line of speech.
  case paragraphStart = "paragraph-start"
  /// A heading.
  case heading
  /// A cell of a table.
  case cell
}

/// What a document and its house want of the normaliser.
public struct NormalisingOptions: Hashable, Sendable {
  /// What stands between groups of digits.
  public enum GroupSpace: String, Hashable, Sendable, CaseIterable {
    /// U+202F, narrow and no-break.
    case narrow = "\u{202F}"
    /// U+00A0, as wide as a word space.
    case wide = "\u{A0}"
  }

  /// The rules of the house style that are on; empty for none.
  public var style: HouseStyle
  /// What stands between groups of digits.
  public var groupSpace: GroupSpace
  /// The text's language, as BCP 47; a text that is not Swedish only has its spaces mended.
  public var language: String { didSet { isSwedish = Self.isSwedish(language) } }
  /// Whether the text is read on the web, where fewer abbreviations are understood.
  public var isForWeb: Bool
  /// Whether to tell what the rules find and do not change.
  public var tellsFindings: Bool
  /// Whether the rules for Swedish hold.
  private(set) var isSwedish: Bool

  /// What a document and its house want.
  public init(
    style: HouseStyle = [], groupSpace: GroupSpace = .narrow, language: String = "sv",
    isForWeb: Bool = false, tellsFindings: Bool = true
  ) {
    self.style = style
    self.groupSpace = groupSpace
    self.language = language
    self.isSwedish = Self.isSwedish(language)
    self.isForWeb = isForWeb
    self.tellsFindings = tellsFindings
  }

  private static func isSwedish(_ language: String) -> Bool {
    let code = language.utf8.prefix { $0 != 0x2D }
    return code.elementsEqual("sv".utf8) || code.elementsEqual("SV".utf8)
      || code.elementsEqual("swe".utf8)
  }
}

/// Rules that a house may have or not have.
public struct HouseStyle: OptionSet, Hashable, Sendable {
  /// A bit for each rule.
  public let rawValue: Int

  /// The rules whose bits are set.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// N9: tkr, mnkr and mdkr in place of kkr, Mkr and MSEK.
  public static let kronor = HouseStyle(rawValue: 1)
  /// C1: m², CO₂, × between numbers, and kr in place of `:-`.
  public static let signs = HouseStyle(rawValue: 2)
  /// Q2: » » in place of ” ”.
  public static let guillemets = HouseStyle(rawValue: 4)
  /// A colon may stand between hours and minutes (T1 lets it be).
  public static let clockColon = HouseStyle(rawValue: 8)

  /// What `sats normalise --style` puts on.
  public static let usual: HouseStyle = [.kronor, .signs]
}

/// A stretch of a text that the rules do not reach.
public struct Exemption: Hashable, Sendable {
  /// Why they do not.
  public enum Reason: Hashable, Sendable {
    /// A name or code: nothing is changed.
    case verbatim
    /// Words of another language: only spaces are mended.
    case otherLanguage
  }

  /// The stretch, as offsets in the text's UTF-8.
  public var range: Range<Int>
  /// Why the rules do not reach it.
  public var reason: Reason

  /// A stretch with its reason.
  public init(_ range: Range<Int>, _ reason: Reason) {
    self.range = range
    self.reason = reason
  }
}

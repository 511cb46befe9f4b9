/// A stretch of the document on pages of its own: front matter, one of several papers, an appendix.
///
/// It begins on a new page, and what follows it does too.
public struct Part: Hashable, Sendable {
  /// How the pages of a part are numbered.
  public struct Numbering: Hashable, Sendable {
    /// The figures that numbers are printed in.
    public enum Figures: String, Hashable, Sendable, CaseIterable {
      /// 1, 2, 3.
      case figures
      /// i, ii, iii.
      case roman
      /// A, B, C.
      case letters
      /// None: the pages are not counted.
      case none
    }

    /// The figures.
    public var figures: Figures
    /// The number of the first page; nil to go on from the page before.
    public var start: Int?
    /// What stands before every number: `B` in `B3`.
    public var prefix: String

    /// A numbering from its parts.
    public init(figures: Figures = .figures, start: Int? = nil, prefix: String = "") {
      self.figures = figures
      self.start = start
      self.prefix = prefix
    }
  }

  /// What running heads call it; empty for nothing.
  public var title: String
  /// What references call it; empty for none.
  public var id: String
  /// Its blocks, in reading order.
  public var blocks: [Block]
  /// What stands in the margins of its pages; nil for what stands on those around it.
  public var furniture: Furniture?
  /// How its pages are numbered; nil to go on as the pages before it.
  public var numbering: Numbering?
  /// Whether its first page is a right-hand one.
  public var opensRecto: Bool
  /// What stands on the page that is left blank before it; empty for nothing.
  public var blankText: String
  /// The word across its pages; nil for the document's, empty for none.
  public var watermark: String?

  /// A part from its parts.
  public init(
    title: String = "", id: String = "", blocks: [Block], furniture: Furniture? = nil,
    numbering: Numbering? = nil, opensRecto: Bool = false, blankText: String = "",
    watermark: String? = nil
  ) {
    self.title = title
    self.id = id
    self.blocks = blocks
    self.furniture = furniture
    self.numbering = numbering
    self.opensRecto = opensRecto
    self.blankText = blankText
    self.watermark = watermark
  }
}

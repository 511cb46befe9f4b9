extension StructureTree {
  /// The standard structure types that we use.
  ///
  /// What may stand where: a document holds parts and blocks, a part blocks; the writer puts a `Sect`
  /// around each heading of a document or part and what it heads. A table holds a caption and then
  /// head, bodies and foot, those hold rows, and rows cells. A list holds items of label and body.
  /// A figure has words (`Details.alternate`) and holds only what they are said in place of, so its
  /// caption stands beside it.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case document = "Document"
    /// A part with pages of its own: an appendix, one of several papers.
    case part = "Part"
    /// A section; those of headings are made when the file is written.
    case section = "Sect"
    /// Blocks that belong together without a heading: a box of facts, a figure with its caption.
    case division = "Div"
    case heading1 = "H1"
    case heading2 = "H2"
    case heading3 = "H3"
    case heading4 = "H4"
    case heading5 = "H5"
    case heading6 = "H6"
    case paragraph = "P"
    /// Paragraphs in another's words.
    case blockQuote = "BlockQuote"
    case list = "L"
    case listItem = "LI"
    case label = "Lbl"
    case listBody = "LBody"
    case table = "Table"
    case tableHead = "THead"
    /// Rows between head and foot; a table may have several.
    case tableBody = "TBody"
    /// Rows of sums that stand last.
    case tableFoot = "TFoot"
    case tableRow = "TR"
    case headerCell = "TH"
    case dataCell = "TD"
    case caption = "Caption"
    case contents = "TOC"
    case contentsItem = "TOCI"
    case reference = "Reference"
    case link = "Link"
    case note = "Note"
    case span = "Span"
    case figure = "Figure"
    /// Words of another's within a paragraph.
    case quote = "Quote"

    /// The type of a heading of a level from 1; deeper than six is six.
    public static func heading(level: Int) -> Kind {
      switch level {
      case ...1: .heading1
      case 2: .heading2
      case 3: .heading3
      case 4: .heading4
      case 5: .heading5
      default: .heading6
      }
    }
  }
}

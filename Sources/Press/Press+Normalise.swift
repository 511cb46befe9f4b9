import Diagnostics
import Swedish

extension Press {
  /// Where the lines that `normalise` reads are to stand.
  public enum LineContext: String, CaseIterable, Sendable {
    /// Running text, inside a paragraph.
    case prose
    /// Running text that begins a paragraph.
    case paragraphStart = "paragraph-start"
    /// A heading.
    case heading
    /// A cell of a table.
    case cell
  }

  /// Gives a line the characters that Swedish print asks for, as every text of a plan gets them.
  ///
  /// - Parameters:
  ///   - line: The whole text of a paragraph, a heading or a cell.
  ///   - context: Where it is to stand.
  ///   - hasStyle: Whether the rules of the usual house style hold too.
  /// - Returns: The line as it is set.
  public static func normalise(
    _ line: String, context: LineContext = .prose, hasStyle: Bool = false
  ) -> String {
    let options = NormalisingOptions(style: hasStyle ? .usual : [], tellsFindings: false)
    let context: NormalisingContext =
      switch context {
      case .prose: .prose
      case .paragraphStart: .paragraphStart
      case .heading: .heading
      case .cell: .cell
      }
    return Swedish.normalise(line, places: .none, context: context, options: options).text
  }
}

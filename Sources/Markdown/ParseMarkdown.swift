/// Parses a text as CommonMark with tables, footnotes and bare web addresses.
///
/// Quotation marks, dashes and dots stay as they were written. Every text is Markdown: there are no
/// errors. Most texts of a plan hold no mark at all, and are divided into paragraphs without calling
/// the parser.
///
/// - Parameter text: The text.
/// - Returns: The blocks, with their places in the text.
public func parseMarkdown(_ text: String) -> [MarkdownBlock] {
  if let paragraphs = plainParagraphs(of: text) { return paragraphs }
  return BlockReader.read(SourceText(text))
}

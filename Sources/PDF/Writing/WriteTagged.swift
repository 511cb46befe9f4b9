public import Pages
public import Typography

/// Writes a painted document as PDF/UA-1 and PDF/A in one file.
///
/// Takes Cairo's pages and fonts over, its structure tree, annotations and bookmarks not: those are
/// written anew from the pages. Decides nothing about what a page shows. The same input gives the
/// same bytes.
///
/// - Parameters:
///   - pages: the document, laid out.
///   - painted: the file that Cairo painted from these pages, with each item marked as a leaf.
///   - words: the table that layout took its words from.
///   - metrics: the measures of a font, for the areas of links.
///   - options: how the file is written.
/// - Returns: the file.
/// - Throws: `PDFError.notThePages` when the painted file is not of these pages, and
///   `PDFError.unknownForm` when Cairo has written it in a way that we do not know.
public func writeTagged(
  _ pages: PageSet, painted: [UInt8], words: WordTable,
  metrics: @escaping (FontID) -> FontMetrics, options: PDFOptions = PDFOptions()
) throws(PDFError) -> [UInt8] {
  precondition(
    options.attachments.isEmpty || options.profile == .archive,
    "only the archive's profile has room for attachments")
  var writer = try TaggedWriter(
    pages, painted: painted, words: words, metrics: metrics, options: options)
  try writer.writePages()
  return writer.finish()
}

public import Cairo
public import HarfBuzz
public import Pages
public import Pictures
public import Typography

/// Paints finished pages into a PDF file, and gives its bytes.
///
/// Decides nothing: every mark stands where the page has it. The same pages give the same bytes.
///
/// - Parameters:
///   - pages: The document, laid out.
///   - words: The table that layout took its words from.
///   - fonts: The library that the words were shaped with.
///   - pictures: The library that the pages' pictures were read into.
///   - creator: The program's name for the file's information dictionary.
///   - marksLeaves: Whether the leaves of a page (`Page.endOfLeaf`), content and furniture, are told
///     apart by separators (`Page.leafSeparator`), so that a tagged file can be written from it.
/// - Returns: The file.
/// - Throws: `CairoError` when Cairo fails, or when the document's date is not written as ISO 8601.
public func paint(
  _ pages: PageSet, words: WordTable, fonts: FontLibrary,
  pictures: PictureLibrary = PictureLibrary(), creator: String = "Sats", marksLeaves: Bool = false
) throws(CairoError) -> [UInt8] {
  let metadata = pages.metadata
  let date: PDFDate? = if let text = metadata.date { try PDFDate(iso8601: text) } else { nil }
  var surface = try PDFSurface(
    info: DocumentInfo(
      title: metadata.title, author: metadata.author, subject: metadata.subject, creator: creator,
      date: date))
  addOutline(pages.outline, to: &surface)
  var painter = PagePainter(
    words: words, fonts: fonts, pictures: pictures, marksLeaves: marksLeaves)
  for page in pages.pages {
    try surface.page(size: page.size, label: page.label) { canvas in
      painter.paint(page, on: canvas)
    }
  }
  return try surface.finish()
}

private func addOutline(_ entries: [PageSet.OutlineEntry], to surface: inout PDFSurface) {
  /// The last entry of each level above the one at hand.
  var parents: [PDFSurface.OutlineEntry] = []
  for entry in entries {
    parents.removeLast(max(0, parents.count - (entry.level - 1)))
    let destination = entry.destination
    parents.append(
      surface.addOutlineEntry(
        entry.title, page: destination.page, at: destination.point, under: parents.last))
  }
}

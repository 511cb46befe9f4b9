import HTML
import Pages
import Typography

extension Run {
  /// Writes a document as one page for the web, in the theme's colours.
  ///
  /// It has been laid out all the same: references name the printed pages, and what print would
  /// complain of is told.
  func webPage(of styled: StyledDocument, set document: SetDocument) -> [UInt8] {
    let sheet = styled.sheet
    let heading = sheet.styles["heading-1"] ?? sheet.styles["body"]
    let numbers = document.pages.destinations.mapValues {
      document.pages.pages[$0.page].label
    }
    let options = HTMLOptions(
      accent: (heading?.text.colour ?? .black).description, tint: sheet.badge.fill.description,
      pageNumbers: numbers, partLengths: document.pages.partLengths)
    return Array(writeHTML(styled.document, options: options).utf8)
  }
}

import Charts
import FoundationEssentials
import Geometry
import HTML
import HarfBuzz
import Manuscript
import Pages
import Pictures
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
      accent: (heading?.fill ?? heading?.text.colour ?? .black).description,
      tint: sheet.badge.fill.description,
      pageNumbers: numbers, partLengths: document.pages.partLengths,
      pictures: pictureAddresses)
    // The fonts have been opened for the printed pages.
    let look = try? ChartLook(sheet: sheet, shaper: HarfBuzzShaper(library: document.fonts))
    return Array(
      writeHTML(
        styled.document, options: options,
        drawing: look.map { look in
          { chart, spoken in
            let isSmall = chart.kind == .sparkline
            return writeSVG(
              chart, width: isSmall ? .millimetres(24) : sheet.page.column, look: look,
              words: document.words, spoken: spoken)
          }
        }
      ).utf8)
  }

  /// The pictures as addresses that hold them.
  private var pictureAddresses: [String: String] {
    var addresses: [String: String] = [:]
    for picture in pictures.pictures {
      // It was there a moment ago; where it no longer is, its text stands for it.
      guard let data = try? Data(contentsOf: URL(fileURLWithPath: picture.path)) else { continue }
      let bytes = PictureLibrary.bytesToShow(Array(data))
      let type = picture.kind == .svg ? "svg+xml" : picture.kind.rawValue
      addresses[picture.path] = "data:image/\(type);base64," + Data(bytes).base64EncodedString()
    }
    return addresses
  }
}

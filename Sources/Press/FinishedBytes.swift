import Cairo
import Diagnostics
import HarfBuzz
import PDF
import Paint

extension Run {
  /// Paints a document and writes it with its structure tree; nil, with a finding, when that fails.
  mutating func finishedBytes(
    of document: SetDocument, attachments: [Attachment]
  ) -> [UInt8]? {
    let fonts = document.fonts
    let painted: [UInt8]
    do throws(CairoError) {
      painted = try paint(
        document.pages, words: document.words, fonts: fonts, pictures: pictures, marksLeaves: true)
    } catch {
      report(.paintingFailed("\(error)"))
      return nil
    }
    do throws(PDFError) {
      return try writeTagged(
        document.pages, painted: painted, words: document.words,
        metrics: { fonts.metrics(of: $0) },
        options: PDFOptions(profile: profile.form, attachments: attachments))
    } catch {
      report(.paintingFailed("\(error)"))
      return nil
    }
  }
}

extension Profile {
  /// The form of file that the profile asks for.
  fileprivate var form: PDFOptions.Profile {
    switch self {
    case .publication: .publication
    case .archive: .archive
    case .print: .print
    }
  }
}

extension Diagnostic {
  fileprivate static func paintingFailed(_ reason: String) -> Diagnostic {
    Diagnostic(
      .error, .paintingFailed,
      Message(
        sv: "sidorna kan inte målas: \(reason)", en: "the pages cannot be painted: \(reason)"))
  }
}

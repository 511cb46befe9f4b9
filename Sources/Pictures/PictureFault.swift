import Diagnostics

/// Why a picture is refused.
enum PictureFault: Error, Hashable {
  /// It begins like no picture that is read.
  case unknown(String)
  /// Its bytes contradict themselves, or cannot be decoded.
  case damaged
  /// It ends before it should.
  case cutOff
  /// It has more pixels than are taken.
  case tooLarge(Int, Int)
  /// It has no extent, or says none.
  case noSize
  /// It is in the colours of a printing press.
  case inCMYK
  /// A JPEG of a process that PDF readers need not know.
  case uncommonJPEG
  /// A drawing that sets text, at a line.
  case text(line: Int)
  /// A drawing with a filter, at a line.
  case filter(line: Int)
  /// A drawing that takes from elsewhere, at a line.
  case outside(String, line: Int)
  /// A drawing that defines its own entities, at a line.
  case entities(line: Int)
  /// A drawing that librsvg cannot read, with its words.
  case notDrawn(String)
  /// librsvg is not there.
  case libraryMissing
}

extension PictureFault {
  /// The finding, with the file that it is about.
  func diagnostic(_ path: String, at place: Place) -> Diagnostic {
    let message = message
    return Diagnostic(
      .error, code,
      Message(sv: "bilden '\(path)' \(message.sv)", en: "the picture '\(path)' \(message.en)"),
      at: place, fixes: fix.map { [Diagnostic.Fix($0)] } ?? [])
  }

  private var code: Code {
    switch self {
    case .unknown: .pictureUnknown
    case .damaged, .cutOff, .noSize, .uncommonJPEG, .notDrawn, .entities: .pictureUnreadable
    case .tooLarge: .pictureTooLarge
    case .inCMYK: .pictureColours
    case .text: .pictureWithText
    case .filter: .pictureWithFilter
    case .outside: .pictureRefersOutside
    case .libraryMissing: .libraryMissing
    }
  }

  private var message: Message {
    switch self {
    case .unknown(let start):
      Message(
        sv: "är varken PNG, JPEG eller SVG" + kind(start).map { "; den är \($0)" }.orNothing,
        en: "is neither PNG, JPEG nor SVG" + kind(start).map { "; it is \($0)" }.orNothing)
    case .damaged:
      Message(sv: "är skadad: den kan inte avkodas", en: "is damaged: it cannot be decoded")
    case .cutOff:
      Message(sv: "är avhuggen: filen tar slut för tidigt", en: "is cut off: the file ends early")
    case .tooLarge(let width, let height):
      Message(
        sv: "har \(width) × \(height) bildpunkter; det mesta som tas är 100 miljoner",
        en: "has \(width) × \(height) pixels; the most that is taken is 100 million")
    case .noSize:
      Message(
        sv: "säger ingen storlek: svg-elementet ska ha viewBox eller width och height",
        en: "says no size: the svg element should have viewBox, or width and height")
    case .inCMYK:
      Message(
        sv: "är i tryckfärger (CMYK); dokumentet är i RGB",
        en: "is in CMYK; the document is in RGB")
    case .uncommonJPEG:
      Message(
        sv: "är en ovanlig sorts JPEG (förlustfri, aritmetisk eller 12 bitar)",
        en: "is an uncommon kind of JPEG (lossless, arithmetic or 12 bits)")
    case .text(let line):
      Message(
        sv: "sätter text på rad \(line), som skulle bli olika på olika datorer",
        en: "sets text on line \(line), which would differ between computers")
    case .filter(let line):
      Message(
        sv: "har ett filter på rad \(line), som inte kan tryckas skarpt",
        en: "has a filter on line \(line), which cannot be printed sharply")
    case .outside(let target, let line):
      Message(
        sv: "hämtar '\(target.shown)' på rad \(line); en bild ska vara hel i sig själv",
        en: "takes in '\(target.shown)' on line \(line); a picture must be whole in itself")
    case .entities(let line):
      Message(
        sv: "definierar egna XML-entiteter på rad \(line), som inte läses",
        en: "defines XML entities of its own on line \(line), which are not read")
    case .notDrawn(let reason):
      Message(
        sv: "kan inte läsas som SVG: \(reason.shown)",
        en: "cannot be read as SVG: \(reason.shown)")
    case .libraryMissing:
      Message(
        sv: "är en SVG, och biblioteket som läser sådana saknas: Debianpaketet librsvg2-2",
        en: "is an SVG, and the library that reads them is missing: Debian's package librsvg2-2")
    }
  }

  private var fix: Message? {
    switch self {
    case .unknown, .uncommonJPEG:
      Message(
        sv: "spara bilden som PNG, vanlig JPEG eller SVG",
        en: "save the picture as PNG, ordinary JPEG or SVG")
    case .damaged, .cutOff:
      Message(sv: "hämta eller spara bilden på nytt", en: "fetch or save the picture again")
    case .tooLarge:
      Message(sv: "spara en mindre bild", en: "save a smaller picture")
    case .inCMYK:
      Message(sv: "spara bilden i RGB (sRGB)", en: "save the picture in RGB (sRGB)")
    case .text:
      Message(
        sv: "gör texten till banor i ritprogrammet",
        en: "turn the text into paths in the drawing program")
    case .filter:
      Message(
        sv: "ta bort filtret, eller spara bilden som PNG",
        en: "take the filter away, or save the picture as PNG")
    case .outside:
      Message(sv: "bädda in bilden i SVG-filen", en: "embed the picture in the SVG file")
    case .entities, .notDrawn:
      Message(sv: "spara den som vanlig SVG", en: "save it as plain SVG")
    case .libraryMissing:
      Message(sv: "installera librsvg2-2", en: "install librsvg2-2")
    case .noSize: nil
    }
  }

  /// What a file is that begins with some bytes, if it is a picture of another kind.
  private func kind(_ start: String) -> String? {
    if start.hasPrefix("GIF8") { return "GIF" }
    if start.hasPrefix("BM") { return "BMP" }
    if start.hasPrefix("II*") || start.hasPrefix("MM\0*") { return "TIFF" }
    if start.hasPrefix("RIFF") { return "WebP" }
    if start.hasPrefix("%PDF") { return "PDF" }
    if start.hasPrefix("%!PS") { return "EPS" }
    return nil
  }
}

extension String? {
  /// The text, or none.
  fileprivate var orNothing: String { self ?? "" }
}

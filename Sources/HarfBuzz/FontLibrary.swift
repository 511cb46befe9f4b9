public import Cairo
import CHarfBuzz
import Diagnostics
import Geometry
public import Typography

/// The fonts that a document uses, opened from the files that a manifest names.
///
/// A face is opened when a style first asks for it, so that a manifest may list many. Fonts stay
/// open for the library's life. One library per task: HarfBuzz and Cairo keep state behind it.
@safe
public final class FontLibrary {
  /// The fonts that may be opened.
  public let manifest: FontManifest
  /// The language that words are shaped in, as BCP 47.
  public let language: String

  private var faces: [FontFace: OpenFace] = [:]
  private var fonts: [OpenFont] = []
  private var requests: [FontRequest] = []
  private var numbers: [FontRequest: FontID] = [:]

  /// A library over the fonts of a manifest.
  public init(manifest: FontManifest, language: String = "sv") {
    self.manifest = manifest
    self.language = language
  }

  /// Opens a font, or finds the one already open for the same request.
  ///
  /// - Throws: `ShapingError` when the manifest has no such family, weight or italic, when the file
  ///   is not there or is no static font, or when a feature is not written as one.
  public func font(for request: FontRequest) throws(ShapingError) -> FontID {
    if let number = numbers[request] { return number }
    let (family, face) = try find(request)
    var features: [hb_feature_t] = []
    for text in request.features + (request.tracking == .zero ? [] : Self.unjoined) {
      var feature = hb_feature_t()
      let length = Int32(truncatingIfNeeded: text.utf8.count)
      guard unsafe hb_feature_from_string(text, length, &feature) != 0 else {
        throw ShapingError(code: .fontFeatureUnknown, message: .unreadableFeature(text))
      }
      features.append(feature)
    }
    let opened = try open(face, of: family)
    let number = FontID(index: Int32(fonts.count))
    fonts.append(
      OpenFont(face: opened, request: request, path: face.path, features: features))
    requests.append(request)
    numbers[request] = number
    return number
  }

  /// What an open font was asked for as.
  public func request(of font: FontID) -> FontRequest { requests[Int(font.index)] }

  /// The features of spaced letters: none of them are joined.
  private static let unjoined = ["liga=0", "clig=0", "dlig=0"]

  /// Looks whether the manifest lists a font, without opening it.
  ///
  /// - Throws: `ShapingError` when the manifest has no such family, weight or italic.
  public func look(for request: FontRequest) throws(ShapingError) { _ = try find(request) }

  /// The measures of an open font.
  public func metrics(of font: FontID) -> FontMetrics { fonts[Int(font.index)].metrics }

  /// The file that an open font's face comes from.
  public func path(of font: FontID) -> String { fonts[Int(font.index)].path }

  /// Whether the letters of an open font stand so far apart that readers of text might take each
  /// for a word of its own.
  public func isSpacedOut(_ font: FontID) -> Bool { fonts[Int(font.index)].isSpacedOut }

  /// An open font, to draw with.
  public subscript(font: FontID) -> ScaledFont { fonts[Int(font.index)].drawing }

  /// An open font, to shape with.
  func opened(_ font: FontID) -> OpenFont { fonts[Int(font.index)] }

  /// The face that a request asks for, exactly.
  private func find(
    _ request: FontRequest
  ) throws(ShapingError) -> (FontManifest.Family, FontFace) {
    guard let family = manifest[request.family] else {
      let known = manifest.families.map(\.name)
      throw ShapingError(code: .fontMissing, message: .unknownFamily(request.family, known: known))
    }
    for face in family.faces
    where face.weight == request.weight && face.isItalic == request.isItalic {
      return (family, face)
    }
    throw ShapingError(code: .fontMissing, message: .unknownFace(request, of: family))
  }

  private func open(
    _ face: FontFace, of family: FontManifest.Family
  ) throws(ShapingError) -> OpenFace {
    if let open = faces[face] { return open }
    do throws(OpenFace.Failure) {
      let open = try OpenFace(path: face.path)
      faces[face] = open
      return open
    } catch {
      switch error {
      case .missing:
        throw ShapingError(code: .fontMissing, message: .missingFile(face, of: family))
      case .notOrdinary:
        throw ShapingError(code: .fontUnreadable, message: .notOrdinaryFile(face))
      case .unusable:
        throw ShapingError(code: .fontUnreadable, message: .unusableFile(face))
      case .variable:
        throw ShapingError(code: .fontUnreadable, message: .variableFont(face))
      }
    }
  }
}

@available(
  *, unavailable, message: "a library opens fonts as it is asked, for one thread at a time"
)
extension FontLibrary: @unchecked Sendable {}

extension Message {
  fileprivate static func unreadableFeature(_ text: String) -> Message {
    Message(
      sv: "typsnittsegenskapen '\(text)' går inte att läsa: skriv som 'tnum' eller 'liga=0'",
      en: "the font feature '\(text)' cannot be read: write it like 'tnum' or 'liga=0'")
  }

  fileprivate static func unknownFamily(_ name: String, known: [String]) -> Message {
    let list = known.joined(separator: ", ")
    return Message(
      sv: "typsnittet '\(name)' finns inte i fonts/fonts.yaml, där det finns \(list)",
      en: "the font '\(name)' is not in fonts/fonts.yaml, which lists \(list)")
  }

  fileprivate static func unknownFace(
    _ request: FontRequest, of family: FontManifest.Family
  ) -> Message {
    let weights = family.weights(isItalic: request.isItalic).map(String.init)
    let package = family.package
    let swedish = weights.isEmpty ? "ingen" : "vikterna " + weights.joined(separator: ", ")
    let english = weights.isEmpty ? "none" : "the weights " + weights.joined(separator: ", ")
    return Message(
      sv: "typsnittet '\(family.name)' har ingen \(request.isItalic ? "kursiv" : "rak") med vikt "
        + "\(request.weight) i fonts/fonts.yaml, bara \(swedish)"
        + (package.map { " (paketet \($0))" } ?? ""),
      en: "the font '\(family.name)' has no \(request.isItalic ? "italic" : "upright") of weight "
        + "\(request.weight) in fonts/fonts.yaml, only \(english)"
        + (package.map { " (package \($0))" } ?? ""))
  }

  fileprivate static func missingFile(
    _ face: FontFace, of family: FontManifest.Family
  ) -> Message {
    guard let package = family.package else {
      return Message(
        sv: "typsnittet '\(family.name)' saknar sin fil '\(face.path)': lägg dit den eller rätta "
          + "fonts/fonts.yaml",
        en: "the font '\(family.name)' lacks its file '\(face.path)': put it there or correct "
          + "fonts/fonts.yaml")
    }
    return Message(
      sv: "typsnittet '\(family.name)' saknar sin fil '\(face.path)': installera Debianpaketet "
        + package,
      en: "the font '\(family.name)' lacks its file '\(face.path)': install the Debian package "
        + package)
  }

  fileprivate static func notOrdinaryFile(_ face: FontFace) -> Message {
    Message(
      sv: "'\(face.path)' är en mapp, en enhet eller ett rör; väntade en typsnittsfil",
      en: "'\(face.path)' is a folder, a device or a pipe; expected a font file")
  }

  fileprivate static func unusableFile(_ face: FontFace) -> Message {
    Message(
      sv: "'\(face.path)' är ingen typsnittsfil med ett snitt i TrueType eller OpenType",
      en: "'\(face.path)' is no font file of one TrueType or OpenType face")
  }

  fileprivate static func variableFont(_ face: FontFace) -> Message {
    Message(
      sv: "'\(face.path)' är ett variabelt typsnitt: använd en fil för varje vikt i stället",
      en: "'\(face.path)' is a variable font: use one file for each weight instead")
  }
}

import Diagnostics
import Input
import Typography

extension FontManifest {
  /// Reads `fonts.yaml`; relative paths in it start from its folder.
  static func read(_ value: Value, folder: String) -> (FontManifest?, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var families: [Family] = []
    for entry in value["families"]?.list ?? [] {
      guard let name = text(entry, "family", &diagnostics) else { continue }
      let place = entry["folder"]?.scalar?.text ?? ""
      let base = place.hasPrefix("/") ? place : place.isEmpty ? folder : folder + "/" + place
      var faces: [FontFace] = []
      for face in entry["faces"]?.list ?? [] {
        guard let weight = text(face, "weight", &diagnostics),
          let file = text(face, "file", &diagnostics)
        else { continue }
        guard let number = Int(weight), (100...900).contains(number) else {
          diagnostics.append(.weight(weight, at: face["weight"]?.place ?? face.place))
          continue
        }
        faces.append(
          FontFace(
            family: name, weight: number, isItalic: face["italic"]?.scalar?.text == "true",
            path: file.hasPrefix("/") ? file : base + "/" + file))
      }
      families.append(Family(name: name, package: entry["package"]?.scalar?.text, faces: faces))
    }
    if families.isEmpty, diagnostics.isEmpty { diagnostics.append(.noFamilies(at: value.place)) }
    return (FontManifest(families: families), diagnostics)
  }

  private static func text(
    _ value: Value, _ key: String, _ diagnostics: inout [Diagnostic]
  ) -> String? {
    if let text = value[key]?.scalar?.text, !text.isEmpty { return text }
    diagnostics.append(.missing(key, at: value.place))
    return nil
  }
}

extension Diagnostic {
  fileprivate static func missing(_ key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .missingKey,
      Message(sv: "nyckeln '\(key)' saknas", en: "the key '\(key)' is missing"), at: place)
  }

  fileprivate static func weight(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongType,
      Message(
        sv: "'\(text)' är ingen vikt; väntade ett tal från 100 till 900",
        en: "'\(text)' is no weight; expected a number from 100 to 900"), at: place)
  }

  fileprivate static func noFamilies(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .missingKey,
      Message(
        sv: "listan 'families' saknas: inga teckensnitt är namngivna",
        en: "the list 'families' is missing: no fonts are named"), at: place)
  }
}

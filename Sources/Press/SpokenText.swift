import Diagnostics
import Input
import Manuscript
import Swedish

extension Document {
  /// Says how abbreviations and signs are read out: the usual ones, and those of the plan.
  mutating func addReadings(own abbreviations: [(short: String, long: String)]) {
    let finder = ReadingFinder(language: metadata.language, abbreviations: abbreviations)
    changeTexts { text in
      for reading in finder.readings(in: text.text) {
        switch reading.form {
        case .expansion(let long): text.setReading(of: reading.range, expansion: long)
        case .words(let words): text.setReading(of: reading.range, spoken: words)
        }
      }
    }
  }
}

/// The abbreviations that a plan explains, `förkortningar: {VO: verksamhetsområde}`, and what is
/// wrong with them.
func ownAbbreviations(
  of plan: Value
) -> ([(short: String, long: String)], [Diagnostic]) {
  var found: [(short: String, long: String)] = []
  var diagnostics: [Diagnostic] = []
  for entry in plan["förkortningar"]?.map?.entries ?? [] {
    guard let long = entry.value.scalar?.text, !long.isEmpty else { continue }
    if ReadingFinder.canFind(entry.key) {
      found.append((entry.key, long))
    } else {
      diagnostics.append(.cannotFind(entry.key, at: entry.keyPlace))
    }
  }
  return (found, diagnostics)
}

extension Diagnostic {
  fileprivate static func cannotFind(_ short: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, .abbreviationNotFound,
      Message(
        sv: "'\(short)' kan inte kännas igen som förkortning i texten: en förkortning är ett ord "
          + "av bokstäver, siffror, punkter och bindestreck",
        en: "'\(short)' cannot be found as an abbreviation in the text: an abbreviation is one "
          + "word of letters, digits, points and hyphens"), at: place)
  }
}

public import Diagnostics

extension Hyphenator {
  /// What is wrong with a word that a user has divided, `riks-dags-val`; nil where nothing is.
  ///
  /// It has letters and hyphens between them, and nothing else; U+00AD counts as a hyphen.
  public static func fault(ofException entry: String) -> Message? {
    var letters = 0
    var isAfterHyphen = false
    for scalar in entry.unicodeScalars {
      if scalar == "-" || scalar == "\u{AD}" {
        if letters == 0 || isAfterHyphen { return .looseHyphen(entry) }
        isAfterHyphen = true
      } else if LetterRun.Letter(scalar) != nil {
        letters += 1
        isAfterHyphen = false
      } else if scalar == " " || scalar == "\u{A0}" {
        return .severalWords(entry)
      } else {
        return .noLetter(String(scalar), in: entry)
      }
    }
    if letters == 0 { return .noLetters }
    if isAfterHyphen { return .looseHyphen(entry) }
    return letters > longestWord ? .tooLong(longestWord) : nil
  }

  /// What is wrong with a name that is never divided; nil where nothing is.
  public static func fault(ofName name: String) -> Message? {
    name.unicodeScalars.contains { LetterRun.Letter($0) != nil } ? nil : .noLetters
  }
}

extension Message {
  fileprivate static let noLetters = Message(
    sv: "det står inga bokstäver här, så inget ord kan menas",
    en: "there are no letters here, so no word can be meant")

  fileprivate static func looseHyphen(_ entry: String) -> Message {
    Message(
      sv: "'\(entry)' har ett bindestreck som inte står mellan två bokstäver",
      en: "'\(entry)' has a hyphen that does not stand between two letters")
  }

  fileprivate static func severalWords(_ entry: String) -> Message {
    Message(
      sv: "'\(entry)' är flera ord; varje ord avstavas för sig",
      en: "'\(entry)' is several words; each word is divided on its own")
  }

  fileprivate static func noLetter(_ character: String, in entry: String) -> Message {
    Message(
      sv: "'\(character)' i '\(entry)' är ingen bokstav; ett avstavat ord skrivs som riks-dags-val",
      en: "'\(character)' in '\(entry)' is no letter; a divided word is written as riks-dags-val")
  }

  fileprivate static func tooLong(_ most: Int) -> Message {
    Message(
      sv: "ordet har fler än \(most) bokstäver, och så långa ord avstavas inte",
      en: "the word has more than \(most) letters, and words so long are not divided")
  }
}

/// What stands between two runs of letters of a word, as far as it says whether they are words.
struct MarksBetween {
  /// Whether nothing does.
  private(set) var isEmpty = true
  /// Whether the letters before are part of a number or a foreign word: `A4`.
  private(set) var tiePrevious = false
  private var hasGap = false
  private var hasPoint = false
  private var hasColon = false
  private var endsTied = false

  /// Whether it is only full stops: an abbreviation or an address, `t.ex.`, `www.skr.se`.
  var makeOneName: Bool { hasPoint && !hasGap }
  /// Whether it is a colon before an ending: `SIP:ar`, `EU:s`.
  var tieBoth: Bool { hasColon && !hasGap }
  /// Whether the letters after are the ending of a number: `65åringar`, `2:a`.
  var tieNext: Bool { endsTied || tieBoth }

  /// Takes in the next character, which is no letter of Swedish.
  mutating func append(_ scalar: Unicode.Scalar) {
    endsTied = false
    switch scalar {
    case ".": hasPoint = true
    case ":": hasColon = true
    case "0"..."9": tie()
    default:
      if scalar.properties.isAlphabetic || scalar.properties.isGraphemeExtend {
        tie()
      } else {
        hasGap = true
      }
    }
    isEmpty = false
  }

  private mutating func tie() {
    endsTied = true
    if isEmpty { tiePrevious = true }
  }
}

import Diagnostics

/// What people type where a list's `- ` should stand, and YAML takes for the beginning of a text:
/// `– namn`, `• namn`, `-namn`, and indentation by hard spaces.
struct FalseDash {
  /// What is wrong with it.
  enum Fault {
    /// A space that is none to YAML stands in the indentation or after the dash.
    case hardSpace(Unicode.Scalar)
    /// Another sign than `-`.
    case otherSign(Unicode.Scalar)
    /// A dash with no space after it.
    case noSpace
  }

  /// The first thing that is wrong.
  let fault: Fault
  /// How many code points it marks, and how many stand before them.
  let marked: (before: Int, count: Int)
  /// How many code points the text begins with that should be blanks and dashes.
  let length: Int
  /// What should stand in place of all of them.
  let replacement: String
  /// Whether an item of a list was meant.
  let isItem: Bool

  /// Looks at a text's beginning; nil when it begins as text may.
  init?(_ text: String) {
    // Most texts begin with a letter.
    if let first = text.utf8.first, first < 0x80, first != 0x20, first != UInt8(ascii: "-") {
      return nil
    }
    let scalars = Array(text.unicodeScalars.prefix(Self.longest))
    let lead = scalars.prefix { $0.isHardSpace || $0 == " " }
    let hard = lead.firstIndex { $0.isHardSpace }
    let rest = scalars.dropFirst(lead.count)
    let blanks = String(repeating: " ", count: lead.count)
    let gap = rest.dropFirst().prefix { $0.isHardSpace || $0 == " " }
    let isDash = rest.first == "-"
    let isSign = isDash || rest.first.map { Self.signs.contains($0) } ?? false
    isItem = isSign && (isDash || !gap.isEmpty)
    if let hard {
      fault = .hardSpace(lead[hard])
      marked = (hard, lead.count - hard)
    } else if isDash, let space = gap.firstIndex(where: \.isHardSpace) {
      fault = .hardSpace(gap[space])
      marked = (space, 1)
    } else if isItem, !isDash {
      fault = .otherSign(rest[rest.startIndex])
      marked = (lead.count, 1)
    } else if isDash, gap.isEmpty {
      // -10 and --- are no items.
      guard let next = rest.dropFirst().first, next.properties.isAlphabetic else { return nil }
      fault = .noSpace
      marked = (lead.count, 1)
    } else {
      return nil
    }
    length = isItem ? lead.count + 1 + gap.count : lead.count
    replacement = isItem ? blanks + "- " : blanks
  }

  /// Beyond it no indentation goes.
  private static let longest = 100
  private static let signs: Set<Unicode.Scalar> = [
    "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}", "\u{2022}", "\u{B7}",
    "\u{25CF}", "\u{25AA}", "\u{F0B7}",
  ]

  /// The diagnostic for it, of a text that begins at a place.
  func diagnostic(at place: Place) -> Diagnostic {
    let column = Int(place.column) + marked.before
    return Diagnostic(
      .error, .falseDash, fault.message,
      at: Place(file: place.file, line: Int(place.line), column: column),
      endColumn: column + marked.count, fixes: [fix])
  }

  /// The change of the marked characters alone.
  private var fix: Diagnostic.Fix {
    switch fault {
    case .hardSpace:
      .init(
        Message(sv: "skriv vanliga mellanslag", en: "write ordinary spaces"),
        replacement: String(repeating: " ", count: marked.count))
    case .otherSign:
      .init(Message(sv: "skriv bindestreck, '-'", en: "write a hyphen, '-'"), replacement: "-")
    case .noSpace:
      .init(
        Message(sv: "skriv mellanslag efter strecket", en: "write a space after the dash"),
        replacement: "- ")
    }
  }
}

extension Unicode.Scalar {
  /// Whether it looks like a space and is none to YAML.
  fileprivate var isHardSpace: Bool {
    properties.isWhitespace && !isASCII || self == "\u{200B}" || self == "\u{2060}"
  }

  /// The number as people look it up.
  fileprivate var number: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(4 - digits.count, 0)) + digits
  }
}

extension FalseDash.Fault {
  fileprivate var message: Message {
    switch self {
    case .hardSpace(let space):
      let isNamed = space == "\u{A0}"
      return Message(
        sv:
          "\(isNamed ? "hårt mellanslag" : "osynligt tecken") (\(space.number)) bland de vanliga: "
          + "för YAML är det en bokstav",
        en:
          "\(isNamed ? "a no-break space" : "an invisible character") (\(space.number)) among the "
          + "ordinary spaces: to YAML it is a letter")
    case .otherSign(let sign):
      return Message(
        sv: "'\(sign)' (\(sign.number)) börjar ingen punkt i en lista: den börjar med bindestreck "
          + "och mellanslag, '- '",
        en: "'\(sign)' (\(sign.number)) begins no item of a list: an item begins with a hyphen and "
          + "a space, '- '")
    case .noSpace:
      return Message(
        sv: "efter '-' saknas ett mellanslag", en: "a space is missing after '-'")
    }
  }
}

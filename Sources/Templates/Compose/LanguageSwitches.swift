import Markdown

/// A tag at which a stretch of another language begins or ends: `<span lang="en">`, `</span>`.
enum LanguageSwitch: Hashable {
  case begins(String)
  case ends
}

/// The tags among some pieces that switch the language, by their index.
///
/// They come in pairs: a tag without its other half means nothing, and is told like any other HTML.
func languageSwitches(in pieces: [MarkdownInline]) -> [Int: LanguageSwitch] {
  var switches: [Int: LanguageSwitch] = [:]
  var open: [(index: Int, language: String)] = []
  for (index, piece) in pieces.enumerated() {
    guard case .html(let tag) = piece.kind else { continue }
    if let language = languageOpened(by: tag) {
      open.append((index, language))
    } else if isSpanEnd(tag), let start = open.popLast() {
      switches[start.index] = .begins(start.language)
      switches[index] = .ends
    }
  }
  return switches
}

/// The language that a tag names, as BCP 47; nil for any other tag.
private func languageOpened(by tag: String) -> String? {
  var rest = Substring(tag)
  guard rest.popPrefix("<span"), rest.popBlanks(), rest.popPrefix("lang") else { return nil }
  _ = rest.popBlanks()
  guard rest.popPrefix("=") else { return nil }
  _ = rest.popBlanks()
  guard let quote = rest.popFirst(), quote == "\"" || quote == "'" else { return nil }
  let language = rest.prefix { $0 != quote }
  rest = rest[language.endIndex...]
  guard rest.popFirst() == quote else { return nil }
  _ = rest.popBlanks()
  return rest == ">" && isLanguage(language) ? String(language) : nil
}

private func isSpanEnd(_ tag: String) -> Bool {
  var rest = Substring(tag)
  guard rest.popPrefix("</span") else { return false }
  _ = rest.popBlanks()
  return rest == ">"
}

/// Whether a word has the form of a language tag: `en`, `sme`, `en-GB`.
///
/// **Source**: A. Phillips, M. Davis, "Tags for Identifying Languages", RFC 5646, 2009, section 2.1:
/// subtags of one to eight letters and digits, of which the first, the language, is two or three
/// letters here.
private func isLanguage(_ word: Substring) -> Bool {
  let parts = word.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
  guard let first = parts.first, (2...3).contains(first.count), first.allSatisfy(isLetter) else {
    return false
  }
  return parts.dropFirst().allSatisfy { part in
    (1...8).contains(part.count)
      && part.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
  }
}

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

extension Substring {
  fileprivate mutating func popPrefix(_ prefix: String) -> Bool {
    guard self.prefix(prefix.count).lowercased() == prefix else { return false }
    removeFirst(prefix.count)
    return true
  }

  fileprivate mutating func popBlanks() -> Bool {
    let blanks = prefix { $0 == " " || $0 == "\t" || $0 == "\n" }
    guard !blanks.isEmpty else { return false }
    removeFirst(blanks.count)
    return true
  }
}

import Markdown

/// A tag at which a stretch of a text begins or ends that is set in a way of its own.
enum InlineTag: Hashable {
  /// `<span lang="en">`: words of another language.
  case language(String)
  /// `<sup>`: raised, in the font's own superior signs.
  case raised
  /// `</span>` or `</sup>`.
  case ends
}

/// The tags among some pieces that mean something, by their index.
///
/// They come in pairs: a tag without its other half means nothing, and is told like any other HTML.
func inlineTags(in pieces: [MarkdownInline]) -> [Int: InlineTag] {
  var tags: [Int: InlineTag] = [:]
  var open: [(index: Int, tag: InlineTag, name: String)] = []
  for (index, piece) in pieces.enumerated() {
    guard case .html(let tag) = piece.kind else { continue }
    if let language = languageOpened(by: tag) {
      open.append((index, .language(language), "span"))
    } else if isTag(tag, "<sup") {
      open.append((index, .raised, "sup"))
    } else if let start = open.last, isTag(tag, "</" + start.name) {
      open.removeLast()
      tags[start.index] = start.tag
      tags[index] = .ends
    }
  }
  return tags
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

/// Whether a tag is one without attributes that begins so: `</span`.
private func isTag(_ tag: String, _ beginning: String) -> Bool {
  var rest = Substring(tag)
  guard rest.popPrefix(beginning) else { return false }
  _ = rest.popBlanks()
  return rest == ">"
}

/// Whether a word has the form of a language tag: `en`, `sme`, `en-GB`.
///
/// **Source**: A. Phillips, M. Davis, "Tags for Identifying Languages", RFC 5646, 2009, section 2.1:
/// subtags of one to eight letters and digits, of which the first, the language, is two or three
/// letters here.
func isLanguage(_ word: Substring) -> Bool {
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

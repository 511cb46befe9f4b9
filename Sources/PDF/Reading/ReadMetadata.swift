/// What a file's metadata stream says, as far as we have to know.
///
/// XMP is XML of a fixed shape: a property is an element or an attribute of its name. That is all
/// that is looked for, so that a file needs no XML parser to be read.
struct ReadMetadata {
  /// The XML.
  let text: String

  /// The value of a property, such as `dc:title`; nil when it is not there.
  func property(_ name: String) -> String? {
    if let start = text.firstRange(of: "<\(name)>"), let end = text.firstRange(of: "</\(name)>"),
      start.upperBound <= end.lowerBound
    {
      return plain(String(text[start.upperBound..<end.lowerBound]))
    }
    for quote in ["\"", "'"] {
      guard let start = text.firstRange(of: " \(name)=\(quote)"),
        let end = text[start.upperBound...].firstIndex(of: Character(quote))
      else { continue }
      return plain(String(text[start.upperBound..<end]))
    }
    return nil
  }

  /// The characters of a piece of XML without its tags.
  private func plain(_ xml: String) -> String {
    var plain = ""
    var inTag = false
    var entity: String?
    // By code points: a mark that begins a text would make one character with the end of its tag.
    for character in xml.unicodeScalars {
      switch character {
      case "<": inTag = true
      case ">" where inTag: inTag = false
      case _ where inTag: break
      case "&": entity = ""
      case ";" where entity != nil:
        plain += decoded(entity ?? "")
        entity = nil
      default:
        if entity == nil {
          plain.unicodeScalars.append(character)
        } else {
          entity?.unicodeScalars.append(character)
        }
      }
    }
    return String(
      plain.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  private func decoded(_ entity: String) -> String {
    switch entity {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      let number =
        entity.hasPrefix("#x") ? UInt32(entity.dropFirst(2), radix: 16) : UInt32(entity.dropFirst())
      return number.flatMap(Unicode.Scalar.init).map(String.init) ?? ""
    }
  }
}

extension StringProtocol {
  /// Where a text stands first.
  fileprivate func firstRange(of pattern: String) -> Range<Index>? {
    utf8.firstRange(of: pattern.utf8)
  }
}

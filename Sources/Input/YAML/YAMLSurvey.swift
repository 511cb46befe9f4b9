import Diagnostics

/// What one pass over a YAML file's bytes tells before the parser may see them.
///
/// The counts are upper bounds: a bracket in prose counts as if it were YAML's. They guard what the
/// parser itself does not: it hashes keys with everything that aliases put into them, and frees
/// values that aliases put into one another, by recursion.
struct YAMLSurvey {
  /// How deep brackets are nested, counted anew after each empty line.
  private(set) var brackets = 0
  /// The offset of the deepest.
  private(set) var bracketsOffset = 0
  /// How deep lists and maps may be nested by indentation.
  private(set) var indentation = 0
  /// How many values there may be: lines with something on them, and commas in brackets.
  private(set) var values = 0
  /// How often something that looks like `&name` stands where YAML would read it.
  private(set) var anchors = 0
  /// How often something that looks like `*name` does.
  private(set) var aliases = 0
  /// The offset of the first alias, list or map that seems to be a key.
  private(set) var compoundKey: Int?
  /// The offset of the first character that no text may hold, and the character.
  private(set) var hidden: (offset: Int, scalar: Unicode.Scalar)?

  /// Surveys a source.
  init(_ bytes: [UInt8]) {
    var depth = 0
    /// Whether only blanks and list dashes have stood on the line.
    var isLead = true
    var lead = 0
    /// The line has nothing but blanks so far.
    var isBlank = true
    /// What stood before: a token may begin here.
    var mayBegin = true
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case 0x0A, 0x0D:
        if isBlank { depth = 0 } else { values += 1 }
        isLead = true
        isBlank = true
        lead = 0
        mayBegin = true
        offset += 1
        continue
      case UInt8(ascii: " "), 0x09:
        if isLead { lead += 1 }
        mayBegin = true
        offset += 1
        continue
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if mayBegin {
          depth += 1
          if depth > brackets { (brackets, bracketsOffset) = (depth, offset) }
        }
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth = max(depth - 1, 0)
        if anchors > 0, compoundKey == nil, Self.isColon(after: offset + 1, bytes) {
          compoundKey = offset
        }
      case UInt8(ascii: ","):
        if depth > 0 { values += 1 }
      case UInt8(ascii: "&"):
        if mayBegin, Self.nameEnd(after: offset, bytes) != nil { anchors += 1 }
      case UInt8(ascii: "*"):
        if mayBegin, let end = Self.nameEnd(after: offset, bytes) {
          aliases += 1
          if Self.isColon(after: end, bytes) { compoundKey = compoundKey ?? offset }
        }
      case UInt8(ascii: "?"):
        if mayBegin, anchors > 0, offset + 1 >= bytes.count || bytes[offset + 1].isYAMLSpace {
          compoundKey = compoundKey ?? offset
        }
      case ..<0x20, 0x7F...:
        if hidden == nil { hidden = Self.hidden(at: offset, bytes) }
      default: break
      }
      isBlank = false
      if isLead {
        let isMark = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "?")
        if isMark, offset + 1 < bytes.count, bytes[offset + 1].isYAMLSpace {
          lead += 1
        } else {
          isLead = false
        }
        // A list may stand at its key's own indentation: two levels for each column.
        indentation = max(indentation, 2 * (lead + 1))
      }
      mayBegin = byte.mayStandBeforeToken
      offset += 1
      // Within a word nothing begins.
      while offset < bytes.count, bytes[offset].isAnchorLetter {
        mayBegin = false
        offset += 1
      }
    }
  }

  /// Whether aliases could hide more in a key than a hash should walk through.
  var mayHideBombInKey: Bool { compoundKey != nil && aliases >= 16 }

  /// How deep the values may be nested when every alias is followed.
  func depthWithAliases(most: Int) -> Int {
    let (product, isTooLarge) = min(indentation + brackets, most).multipliedReportingOverflow(
      by: min(anchors, aliases) + 1)
    return isTooLarge ? .max : product
  }

  /// The end of the name of an anchor or alias whose sign is at an offset; nil when YAML would not
  /// take it for one.
  private static func nameEnd(after sign: Int, _ bytes: [UInt8]) -> Int? {
    var end = sign + 1
    while end < bytes.count, bytes[end].isAnchorLetter { end += 1 }
    guard end > sign + 1 else { return nil }
    guard end < bytes.count else { return end }
    return bytes[end].isYAMLSpace || "?:,]}%@`".utf8.contains(bytes[end]) ? end : nil
  }

  private static func isColon(after end: Int, _ bytes: [UInt8]) -> Bool {
    var offset = end
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
    return offset < bytes.count && bytes[offset] == UInt8(ascii: ":")
  }

  /// A control character, or one of the line breaks that editors do not show as such but YAML takes
  /// for one, whereupon every line number after it is another.
  private static func hidden(
    at offset: Int, _ bytes: [UInt8]
  ) -> (offset: Int, scalar: Unicode.Scalar)? {
    let byte = bytes[offset]
    if byte < 0x20 || byte == 0x7F { return (offset, Unicode.Scalar(byte)) }
    if byte == 0xC2, offset + 1 < bytes.count, bytes[offset + 1] < 0xA0 {
      return (offset, Unicode.Scalar(bytes[offset + 1]))
    }
    guard offset + 2 < bytes.count else { return nil }
    switch (byte, bytes[offset + 1], bytes[offset + 2]) {
    case (0xE2, 0x80, 0xA8): return (offset, "\u{2028}")
    case (0xE2, 0x80, 0xA9): return (offset, "\u{2029}")
    case (0xEF, 0xBB, 0xBF): return (offset, "\u{FEFF}")
    case (0xEF, 0xBF, 0xBE): return (offset, "\u{FFFE}")
    case (0xEF, 0xBF, 0xBF): return (offset, "\u{FFFF}")
    default: return nil
    }
  }
}

extension UInt8 {
  /// Whether it is a blank or ends a line.
  var isYAMLSpace: Bool { self == 0x20 || self == 0x09 || isLineBreak }

  /// Whether it ends a line.
  var isLineBreak: Bool { self == 0x0A || self == 0x0D }

  /// Whether something of YAML's may begin after it.
  fileprivate var mayStandBeforeToken: Bool {
    switch self {
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ":"): true
    default: false
    }
  }

  /// Whether it is a space or a tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }

  /// Whether it may stand in the name of an anchor.
  var isAnchorLetter: Bool {
    isDigit || (self | 0x20 >= 0x61 && self | 0x20 <= 0x7A) || self == 0x5F || self == 0x2D
  }
}

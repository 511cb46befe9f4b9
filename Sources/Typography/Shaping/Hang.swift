public import Geometry

/// How far the outer characters of a word may hang out of a line's edges.
///
/// A hyphen or a full stop at the edge leaves a dent in it, because it has so little ink; standing a
/// part of its width further out it lets the edge look straight.
///
/// Source: R. Schlicht, *The microtype package*, 2024, section "Micro-typography: protrusion", whose
/// figures for Latin text we follow in the large: a hyphen by half, points and commas by most of
/// their width, quotes and brackets by less. How we differ: letters do not hang.
public struct Hang: Hashable, Sendable {
  /// Of the first character, to the left.
  @Compact public var left: Length
  /// Of the last character, to the right.
  @Compact public var right: Length

  /// The hang of a word from its UTF-8 and its glyphs.
  init(of text: ArraySlice<UInt8>, glyphs: ArraySlice<ShapedGlyph>) {
    left = .zero
    right = .zero
    guard let first = glyphs.first, let last = glyphs.last else { return }
    left = Self.length(Self.leftPart(text), of: first)
    right = Self.length(Self.rightPart(text), of: last)
  }

  private static func length(_ part: Double, of glyph: ShapedGlyph) -> Length {
    part == 0 ? .zero : Length(units: Int(glyph.advance)).scaled(by: part)
  }

  private static func leftPart(_ text: ArraySlice<UInt8>) -> Double {
    guard let byte = text.first else { return 0 }
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["): return 0.1
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return 0.4
    case 0xE2 where text.starts(with: "”".utf8) || text.starts(with: "’".utf8): return 0.4
    case 0xE2 where text.starts(with: "–".utf8): return 0.2
    default: return 0
    }
  }

  private static func rightPart(_ text: ArraySlice<UInt8>) -> Double {
    guard let byte = text.last else { return 0 }
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","): return 0.7
    case UInt8(ascii: "-"): return 0.5
    case UInt8(ascii: ":"), UInt8(ascii: ";"): return 0.5
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return 0.2
    case UInt8(ascii: ")"), UInt8(ascii: "]"): return 0.1
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return 0.4
    case 0xAD where text.suffix(2).elementsEqual("\u{AD}".utf8): return 0.5
    case 0x9D where text.suffix(3).elementsEqual("”".utf8): return 0.4
    case 0x99 where text.suffix(3).elementsEqual("’".utf8): return 0.4
    case 0x93 where text.suffix(3).elementsEqual("–".utf8): return 0.2
    default: return 0
    }
  }
}

import Cairo
import Geometry
import Typography

/// The words of a table nearly in the form that a canvas takes: glyphs in their distances from the
/// word's beginning, and the characters that each cluster of them stands for.
///
/// A word's picture is made when it is first met: a table that many documents share has the words of
/// all of them.
struct WordPictures {
  /// A glyph in its word, in half the room of a `PositionedGlyph`.
  struct Glyph {
    /// The glyph's number in its font.
    var index: UInt32
    /// How far it is from the word's beginning, in units of `Length`.
    var x: Int32
    /// How far it is below the baseline, in units of `Length`.
    var y: Int32
  }

  /// A word.
  struct Picture {
    /// Its glyphs.
    var glyphs: Range<Int>
    /// Its clusters.
    var clusters: Range<Int>
    /// Its characters.
    var text: Range<Int>
    /// Its width in points.
    var width: Double

    /// What stands for a picture that has not been made.
    static let unmade = Picture(glyphs: 0..<0, clusters: 0..<0, text: 0..<0, width: .nan)
  }

  /// The glyph that a font shows for a space.
  private struct Space {
    var font: FontID
    var character: Unicode.Scalar
    var picture: Picture
  }

  /// The glyphs of the words that have been met.
  private(set) var glyphs: [Glyph] = []
  /// Their clusters.
  private(set) var clusters: [TextCluster] = []
  /// Their characters.
  private(set) var text: [UInt8] = []

  private let table: WordTable
  private let isSpacedOut: (FontID) -> Bool
  private var pictures: [Picture]
  private var spaces: [Space] = []

  /// The pictures of a table's words.
  ///
  /// - Parameters:
  ///   - table: the words.
  ///   - isSpacedOut: whether the letters of a font stand so far apart that readers of the file would
  ///     take each for a word; a word of such a font is one cluster, so that the file says its text.
  init(of table: WordTable, isSpacedOut: @escaping (FontID) -> Bool) {
    self.table = table
    self.isSpacedOut = isSpacedOut
    pictures = Array(repeating: .unmade, count: table.words.count)
    // Room that is not filled costs nothing.
    glyphs.reserveCapacity(table.glyphs.count + roomForSpaces)
    clusters.reserveCapacity(table.glyphs.count + roomForSpaces)
    text.reserveCapacity(table.text.count + roomForSpaces)
  }

  /// The picture of a word of the table.
  mutating func picture(of word: WordID) -> Picture {
    let index = Int(word.index)
    let known = pictures[index]
    guard known.width.isNaN else { return known }
    let picture = add(table.words[index], glyphs: table.glyphs, text: table.text)
    pictures[index] = picture
    return picture
  }

  /// The picture of a space in a font, shaped now if it has not been met before.
  mutating func space(_ character: Unicode.Scalar, in font: FontID) -> Picture {
    for space in spaces where space.font == font && space.character == character {
      return space.picture
    }
    let id = table.word(String(Character(character)), in: font)
    let picture = add(table.words[Int(id.index)], glyphs: table.glyphs, text: table.text)
    spaces.append(Space(font: font, character: character, picture: picture))
    return picture
  }

  /// The glyph of a space's picture; nil when its font has none, which shaping has reported.
  func glyph(of space: Picture) -> UInt? {
    space.glyphs.count == 1 ? UInt(glyphs[space.glyphs.lowerBound].index) : nil
  }

  private mutating func add(
    _ word: WordTable.Word, glyphs shaped: [ShapedGlyph], text bytes: [UInt8]
  ) -> Picture {
    let firsts = (glyphs.count, clusters.count, text.count)
    var pen = 0
    var index = word.glyphs.lowerBound
    while index < word.glyphs.upperBound {
      let start = shaped[index].cluster
      var count: Int32 = 0
      repeat {
        let glyph = shaped[index]
        glyphs.append(
          Glyph(index: glyph.glyph, x: Int32(pen) + glyph.xOffset, y: glyph.yOffset))
        pen += Int(glyph.advance)
        count += 1
        index += 1
      } while index < word.glyphs.upperBound && shaped[index].cluster == start
      let end =
        index < word.glyphs.upperBound
        ? word.text.lowerBound + Int(shaped[index].cluster) : word.text.upperBound
      addCluster(of: bytes[word.text.lowerBound + Int(start)..<end], glyphs: count)
    }
    if clusters.count > firsts.1 + 1, isSpacedOut(word.font) { joinClusters(from: firsts.1) }
    return Picture(
      glyphs: firsts.0..<glyphs.count, clusters: firsts.1..<clusters.count,
      text: firsts.2..<text.count, width: Length(units: pen).points)
  }

  /// Makes one cluster of the last ones.
  private mutating func joinClusters(from first: Int) {
    var whole = TextCluster(bytes: 0, glyphs: 0)
    for cluster in clusters[first...] {
      whole.bytes += cluster.bytes
      whole.glyphs += cluster.glyphs
    }
    clusters.replaceSubrange(first..., with: CollectionOfOne(whole))
  }

  /// Adds a cluster's characters.
  ///
  /// A soft hyphen that no line ends at has no glyph of its own, and no place in the text that is
  /// read out.
  private mutating func addCluster(of bytes: ArraySlice<UInt8>, glyphs count: Int32) {
    let before = text.count
    var index = bytes.startIndex
    while index < bytes.endIndex {
      if bytes.count > softHyphen.count, bytes[index...].starts(with: softHyphen) {
        index += softHyphen.count
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    clusters.append(TextCluster(bytes: Int32(text.count - before), glyphs: count))
  }
}

/// Spaces are met after the words: without room for them all would be moved for the first one.
private let roomForSpaces = 256

/// U+00AD.
private let softHyphen: [UInt8] = [0xC2, 0xAD]

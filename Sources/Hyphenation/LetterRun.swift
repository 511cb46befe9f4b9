/// Letters of a word that stand together between its written hyphens and other marks.
struct LetterRun {
  /// The letters, small and in ISO 8859-1.
  var letters: [UInt8] = []
  /// Where each letter begins in the word's UTF-8.
  var offsets: [Int] = []
  /// Whether the run is a word that may be divided at all: no initialism (`EU`, `SKR:s`), no name
  /// written with capitals inside it, and no digit beside it.
  var isWord = true

  /// Whether it begins with a capital, as a name does.
  var isCapitalised: Bool { firstIsCapital }

  private var capitals = 0
  private var firstIsCapital = false

  /// Makes it empty.
  mutating func clear() {
    letters.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    isWord = true
    capitals = 0
    firstIsCapital = false
  }

  /// Takes in a letter that begins at an offset.
  mutating func append(_ letter: Letter, at offset: Int) {
    if letter.isCapital {
      capitals += 1
      // A capital is the first letter or makes it no word of the dictionary's.
      if letters.isEmpty { firstIsCapital = true } else { isWord = false }
    }
    letters.append(letter.small)
    offsets.append(offset)
  }

  /// A letter that a run may hold.
  struct Letter {
    /// The letter, small and in ISO 8859-1; for a letter outside it, the one it is a form of.
    var small: UInt8
    /// Whether it was written as a capital.
    var isCapital: Bool

    /// The letter of a character; nil when it is none, or none that Swedish patterns know.
    @inline(__always)
    init?(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x61...0x7A: self.init(small: UInt8(scalar.value), isCapital: false)
      case 0x41...0x5A: self.init(small: UInt8(scalar.value) + 0x20, isCapital: true)
      case 0xDF...0xF6, 0xF8...0xFF: self.init(small: UInt8(scalar.value), isCapital: false)
      case 0xC0...0xD6, 0xD8...0xDE: self.init(small: UInt8(scalar.value) + 0x20, isCapital: true)
      default:
        // The Sami letters stand in Swedish text in names of places and people.
        guard let base = Self.bases[scalar] else { return nil }
        let isCapital = scalar.properties.isUppercase
        self.init(small: base, isCapital: isCapital)
      }
    }

    private init(small: UInt8, isCapital: Bool) {
      self.small = small
      self.isCapital = isCapital
    }

    private static let bases: [Unicode.Scalar: UInt8] = [
      "č": 0x63, "Č": 0x63, "đ": 0x64, "Đ": 0x64, "ŋ": 0x6E, "Ŋ": 0x6E, "š": 0x73, "Š": 0x73,
      "ŧ": 0x74, "Ŧ": 0x74, "ž": 0x7A, "Ž": 0x7A,
    ]
  }
}

/// A source file, as a number that a `SourceSet` gave out.
@frozen
public struct FileID: Hashable, Sendable {
  /// The file's index in its `SourceSet`.
  public var index: Int32

  /// A file from its index.
  @inlinable public init(index: Int32) { self.index = index }

  /// No file: something that the program made itself.
  @inlinable public static var none: FileID { FileID(index: -1) }
}

/// A place in a source file: line and column from 1, columns counted in Unicode code points.
///
/// Small and trivial to copy, so that every value, text and box can carry one.
@frozen
public struct Place: Hashable, Sendable {
  /// The file.
  public var file: FileID
  /// The line, from 1; 0 means the file as a whole.
  public var line: Int32
  /// The column, from 1, in Unicode code points.
  public var column: Int32

  /// A place from its parts.
  @inlinable public init(file: FileID, line: Int, column: Int) {
    self.file = file
    self.line = Int32(truncatingIfNeeded: line)
    self.column = Int32(truncatingIfNeeded: column)
  }

  /// No place at all.
  @inlinable public static var none: Place { Place(file: .none, line: 0, column: 0) }
}

extension Place: Comparable {
  /// Order in the files: by file, line, column.
  public static func < (a: Place, b: Place) -> Bool {
    (a.file.index, a.line, a.column) < (b.file.index, b.line, b.column)
  }
}

/// Where the characters of a text came from: the start, and each point where the text stops
/// running along with its source.
public struct PlaceMap: Hashable, Sendable {
  /// A point from which on the text's characters stand at another place of the source.
  public struct Turn: Hashable, Sendable {
    /// Offset in the text, in UTF-8 bytes.
    public var offset: Int
    /// The place of the character at the offset.
    public var place: Place

    /// A turn at an offset.
    public init(offset: Int, place: Place) {
      self.offset = offset
      self.place = place
    }
  }

  /// The place of the text's first character.
  public var start: Place
  /// Later turns, ascending by offset; empty for a text on one line of the source.
  public var turns: [Turn]

  /// A map from its start and its turns.
  public init(start: Place, turns: [Turn] = []) {
    self.start = start
    self.turns = turns
  }

  /// The map of a text that the program made itself.
  public static var none: PlaceMap { PlaceMap(start: .none) }

  /// The place of the character at a UTF-8 offset of the text.
  public func place(at offset: Int, in text: String) -> Place {
    let base = turn(before: offset)
    let utf8 = text.utf8
    let from = utf8.index(utf8.startIndex, offsetBy: min(base.offset, utf8.count))
    let to = utf8.index(utf8.startIndex, offsetBy: min(max(offset, base.offset), utf8.count))
    let columns = text.unicodeScalars.distance(from: from, to: to)
    return Place(
      file: base.place.file, line: Int(base.place.line), column: Int(base.place.column) + columns)
  }

  /// The same for one of many offsets of a long text.
  public func place(at offset: Int, in text: CodePointIndex) -> Place {
    let base = turn(before: offset)
    let columns = text.count(before: max(offset, base.offset)) - text.count(before: base.offset)
    return Place(
      file: base.place.file, line: Int(base.place.line), column: Int(base.place.column) + columns)
  }

  /// The last turn that is not after an offset, or the start.
  private func turn(before offset: Int) -> Turn {
    // A long prose field has a turn for every line: halve, do not walk.
    var low = 0
    var high = turns.count
    while low < high {
      let middle = (low + high) / 2
      if turns[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? Turn(offset: 0, place: start) : turns[low - 1]
  }
}

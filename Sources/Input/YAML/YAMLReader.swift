import Diagnostics
import Yams

/// Turns the parser's nodes into values, and looks into the source for what YAML swallowed.
struct YAMLReader {
  /// Thrown when there is no use in going on; why has been reported.
  struct Stop: Error {}

  /// What an anchor was read as.
  private struct Anchored {
    var value: Value
    /// How many values are in it, itself counted, with all that aliases repeat.
    var count: Int
    /// How many levels are in it.
    var height: Int
    var uses = 0
    /// For a scalar, the source of the anchor and the text after it.
    var source: Range<Int>?
  }

  /// How much is read.
  let limits: ReadingLimits
  /// The source, read forwards.
  var cursor: SourceCursor
  /// What has been found.
  private(set) var diagnostics: [Diagnostic] = []
  /// The source of the plain scalar that was read last, if it was one and stands on one line.
  var plain: Range<Int>?
  /// The source of the anchor that was read last, if it is all that is left of its value.
  var emptyAnchor: Range<Int>?
  /// How deep the values go that were read since it was last set back.
  private var deepest = 0
  private var count = 0
  private var anchored: [Place: Anchored] = [:]

  /// After so many faults the rest of the file is not read.
  private static let mostFaults = 100

  /// A reader of a source.
  init(_ lines: SourceLines, file: FileID, limits: ReadingLimits) {
    self.limits = limits
    cursor = SourceCursor(lines, file: file)
  }

  /// The source in UTF-8.
  var bytes: [UInt8] { cursor.lines.bytes }

  /// Reads the whole; nil when it was not read to its end.
  mutating func readDocument(_ root: Node) -> Value? {
    do throws(Stop) {
      let value = try read(root, depth: 1)
      reportSwallowedAnchors()
      return value
    } catch {
      return nil
    }
  }

  /// Reads a node and all that is in it.
  mutating func read(_ node: Node, depth: Int) throws(Stop) -> Value {
    let place = place(of: node)
    let isAnchored = node.anchor != nil
    if isAnchored, let known = anchored[place] {
      anchored[place]?.uses += 1
      plain = nil
      try count(known.count, depth: depth + known.height, at: place)
      return known.value
    }

    let countBefore = count
    let deepestBefore = deepest
    deepest = depth
    try count(1, depth: depth, at: place)
    plain = nil
    emptyAnchor = nil
    let start = cursor.offset(line: Int(place.line), column: Int(place.column))
    let value: Value
    switch node {
    case .scalar(let scalar): value = readScalar(scalar, from: start, at: place)
    case .sequence(let sequence):
      refuseTag(of: node, from: start, at: place)
      value = try readList(sequence, from: start, depth: depth, at: place)
    case .mapping(let mapping):
      refuseTag(of: node, from: start, at: place)
      value = try readMap(mapping, from: start, depth: depth, at: place)
    case .alias:
      // The parser puts the anchor's node in the place of each alias.
      preconditionFailure("an alias was left in the parser's nodes")
    }
    if isAnchored {
      var source: Range<Int>?
      switch value.content {
      case .scalar(let scalar):
        if let plain {
          source = start..<plain.upperBound
        } else if scalar.style == .quoted {
          source = start..<writtenEnd(from: start)
        }
      case .null: source = emptyAnchor
      case .list, .map: break
      }
      anchored[place] = Anchored(
        value: value, count: count - countBefore, height: deepest - depth, source: source)
    }
    deepest = max(deepest, deepestBefore)
    return value
  }

  /// Where the parser says that a node begins.
  func place(of node: Node) -> Place {
    Place(file: cursor.file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  private mutating func readList(
    _ sequence: Node.Sequence, from start: Int, depth: Int, at place: Place
  ) throws(Stop) -> Value {
    let isFlow = start < bytes.count && bytes[contentStart(from: start)] == UInt8(ascii: "[")
    var items: [Value] = []
    items.reserveCapacity(sequence.count)
    var before: Range<Int>?
    var isCommaTold = false
    for node in sequence {
      items.append(try read(node, depth: depth + 1))
      if isFlow, !isCommaTold, let before, let plain, isDecimalComma(between: before, and: plain) {
        isCommaTold = true
        let text = textRange(before.lowerBound..<plain.upperBound)
        report(.decimalComma(text, isInList: true))
      }
      before = plain
    }
    plain = nil
    return Value(.list(items), at: place)
  }

  /// Counts values in, and stops when they are too many or too deep.
  private mutating func count(_ more: Int, depth: Int, at place: Place) throws(Stop) {
    deepest = max(deepest, depth)
    let (sum, isTooLarge) = count.addingReportingOverflow(more)
    guard !isTooLarge, sum <= limits.values else {
      let isByAlias = anchored.values.contains { $0.uses > 0 }
      diagnostics.append(
        isByAlias ? .aliasBomb(limits.values, at: place) : .tooMany(limits.values, at: place))
      throw Stop()
    }
    count = sum
    guard depth <= limits.nesting else {
      diagnostics.append(.tooDeep(limits.nesting, at: place))
      throw Stop()
    }
    guard diagnostics.count < Self.mostFaults else { throw Stop() }
  }

  /// Adds a finding.
  mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// The offset after the anchor and the tag that a node may begin with.
  func contentStart(from start: Int) -> Int {
    var offset = start
    while offset < bytes.count, "&!".utf8.contains(bytes[offset]) {
      while offset < bytes.count, !bytes[offset].isYAMLSpace { offset += 1 }
      while offset < bytes.count, bytes[offset].isYAMLSpace { offset += 1 }
    }
    return min(offset, max(bytes.count - 1, 0))
  }

  /// An anchor that no alias uses was text: `&Co AB`.
  private mutating func reportSwallowedAnchors() {
    let unused = anchored.values.filter { $0.uses == 0 }.compactMap(\.source)
    for source in unused.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      report(.swallowed(textRange(source), begins: "&"))
    }
  }

  private mutating func refuseTag(of node: Node, from start: Int, at place: Place) {
    guard start < bytes.count, "&!".utf8.contains(bytes[start]) else { return }
    let tag = node.tag.description
    // A block map's place is its first key's, and so is that key's tag.
    guard !tag.hasPrefix("tag:yaml.org,2002:") else { return }
    report(.unreadTag(tag, at: place))
  }
}

extension YAMLReader {
  /// A piece of the source, cut at the end of its first line.
  mutating func textRange(_ range: Range<Int>) -> TextRange {
    let place = cursor.place(at: range.lowerBound)
    let lineEnd = cursor.lines.bounds(ofLine: Int(place.line)).upperBound
    let range = range.lowerBound..<max(min(range.upperBound, lineEnd), range.lowerBound)
    return TextRange(
      place: place, endColumn: Int(place.column) + cursor.lines.codePoints(in: range),
      text: cursor.lines.text(in: range))
  }

  /// The end of what is written on the line that an offset is in, but for blanks and a comment.
  func writtenEnd(from start: Int) -> Int {
    let limit = cursor.lines.bounds(ofLine: cursor.lines.line(at: start)).upperBound
    return LineParts.writtenEnd(from: start, to: max(limit, start), bytes)
  }
}

import Diagnostics
import YAML

/// Turns the parser's nodes into values, in the order in which they begin, and looks into the source
/// for what YAML swallowed.
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

  /// The parser's nodes.
  let nodes: [YAMLNode]
  /// The index of the node to read next.
  var next = 0
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
  private var anchored: [Int: Anchored] = [:]

  /// After so many faults the rest of the file is not read.
  private static let mostFaults = 100

  /// A reader of a document, with the source that it was parsed from.
  init(_ document: YAMLDocument, of lines: SourceLines, file: FileID, limits: ReadingLimits) {
    nodes = document.nodes
    self.limits = limits
    cursor = SourceCursor(lines, file: file)
  }

  /// The source in UTF-8.
  var bytes: [UInt8] { cursor.lines.bytes }

  /// Reads the whole; nil when it was not read to its end.
  mutating func readDocument() -> Value? {
    do throws(Stop) {
      let value = try read(depth: 1)
      reportSwallowedAnchors()
      return value
    } catch {
      return nil
    }
  }

  /// Reads the next node and all that is in it.
  mutating func read(depth: Int) throws(Stop) -> Value {
    let index = next
    let node = nodes[index]
    next += 1
    if case .alias(let original) = node.content { return try repeated(original, depth: depth) }

    let place = place(of: node)
    let countBefore = count
    let deepestBefore = deepest
    deepest = depth
    try count(1, depth: depth, at: place)
    plain = nil
    emptyAnchor = nil
    let start = cursor.offset(line: Int(place.line), column: Int(place.column))
    let value: Value
    switch node.content {
    case .scalar(let style): value = readScalar(node.text, style, from: start, at: place)
    case .list(let count):
      refuseTag(node.text, from: start, at: place)
      value = try readList(count, from: start, depth: depth, at: place)
    case .map(let count):
      refuseTag(node.text, from: start, at: place)
      value = try readMap(count, from: start, depth: depth, at: place)
    case .alias: preconditionFailure("an alias is read as what it repeats")
    }
    if node.isAnchored {
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
      anchored[index] = Anchored(
        value: value, count: count - countBefore, height: deepest - depth, source: source)
    }
    deepest = max(deepest, deepestBefore)
    return value
  }

  /// The value of a node that an alias repeats.
  private mutating func repeated(_ index: Int, depth: Int) throws(Stop) -> Value {
    guard let known = anchored[index] else {
      // An anchor on a key, which is read as a value only where an alias asks for it.
      let after = next
      next = index
      let value = try read(depth: depth)
      next = after
      return value
    }
    anchored[index]?.uses += 1
    plain = nil
    try count(known.count, depth: depth + known.height, at: place(of: nodes[index]))
    return known.value
  }

  /// The next node, or the one that it repeats.
  var nextNode: YAMLNode {
    if case .alias(let index) = nodes[next].content { nodes[index] } else { nodes[next] }
  }

  /// Leaves the next node out, with all that is in it.
  mutating func skip() {
    var left = 1
    while left > 0 {
      switch nodes[next].content {
      case .list(let count): left += count
      case .map(let count): left += 2 * count
      case .scalar, .alias: break
      }
      next += 1
      left -= 1
    }
  }

  /// Where the parser says that a node begins.
  func place(of node: YAMLNode) -> Place {
    Place(file: cursor.file, line: node.mark.line, column: node.mark.column)
  }

  private mutating func readList(
    _ count: Int, from start: Int, depth: Int, at place: Place
  ) throws(Stop) -> Value {
    let isFlow = start < bytes.count && bytes[contentStart(from: start)] == UInt8(ascii: "[")
    var items: [Value] = []
    items.reserveCapacity(count)
    var before: Range<Int>?
    var isCommaTold = false
    for _ in 0..<count {
      items.append(try read(depth: depth + 1))
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
    while offset < bytes.count, bytes[offset].beginsProperty {
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

  private mutating func refuseTag(_ tag: String, from start: Int, at place: Place) {
    // A block map's place is its first key's, and so is that key's tag.
    guard !tag.isEmpty, start < bytes.count, bytes[start].beginsProperty, tag != "!",
      !tag.hasPrefix("tag:yaml.org,2002:")
    else { return }
    report(.unreadTag(tag, at: place))
  }
}

extension UInt8 {
  /// Whether an anchor or a tag begins with it, which may stand before any node.
  var beginsProperty: Bool { self == UInt8(ascii: "&") || self == UInt8(ascii: "!") }
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

  /// Whether a text stands in the source at an offset, character by character.
  func isWritten(_ text: String, at offset: Int) -> Bool {
    let written = text.utf8.span
    let bytes = self.bytes
    guard offset + written.count <= bytes.count else { return false }
    for index in written.indices where bytes[offset + index] != written[index] { return false }
    return true
  }

  /// The end of what is written on the line that an offset is in, but for blanks and a comment.
  func writtenEnd(from start: Int) -> Int {
    let limit = cursor.lines.bounds(ofLine: cursor.lines.line(at: start)).upperBound
    return LineParts.writtenEnd(from: start, to: max(limit, start), bytes)
  }
}

import Diagnostics
import YAML

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

  /// The parser's nodes.
  let document: YAMLDocument
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

  /// A reader of a source.
  init(_ lines: SourceLines, _ document: YAMLDocument, file: FileID, limits: ReadingLimits) {
    self.document = document
    self.limits = limits
    cursor = SourceCursor(lines, file: file)
  }

  /// The source in UTF-8.
  var bytes: [UInt8] { cursor.lines.bytes }

  /// Reads the whole; nil when it was not read to its end.
  mutating func readDocument() -> Value? {
    do throws(Stop) {
      let value = try read(document.root, depth: 1)
      reportSwallowedAnchors()
      return value
    } catch {
      return nil
    }
  }

  /// Reads a node and all that is in it.
  mutating func read(_ index: Int, depth: Int) throws(Stop) -> Value {
    let node = document.nodes[index]
    let place = place(of: node)
    if node.isAnchored, let known = anchored[index] {
      anchored[index]?.uses += 1
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
    switch node.content {
    case .scalar(let text, let style): value = readScalar(text, style, from: start, at: place)
    case .list(let items):
      refuseTag(of: node, from: start, at: place)
      value = try readList(items, from: start, depth: depth, at: place)
    case .map(let entries):
      refuseTag(of: node, from: start, at: place)
      value = try readMap(entries, from: start, depth: depth, at: place)
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

  /// Where the parser says that a node begins.
  func place(of node: YAMLNode) -> Place {
    Place(file: cursor.file, line: node.mark.line, column: node.mark.column)
  }

  private mutating func readList(
    _ indices: [Int], from start: Int, depth: Int, at place: Place
  ) throws(Stop) -> Value {
    let isFlow = start < bytes.count && bytes[contentStart(from: start)] == UInt8(ascii: "[")
    var items: [Value] = []
    items.reserveCapacity(indices.count)
    var before: Range<Int>?
    var isCommaTold = false
    for index in indices {
      items.append(try read(index, depth: depth + 1))
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

  private mutating func refuseTag(of node: YAMLNode, from start: Int, at place: Place) {
    // A block map's place is its first key's, and so is that key's tag.
    guard start < bytes.count, "&!".utf8.contains(bytes[start]), let tag = node.tag, tag != "!",
      !tag.hasPrefix("tag:yaml.org,2002:")
    else { return }
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

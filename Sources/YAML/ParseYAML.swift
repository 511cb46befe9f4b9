import CYAML

/// Parses YAML to the nodes of the one document in it; nil when there is none.
///
/// The parser is libyaml, asked for its events: what its own composer makes of them has no anchors
/// and lets a key stand twice. Takes time in proportion to the source, except that libyaml looks
/// through all open brackets at each token.
///
/// - Parameters:
///   - source: the text in UTF-8.
///   - nesting: how many lists and maps may stand in each other.
/// - Returns: the nodes; nil when nothing but comments is there.
/// - Throws: what is wrong first. Undefined aliases and several documents are told in the words of
///   libyaml's composer.
public func parseYAML(_ source: [UInt8], nesting: Int) throws(YAMLError) -> YAMLDocument? {
  let result: Result<YAMLDocument?, YAMLError> = unsafe source.withUnsafeBufferPointer { bytes in
    do throws(YAMLError) {
      var nodes = NodeRow(room: bytes.count / 16, nesting: nesting)
      return .success(try nodes.take(try unsafe EventReader(bytes)))
    } catch {
      return .failure(error)
    }
  }
  return try result.get()
}

/// Puts the nodes that a parser's events begin in a row, and refuses what libyaml's composer would.
private struct NodeRow {
  /// A list or map whose end has not come.
  struct Open {
    /// Its index.
    let node: Int
    let isMap: Bool
    /// The name by which it may be repeated once it has ended.
    let anchor: String?
    /// Where its keys begin among those of all open maps.
    let firstKey: Int
    /// How many nodes stand in it, those in them not counted.
    var count = 0
  }

  let nesting: Int
  private var nodes: [YAMLNode] = []
  private var open: [Open] = []
  /// The keys of all open maps, as indices of nodes.
  private var keys: [Int] = []
  private var anchors: [String: Int] = [:]

  /// A row with room for a number of nodes.
  init(room: Int, nesting: Int) {
    self.nesting = nesting
    nodes.reserveCapacity(room)
  }

  mutating func take(_ events: consuming EventReader) throws(YAMLError) -> YAMLDocument? {
    while true {
      switch try events.next() {
      case YAML_DOCUMENT_START_EVENT:
        if !nodes.isEmpty { throw severalDocuments(events.mark) }
      case YAML_ALIAS_EVENT:
        guard let index = events.anchor.flatMap({ anchors[$0] }) else {
          throw .syntax("found undefined alias", events.mark, nil)
        }
        count(index)
        append(.alias(of: index), at: events.mark, isAnchored: false, text: "")
      case YAML_SCALAR_EVENT:
        let anchor = events.anchor
        // An anchor may be given anew; an alias means the last before it.
        if let anchor { anchors[anchor] = nodes.count }
        count(nodes.count)
        append(
          .scalar(events.style), at: events.mark, isAnchored: anchor != nil, text: events.text)
      case YAML_SEQUENCE_START_EVENT: try begin(events, isMap: false)
      case YAML_MAPPING_START_EVENT: try begin(events, isMap: true)
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: try end()
      case YAML_STREAM_END_EVENT: return nodes.isEmpty ? nil : YAMLDocument(nodes: nodes)
      default: break
      }
    }
  }

  private mutating func begin(
    _ events: borrowing EventReader, isMap: Bool
  ) throws(YAMLError) {
    guard open.count < nesting else { throw .tooDeep(events.mark) }
    count(nodes.count)
    let anchor = events.anchor
    open.append(
      Open(node: nodes.count, isMap: isMap, anchor: anchor, firstKey: keys.count))
    append(
      isMap ? .map(count: 0) : .list(count: 0), at: events.mark, isAnchored: anchor != nil,
      text: events.tag ?? "")
  }

  private mutating func end() throws(YAMLError) {
    guard let ended = open.popLast() else { return }
    if ended.isMap {
      try refuseDuplicates(keys[ended.firstKey...])
      keys.removeSubrange(ended.firstKey...)
      nodes[ended.node].content = .map(count: ended.count / 2)
    } else {
      nodes[ended.node].content = .list(count: ended.count)
    }
    if let anchor = ended.anchor { anchors[anchor] = ended.node }
  }

  private mutating func append(
    _ content: YAMLNode.Content, at mark: YAMLMark, isAnchored: Bool, text: String
  ) {
    nodes.append(YAMLNode(content: content, mark: mark, isAnchored: isAnchored, text: text))
  }

  /// Counts a node into the list or map that it stands in; an alias is the node that it repeats.
  private mutating func count(_ index: Int) {
    guard let last = open.indices.last else { return }
    if open[last].isMap, open[last].count.isMultiple(of: 2) { keys.append(index) }
    open[last].count += 1
  }

  private func refuseDuplicates(_ keys: ArraySlice<Int>) throws(YAMLError) {
    // Few keys are sooner compared than hashed.
    let areUnique =
      keys.count <= 12
      ? keys.indices.allSatisfy { index in
        !keys[..<index].contains { isSameText($0, keys[index]) }
      }
      : Set(keys.map { nodes[$0].text }).count == keys.count
    if areUnique { return }
    let texts = keys.compactMap(text)
    var known: Set<String> = []
    let twice = Set(texts.filter { !known.insert($0).inserted }).sorted()
    guard let first = twice.first, let key = keys.first(where: { text(of: $0) == first }) else {
      return
    }
    throw .duplicateKeys(twice, nodes[key].mark)
  }

  private func isSameText(_ a: Int, _ b: Int) -> Bool { nodes[a].text == nodes[b].text }

  /// The text of a scalar; nil for a list or map, which may be a key to YAML.
  private func text(of index: Int) -> String? {
    if case .scalar = nodes[index].content { nodes[index].text } else { nil }
  }

  private func severalDocuments(_ mark: YAMLMark) -> YAMLError {
    .syntax(
      "but found another document", mark,
      YAMLError.Context(
        text: "expected a single document in the stream", mark: YAMLMark(line: 1, column: 1)))
  }
}

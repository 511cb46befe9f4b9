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
      var composer = Composer(nesting: nesting)
      return .success(try composer.compose(try unsafe EventReader(bytes)))
    } catch {
      return .failure(error)
    }
  }
  return try result.get()
}

/// Makes nodes of a parser's events, without calling itself, so that deep nesting needs no stack.
private struct Composer {
  /// A list or map whose end has not come.
  struct Open {
    let isMap: Bool
    let mark: YAMLMark
    let anchor: String?
    let tag: String?
    /// The indices of what is in it; in a map each key comes before its value.
    var nodes: [Int] = []
  }

  let nesting: Int
  private var nodes: [YAMLNode] = []
  private var open: [Open] = []
  private var anchors: [String: Int] = [:]
  private var root: Int?

  init(nesting: Int) { self.nesting = nesting }

  mutating func compose(_ events: consuming EventReader) throws(YAMLError) -> YAMLDocument? {
    while true {
      switch try events.next() {
      case YAML_DOCUMENT_START_EVENT:
        if root != nil { throw severalDocuments(events.mark) }
      case YAML_ALIAS_EVENT:
        guard let index = events.anchor.flatMap({ anchors[$0] }) else {
          throw .syntax("found undefined alias", events.mark, nil)
        }
        put(index)
      case YAML_SCALAR_EVENT:
        add(
          .scalar(events.text, events.style), at: events.mark, anchor: events.anchor,
          tag: events.tag)
      case YAML_SEQUENCE_START_EVENT: try begin(events, isMap: false)
      case YAML_MAPPING_START_EVENT: try begin(events, isMap: true)
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: try end()
      case YAML_STREAM_END_EVENT: return root.map { YAMLDocument(nodes: nodes, root: $0) }
      default: break
      }
    }
  }

  private mutating func begin(
    _ events: borrowing EventReader, isMap: Bool
  ) throws(YAMLError) {
    guard open.count < nesting else { throw .tooDeep(events.mark) }
    open.append(Open(isMap: isMap, mark: events.mark, anchor: events.anchor, tag: events.tag))
  }

  private mutating func end() throws(YAMLError) {
    guard let ended = open.popLast() else { return }
    guard ended.isMap else {
      return add(.list(ended.nodes), at: ended.mark, anchor: ended.anchor, tag: ended.tag)
    }
    let pairs = stride(from: 0, to: ended.nodes.count, by: 2).map {
      (key: ended.nodes[$0], value: ended.nodes[$0 + 1])
    }
    try refuseDuplicates(pairs.lazy.map(\.key))
    add(.map(pairs), at: ended.mark, anchor: ended.anchor, tag: ended.tag)
  }

  private mutating func add(
    _ content: YAMLNode.Content, at mark: YAMLMark, anchor: String?, tag: String?
  ) {
    let index = nodes.count
    nodes.append(YAMLNode(content: content, mark: mark, isAnchored: anchor != nil, tag: tag))
    // An anchor may be given anew; an alias means the last before it.
    if let anchor { anchors[anchor] = index }
    put(index)
  }

  private mutating func put(_ index: Int) {
    if open.isEmpty { root = index } else { open[open.count - 1].nodes.append(index) }
  }

  private func refuseDuplicates(_ keys: some Collection<Int>) throws(YAMLError) {
    let texts = keys.compactMap(text)
    // Few keys are sooner compared than hashed.
    let areUnique =
      texts.count <= 12
      ? texts.indices.allSatisfy { !texts[..<$0].contains(texts[$0]) }
      : Set(texts).count == texts.count
    if areUnique { return }
    var known: Set<String> = []
    let twice = Set(texts.filter { !known.insert($0).inserted }).sorted()
    guard let first = twice.first, let key = keys.first(where: { text(of: $0) == first }) else {
      return
    }
    throw .duplicateKeys(twice, nodes[key].mark)
  }

  private func text(of index: Int) -> String? {
    guard case .scalar(let text, _) = nodes[index].content else { return nil }
    return text
  }

  private func severalDocuments(_ mark: YAMLMark) -> YAMLError {
    .syntax(
      "but found another document", mark,
      YAMLError.Context(
        text: "expected a single document in the stream", mark: YAMLMark(line: 1, column: 1)))
  }
}

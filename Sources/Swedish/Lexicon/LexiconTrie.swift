/// The ways in which the lexicon lets a run of letters be a part of words; it may have several.
struct PartWays: OptionSet, Hashable, Sendable {
  /// The bits.
  let rawValue: UInt8

  /// A noun, adjective or stem that ends as it is written: `vård`, `miljö`.
  static let plain = PartWays(rawValue: 1)
  /// A stem that takes s before another part: `verksamhet`, `information`.
  static let linking = PartWays(rawValue: 2)
  /// A word in -a without it: `skol` of `skola`.
  static let lackingA = PartWays(rawValue: 4)
  /// A word in -e without it: `områd` of `område`.
  static let lackingE = PartWays(rawValue: 8)
  /// A form that stands before another part only: `hälso`, `skatte`.
  static let leading = PartWays(rawValue: 16)
  /// A prefix: `för`, `upp`.
  static let prefix = PartWays(rawValue: 32)
  /// A short verb that stands after a prefix only: `ta` of `uppta`.
  static let trailing = PartWays(rawValue: 128)
  /// Not a way of its own: the patterns are not asked where such a part may be divided.
  static let closed = PartWays(rawValue: 64)
}

/// Words letter by letter, so that all that begin at a place are found in one walk.
struct LexiconTrie: Sendable {
  /// A letter on the way from the root.
  struct Node: Sendable {
    /// The seams of the part that ends here, a bit for each letter that begins a piece.
    var seams: UInt32 = 0
    /// The first letter that can follow; 0 for none, since the root follows nothing.
    var child: UInt16 = 0
    /// The next letter that can stand here in its place; 0 for none.
    var sibling: UInt16 = 0
    /// The letter, in ISO 8859-1.
    var letter: UInt8
    /// How the part that ends here is used; empty when none does.
    var ways: PartWays = []
  }

  /// The nodes; the first is the root.
  private(set) var nodes: [Node] = [Node(letter: 0)]
  /// The root's children by their letter: the longest list of siblings, and the one walked most.
  private var starts = [UInt16](repeating: 0, count: 256)
  /// The nodes of the part that was taken in last, which has no more letters than there are seams: in
  /// a dictionary most of a word's way is that of the word before it.
  private var way = InlineArray<32, UInt16>(repeating: 0)
  private var wayLength = 0

  /// A trie with room for a number of nodes, of which there may be 65 536.
  init(capacity: Int) {
    nodes.reserveCapacity(capacity)
  }

  /// The node that a letter leads to; 0 when there is none.
  @inline(__always)
  func step(from node: UInt16, _ letter: UInt8) -> UInt16 {
    if node == 0 { return starts[Int(letter)] }
    var next = nodes[Int(node)].child
    while next != 0, nodes[Int(next)].letter != letter { next = nodes[Int(next)].sibling }
    return next
  }

  /// Takes in a part; one that is there already is from now on used in the new ways too.
  mutating func insert(_ letters: Span<UInt8>, _ ways: PartWays, seams: UInt32 = 0) {
    var node: UInt16 = 0
    for depth in letters.indices {
      let letter = letters[depth]
      if depth >= wayLength || nodes[Int(way[depth])].letter != letter {
        let next = step(from: node, letter)
        way[depth] = next != 0 ? next : append(letter, below: node)
        wayLength = depth + 1
      }
      node = way[depth]
    }
    nodes[Int(node)].ways.formUnion(ways)
    nodes[Int(node)].seams |= seams
  }

  private mutating func append(_ letter: UInt8, below node: UInt16) -> UInt16 {
    let new = UInt16(nodes.count)
    var added = Node(letter: letter)
    if node == 0 {
      starts[Int(letter)] = new
    } else {
      added.sibling = nodes[Int(node)].child
      nodes[Int(node)].child = new
    }
    nodes.append(added)
    return new
  }
}

/// What the lexicon knows of a run of letters that is a part of words.
struct PartUse: Hashable, Sendable {
  /// The ways in which a part is used, of which it may have several.
  struct Ways: OptionSet, Hashable, Sendable {
    /// The bits.
    let rawValue: UInt8

    /// A noun, adjective or stem that ends as it is written: `vård`, `miljö`.
    static let plain = Ways(rawValue: 1)
    /// A stem that takes s before another part: `verksamhet`, `information`.
    static let linking = Ways(rawValue: 2)
    /// A word in -a without it: `skol` of `skola`.
    static let lackingA = Ways(rawValue: 4)
    /// A word in -e without it: `områd` of `område`.
    static let lackingE = Ways(rawValue: 8)
    /// A form that stands before another part only: `hälso`, `skatte`.
    static let leading = Ways(rawValue: 16)
    /// A prefix: `för`, `upp`.
    static let prefix = Ways(rawValue: 32)
  }

  /// How it is used.
  var ways: Ways
  /// Its own seams, a bit for each letter that begins a piece: `till-freds`.
  var seams: UInt32 = 0
  /// Whether the patterns are not asked where it may be divided.
  var isClosed = false
}

/// Words letter by letter, so that all that begin at a place are found in one walk.
struct LexiconTrie: Sendable {
  /// A letter on the way, with the first that can follow it and the next that can stand in its
  /// place; 0 is none, since the root is neither.
  struct Node: Sendable {
    /// The letter in ISO 8859-1.
    var letter: UInt8
    /// The index of the use of the word that ends here, 0 for none.
    var use: UInt16
    /// The first letter that follows.
    var child: UInt32
    /// The next letter that can stand here.
    var sibling: UInt32
  }

  /// The nodes; the root is the first.
  private(set) var nodes: [Node] = [Node(letter: 0, use: 0, child: 0, sibling: 0)]
  /// The different uses; the first stands for none.
  private(set) var uses: [PartUse] = [PartUse(ways: [])]
  /// Where the words that begin with a letter begin.
  private var starts = [UInt32](repeating: 0, count: 256)
  private var useIndex: [PartUse: UInt16] = [:]

  /// A trie with room for a number of nodes.
  init(capacity: Int) {
    nodes.reserveCapacity(capacity)
  }

  /// The node that a letter leads to from a node; 0 when there is none.
  @inline(__always)
  func step(from node: UInt32, _ letter: UInt8) -> UInt32 {
    if node == 0 { return starts[Int(letter)] }
    var next = nodes[Int(node)].child
    while next != 0, nodes[Int(next)].letter != letter { next = nodes[Int(next)].sibling }
    return next
  }

  /// Takes in a word; one that is there already is from now on used in both ways.
  mutating func insert(_ letters: ArraySlice<UInt8>, _ use: PartUse) {
    var node: UInt32 = 0
    for letter in letters {
      let next = step(from: node, letter)
      node = next != 0 ? next : append(letter, below: node)
    }
    var use = use
    let present = nodes[Int(node)].use
    if present != 0 {
      let other = uses[Int(present)]
      use.ways.formUnion(other.ways)
      use.seams |= other.seams
      use.isClosed = use.isClosed || other.isClosed
    }
    nodes[Int(node)].use = index(of: use)
  }

  private mutating func append(_ letter: UInt8, below node: UInt32) -> UInt32 {
    let new = UInt32(nodes.count)
    if node == 0 {
      nodes.append(Node(letter: letter, use: 0, child: 0, sibling: 0))
      starts[Int(letter)] = new
    } else {
      nodes.append(Node(letter: letter, use: 0, child: 0, sibling: nodes[Int(node)].child))
      nodes[Int(node)].child = new
    }
    return new
  }

  private mutating func index(of use: PartUse) -> UInt16 {
    if let known = useIndex[use] { return known }
    let new = UInt16(uses.count)
    uses.append(use)
    useIndex[use] = new
    return new
  }
}

import Geometry
import Pages

/// Gives the leaves of a page's content the marks that tell what they are.
///
/// Cairo has painted a page's leaves in their order with a separator between them, and writes each
/// operator at the end of a line. A separator's line is left out; what stands between two becomes
/// `/P<</MCID n>>BDC … EMC` for content, numbered on each page anew, and `/Artifact<<…>>BDC … EMC`
/// for furniture. Lines that only set a state stay outside of the marks at either end of a leaf.
struct ContentRewriter: ~Copyable {
  /// A leaf of content.
  struct Leaf {
    /// The element that it belongs to.
    var element: ElementID
    /// Its items on the page.
    var items: Range<Int>
  }

  /// The page's leaves of content, each at its mark's number.
  private(set) var leaves: [Leaf] = []
  /// The page's content as it is to be written.
  private(set) var output = PDFBytes()

  /// The line that separates leaves.
  private let separator: [UInt8]
  /// How far a search for the separator may go on when a byte stands where its last one should.
  private var leaps: [Int]

  init() {
    var line = PDFBytes()
    let rect = Page.leafSeparator
    for length in [rect.origin.x, rect.origin.y, rect.size.width, rect.size.height] {
      line.add(length.points)
      line.add(byte: 0x20)
    }
    line.add("re f\n")
    separator = line.bytes
    leaps = Array(repeating: separator.count, count: 256)
    for (index, byte) in separator.dropLast().enumerated() {
      leaps[Int(byte)] = separator.count - 1 - index
    }
  }

  /// Rewrites the content of a page, painted leaf by leaf.
  mutating func rewrite(_ source: [UInt8], of page: Page, index: Int) throws(PDFError) {
    leaves.removeAll(keepingCapacity: true)
    output.removeAll()
    var item = 0
    var start = 0
    while item < page.items.count {
      let first = item
      item = page.endOfLeaf(from: item)
      let end = endOfLeaf(in: source, from: start)
      let isLast = item == page.items.count
      guard isLast == (end == source.count) else {
        throw .notThePages("page \(index + 1) parts from what was laid out at item \(item)")
      }
      write(source, start..<end, page, first..<item)
      start = min(end + separator.count, source.count)
    }
    output.add(source, start..<source.count)
  }

  /// Where the next separator begins, or the content ends.
  ///
  /// **Source**: R. N. Horspool, *Practical fast searching in strings*, 1980: where the last byte
  /// does not match, the search leaps as far as no separator can end.
  private func endOfLeaf(in source: [UInt8], from start: Int) -> Int {
    let (bytes, line, leaps) = (source.span, separator.span, leaps.span)
    let length = line.count
    var index = start
    while index + length <= bytes.count {
      let last = bytes[index + length - 1]
      if last == 0x0A, begins(at: index, in: bytes) {
        var same = 0
        while same < length, bytes[index + same] == line[same] { same += 1 }
        // A string that goes over lines has a backslash at their ends, so no line of it is one.
        if same == length { return index }
      }
      index += leaps[Int(last)]
    }
    return bytes.count
  }

  /// Whether a separator may begin at a place: at a line's beginning, or after the colour that Cairo
  /// sets late, where the leaf before has set it and painted nothing, as what is off the page does.
  private func begins(at index: Int, in bytes: Span<UInt8>) -> Bool {
    index == 0 || bytes[index - 1] == 0x0A || endsWithColour(in: bytes, at: index)
  }

  /// Whether what stands before a place sets a colour and does not end its line.
  private func endsWithColour(in bytes: Span<UInt8>, at index: Int) -> Bool {
    index > 3 && bytes[index - 1] == 0x20 && bytes[index - 2] == UInt8(ascii: "g")
      && bytes[index - 3] == UInt8(ascii: "r") && bytes[index - 4] == 0x20
  }

  private mutating func write(
    _ source: [UInt8], _ leaf: Range<Int>, _ page: Page, _ items: Range<Int>
  ) {
    let marked = partToMark(of: leaf, in: source.span)
    output.add(source, leaf.lowerBound..<marked.lowerBound)
    if !marked.isEmpty {
      begin(page, items)
      output.add(source, marked)
      output.add(Self.end)
    }
    output.add(source, marked.upperBound..<leaf.upperBound)
  }

  /// A leaf without the lines at either end that only set a state.
  private func partToMark(of leaf: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
    var first = leaf.lowerBound
    while first < leaf.upperBound {
      var end = first
      while end < leaf.upperBound, bytes[end] != 0x0A { end += 1 }
      guard end < leaf.upperBound, setsState(bytes, first..<end) else { break }
      first = end + 1
    }
    var last = leaf.upperBound
    if endsWithColour(in: bytes, at: last) {
      while last > first, bytes[last - 1] != 0x0A { last -= 1 }
    }
    while last > first {
      var before = last - 1
      while before > first, bytes[before - 1] != 0x0A { before -= 1 }
      guard setsState(bytes, before..<last - 1) else { break }
      last = before
    }
    return first..<last
  }

  /// Whether a line sets a state and paints nothing: `q`, `Q`, or what ends with `cm`, `gs`, `rg`.
  private func setsState(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard !line.isEmpty else { return true }
    let last = bytes[line.upperBound - 1]
    guard line.count > 1 else { return last == UInt8(ascii: "q") || last == UInt8(ascii: "Q") }
    switch bytes[line.upperBound - 2] {
    case UInt8(ascii: "c"): return last == UInt8(ascii: "m")
    case UInt8(ascii: "g"): return last == UInt8(ascii: "s")
    case UInt8(ascii: "r"): return last == UInt8(ascii: "g")
    default: return false
    }
  }

  private mutating func begin(_ page: Page, _ items: Range<Int>) {
    switch page.items[items.lowerBound].role {
    case .content(let element):
      output.add(Self.content)
      output.add(leaves.count)
      output.add(Self.contentEnd)
      leaves.append(Leaf(element: element, items: items))
    case .artifact(.header): output.add(Self.header)
    case .artifact(.footer): output.add(Self.footer)
    case .artifact(.layout): output.add(Self.layout)
    case .artifact(.continuation): output.add(Self.continuation)
    case .artifact(.watermark): output.add(Self.watermark)
    case .artifact(.background): beginBackground(page, items)
    }
  }

  /// A background has to say how large it is.
  private mutating func beginBackground(_ page: Page, _ items: Range<Int>) {
    var box: Rect?
    for item in page.items[items] {
      switch item.mark {
      case .fill(let rect, _), .roundedFill(let rect, _, _): box = box?.joined(with: rect) ?? rect
      case .picture(let placed): box = box?.joined(with: placed.frame) ?? placed.frame
      case .polygon(let corners, _):
        if let shape = Rect(around: corners) { box = box?.joined(with: shape) ?? shape }
      case .stroke(let stroke):
        if let shape = stroke.box { box = box?.joined(with: shape) ?? shape }
      case .run, .turned: break
      }
    }
    output.add(Self.background)
    addRect(
      box ?? Rect(origin: .origin, size: page.size), pageHeight: page.size.height, to: &output)
    output.add(Self.backgroundEnd)
  }

  private static let end: StaticString = "EMC\n"
  private static let content: StaticString = "/P<</MCID "
  private static let contentEnd: StaticString = ">>BDC\n"
  private static let header: StaticString = "/Artifact<</Type/Pagination/Subtype/Header>>BDC\n"
  private static let footer: StaticString = "/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n"
  private static let layout: StaticString = "/Artifact<</Type/Layout>>BDC\n"
  private static let continuation: StaticString = "/Artifact<</Type/Pagination>>BDC\n"
  private static let watermark: StaticString =
    "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC\n"
  private static let background: StaticString = "/Artifact<</Type/Background/BBox["
  private static let backgroundEnd: StaticString = "]>>BDC\n"
}

import Pages

/// Turns the leaf marks in a page's content into marks of our own.
///
/// Cairo brackets leaf number n between `/Span << /MCID n >> BDC` (content) or
/// `/Private << /MCID n >> BDC` (furniture) and `EMC`, each on a line of its own. They become
/// `/P<</MCID m>>BDC`, numbered without the furniture, and `/Artifact<<…>>BDC`. All else is taken
/// over as it is.
struct ContentRewriter {
  /// The element that each mark of the page belongs to, by its number.
  private(set) var owners: [ElementID] = []
  /// The page's content as it is to be written.
  private(set) var output = PDFBytes()

  /// Rewrites the content of a page, painted leaf by leaf.
  mutating func rewrite(_ source: [UInt8], of page: Page, index: Int) throws(PDFError) {
    owners.removeAll(keepingCapacity: true)
    output.bytes.removeAll(keepingCapacity: true)
    output.bytes.reserveCapacity(source.count)
    /// Up to where the source has been taken over.
    var taken = 0
    /// How deep in brackets we are: 0 outside of all leaves, 1 in one, 2 in a replacement text.
    var depth = 0
    /// The first item of the leaf that comes next.
    var item = 0
    var lineStart = 0
    while lineStart < source.count {
      var lineEnd = lineStart
      while lineEnd < source.count, source[lineEnd] != 0x0A { lineEnd += 1 }
      let next = lineEnd + 1
      // A string that goes on has a backslash at its line's end: what follows is no operator.
      if lineEnd > lineStart, source[lineEnd - 1] == UInt8(ascii: "\\") {
        lineStart = endOfString(in: source, from: next)
        continue
      }
      if isMark(source, lineStart..<lineEnd) {
        depth += 1
        if depth == 1 {
          guard item < page.items.count else {
            throw .notThePages("page \(index + 1) has more leaves")
          }
          let role = page.items[item].role
          guard source[lineStart..<lineEnd].starts(with: role.cairosMark) else {
            throw .notThePages("page \(index + 1), item \(item) is in another role")
          }
          item = page.endOfLeaf(from: item)
          output.bytes.append(contentsOf: source[taken..<lineStart])
          begin(role)
          taken = min(next, source.count)
        }
      } else if lineEnd - lineStart == 3, source[lineStart..<lineEnd].elementsEqual(Self.close) {
        depth -= 1
        guard depth >= 0 else { throw .unknownForm("page \(index + 1) closes what is not open") }
      }
      lineStart = next
    }
    guard depth == 0 else { throw .unknownForm("page \(index + 1) leaves a leaf open") }
    guard item == page.items.count else {
      throw .notThePages("page \(index + 1) ends before item \(item)")
    }
    output.bytes.append(contentsOf: source[taken...])
  }

  /// Where the line begins after the last line of a string that goes over several.
  private func endOfString(in source: [UInt8], from start: Int) -> Int {
    var index = start
    while index < source.count, source[index] != 0x0A || source[index - 1] == UInt8(ascii: "\\") {
      index += 1
    }
    return index + 1
  }

  @inline(__always)
  private func isMark(_ source: [UInt8], _ line: Range<Int>) -> Bool {
    // ` BDC` at the line's end, looked at from behind, for few lines end in C.
    line.count >= 4 && source[line.upperBound - 1] == UInt8(ascii: "C")
      && source[line.upperBound - 2] == UInt8(ascii: "D")
      && source[line.upperBound - 3] == UInt8(ascii: "B")
      && source[line.upperBound - 4] == 0x20
  }

  private mutating func begin(_ role: Role) {
    switch role {
    case .content(let element):
      output.add(Self.content)
      output.add(owners.count)
      output.add(Self.contentEnd)
      owners.append(element)
    case .artifact(.header): output.add(Self.header)
    case .artifact(.footer): output.add(Self.footer)
    case .artifact(.layout): output.add(Self.layout)
    case .artifact(.background): output.add(Self.background)
    }
  }

  private static let close = Array("EMC".utf8)
  private static let content = Array("/P<</MCID ".utf8)
  private static let contentEnd = Array(">>BDC\n".utf8)
  private static let header = Array("/Artifact<</Type/Pagination/Subtype/Header>>BDC\n".utf8)
  private static let footer = Array("/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n".utf8)
  private static let layout = Array("/Artifact<</Type/Layout>>BDC\n".utf8)
  private static let background = Array("/Artifact<</Type/Background>>BDC\n".utf8)
}

extension Role {
  /// What Cairo's mark of a leaf in this role begins with.
  fileprivate var cairosMark: [UInt8] {
    switch self {
    case .content: Self.span
    case .artifact: Self.furniture
    }
  }

  private static let span = Array("/Span << /MCID ".utf8)
  private static let furniture = Array("/Private << /MCID ".utf8)
}

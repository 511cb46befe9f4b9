import Pages

/// Turns the leaf marks in a page's content into marks of our own.
///
/// Cairo brackets leaf number n between `/Span << /MCID n >> BDC` (content) or
/// `/Private << /MCID n >> BDC` (furniture) and `EMC`, each on a line of its own. They become
/// `/P<</MCID m>>BDC`, numbered without the furniture, and `/Artifact<<…>>BDC`. Leaves that follow
/// one another and belong to the same become one, so that a paragraph of ten lines has one mark on
/// each page it stands on, and a page no more marks than it has to.
struct ContentRewriter {
  /// The element that each mark of the page belongs to, by its number.
  private(set) var owners: [ElementID] = []
  /// The page's content as it is to be written.
  private(set) var output = PDFBytes()

  /// Rewrites the content of a page that was painted from `items`.
  mutating func rewrite(_ source: [UInt8], items: [PageItem], page: Int) throws(PDFError) {
    owners.removeAll(keepingCapacity: true)
    output.bytes.removeAll(keepingCapacity: true)
    output.bytes.reserveCapacity(source.count)
    /// Up to where the source has been taken over.
    var taken = 0
    /// How deep in brackets we are: 0 outside of all leaves, 1 in one, 2 in a replacement text.
    var depth = 0
    var leaf = 0
    /// The role of the leaf whose end has been held back, for the next may be of the same.
    var held: Role?
    var lineStart = 0
    while lineStart < source.count {
      var lineEnd = lineStart
      while lineEnd < source.count, source[lineEnd] != 0x0A { lineEnd += 1 }
      // A string that goes on has a backslash at its line's end: what follows is no operator.
      while lineEnd > lineStart, source[lineEnd - 1] == UInt8(ascii: "\\"),
        lineEnd < source.count
      {
        lineEnd += 1
        while lineEnd < source.count, source[lineEnd] != 0x0A { lineEnd += 1 }
      }
      let next = min(lineEnd + 1, source.count)
      if endsWith(Self.begin, source, lineStart..<lineEnd) {
        depth += 1
        if depth == 1 {
          guard leaf < items.count else { throw .notThePages("page \(page + 1) has more leaves") }
          let role = items[leaf].role
          guard starts(with: role.cairosMark, source, lineStart..<lineEnd) else {
            throw .notThePages("page \(page + 1), leaf \(leaf) is in another role")
          }
          leaf += 1
          let joins = held == role && isBlank(source, taken..<lineStart)
          if held != nil, !joins { output.add(Self.end) }
          if !joins {
            output.bytes.append(contentsOf: source[taken..<lineStart])
            begin(role)
          }
          held = role
          taken = next
        }
      } else if lineEnd - lineStart == 3, endsWith(Self.close, source, lineStart..<lineEnd) {
        depth -= 1
        guard depth >= 0 else { throw .unknownForm("page \(page + 1) closes what is not open") }
        if depth == 0 {
          output.bytes.append(contentsOf: source[taken..<lineStart])
          taken = next
        }
      }
      lineStart = next
    }
    guard depth == 0 else { throw .unknownForm("page \(page + 1) leaves a leaf open") }
    guard leaf == items.count else {
      throw .notThePages("page \(page + 1) has \(leaf) leaves, not \(items.count)")
    }
    if held != nil { output.add(Self.end) }
    output.bytes.append(contentsOf: source[taken...])
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

  private static let begin = Array(" BDC".utf8)
  private static let close = Array("EMC".utf8)
  private static let end = Array("EMC\n".utf8)
  private static let content = Array("/P<</MCID ".utf8)
  private static let contentEnd = Array(">>BDC\n".utf8)
  private static let header = Array("/Artifact<</Type/Pagination/Subtype/Header>>BDC\n".utf8)
  private static let footer = Array("/Artifact<</Type/Pagination/Subtype/Footer>>BDC\n".utf8)
  private static let layout = Array("/Artifact<</Type/Layout>>BDC\n".utf8)
  private static let background = Array("/Artifact<</Type/Background>>BDC\n".utf8)

  @inline(__always)
  private func endsWith(_ mark: [UInt8], _ source: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count >= mark.count, source[range.upperBound - 1] == mark[mark.count - 1] else {
      return false
    }
    return source[(range.upperBound - mark.count)..<range.upperBound].elementsEqual(mark)
  }

  private func starts(with mark: [UInt8], _ source: [UInt8], _ range: Range<Int>) -> Bool {
    source[range].starts(with: mark)
  }

  private func isBlank(_ source: [UInt8], _ range: Range<Int>) -> Bool {
    source[range].allSatisfy(\.isPDFSpace)
  }
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

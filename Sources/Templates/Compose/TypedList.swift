import Markdown
import Swedish

/// A paragraph whose lines begin with list marks that were typed as characters (N12).
struct TypedList {
  /// What stands before the first mark.
  var opening: [MarkdownInline]
  /// The items, without their marks.
  var items: [[MarkdownInline]]
}

/// The list that a paragraph was meant as; nil for a paragraph that is none.
///
/// A bullet, `•x`, always makes one. A dash or an asterisk may be speech or a footnote's sign, so at
/// least two lines in a row begin with it.
func typedList(_ pieces: [MarkdownInline]) -> TypedList? {
  guard pieces.contains(where: { $0.beginsWithMark != nil }) else { return nil }
  var lines: [[MarkdownInline]] = [[]]
  for piece in pieces {
    switch piece.kind {
    case .softBreak, .lineBreak: lines.append([])
    default: lines[lines.count - 1].append(piece)
    }
  }
  guard let first = lines.firstIndex(where: { $0.first?.beginsWithMark != nil }) else { return nil }
  let isBullet = lines[first].first?.beginsWithBullet == true
  let isRow = lines.indices.contains(first + 1) && lines[first + 1].first?.beginsWithMark != nil
  guard isBullet || isRow else { return nil }

  var list = TypedList(opening: joined(lines[..<first]), items: [])
  for line in lines[first...] {
    if let head = line.first, let count = head.beginsWithMark {
      list.items.append([head.without(first: count)] + line.dropFirst())
    } else if let space = line.first {
      list.items[list.items.count - 1] += [MarkdownInline(.softBreak, at: space.place)] + line
    }
  }
  return list
}

private func joined(_ lines: ArraySlice<[MarkdownInline]>) -> [MarkdownInline] {
  var pieces: [MarkdownInline] = []
  for line in lines {
    if !pieces.isEmpty, let first = line.first {
      pieces.append(MarkdownInline(.softBreak, at: first.place))
    }
    pieces += line
  }
  return pieces
}

extension MarkdownInline {
  /// How many bytes a typed mark takes at its beginning; nil where it has none.
  fileprivate var beginsWithMark: Int? {
    guard case .text(let words) = kind else { return nil }
    return typedListMark(of: words)
  }

  /// Whether it begins with a sign that is nothing but a list's mark.
  fileprivate var beginsWithBullet: Bool {
    guard beginsWithMark != nil, case .text(let words) = kind else { return false }
    return words.first { $0 != " " && $0 != "\t" && $0 != "\u{A0}" }.map {
      !"-–−*".contains($0)
    } ?? false
  }

  /// The piece without some bytes at its beginning.
  fileprivate func without(first count: Int) -> MarkdownInline {
    guard case .text(let words) = kind else { return self }
    let cut = words.utf8.index(words.startIndex, offsetBy: count)
    var place = place
    place.offset += count
    place.column += words[..<cut].unicodeScalars.count
    return MarkdownInline(.text(String(words[cut...])), at: place)
  }
}

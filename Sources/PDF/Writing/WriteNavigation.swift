import Geometry
import Pages

/// Appends where a link or bookmark leads: a page, and the height that comes to the window's top.
///
/// The window's left edge and zoom stay as the reader has them.
func addDestination(
  _ destination: PageSet.Destination, pages: [Page], numbers: [Int], to out: inout PDFBytes
) {
  let page = min(max(destination.page, 0), numbers.count - 1)
  out.add("[")
  out.add(reference: numbers[page])
  out.add("/XYZ null ")
  let height = pages[page].size.height
  // A little air above, so that the line does not stick to the window's edge.
  out.add(min(height, height - destination.point.y + .points(6)).points)
  out.add(" null]")
}

/// Writes the bookmarks; nil when there are none.
func writeOutline(
  _ entries: [PageSet.OutlineEntry], pages: [Page], numbers: [Int], to pile: inout ObjectPile
) -> Int? {
  guard !entries.isEmpty else { return nil }
  let root = pile.reserve()
  let first = pile.reserve(entries.count)
  /// Of each entry: its parent (−1 for the root), the first and last child, and the neighbours.
  var parents = Array(repeating: -1, count: entries.count)
  var children: [[Int]] = Array(repeating: [], count: entries.count)
  var tops: [Int] = []
  var open: [Int] = []
  for (index, entry) in entries.enumerated() {
    while let last = open.last, entries[last].level >= entry.level { open.removeLast() }
    if let parent = open.last {
      parents[index] = parent
      children[parent].append(index)
    } else {
      tops.append(index)
    }
    open.append(index)
  }
  /// Writes what holds entries: its first, last and their number; negative for a closed one.
  func addFamily(_ family: [Int], sign: Int, _ out: inout PDFBytes) {
    guard let eldest = family.first, let youngest = family.last else { return }
    out.add("/First ")
    out.add(reference: first + eldest)
    out.add("/Last ")
    out.add(reference: first + youngest)
    out.add("/Count ")
    out.add(sign * family.count)
  }
  pile.add(root) { out in
    out.add("<</Type/Outlines")
    addFamily(tops, sign: 1, &out)
    out.add(">>")
  }
  for (index, entry) in entries.enumerated() {
    let siblings = parents[index] < 0 ? tops : children[parents[index]]
    // Entries are in order, so a sibling is found by halving.
    let place = siblings.partitioningIndex { $0 >= index }
    pile.add(first + index) { out in
      out.add("<</Title")
      out.add(text: entry.title.onOneLine)
      out.add("/Parent ")
      out.add(reference: parents[index] < 0 ? root : first + parents[index])
      if place > 0 {
        out.add("/Prev ")
        out.add(reference: first + siblings[place - 1])
      }
      if place + 1 < siblings.count {
        out.add("/Next ")
        out.add(reference: first + siblings[place + 1])
      }
      addFamily(children[index], sign: -1, &out)
      out.add("/Dest")
      addDestination(entry.destination, pages: pages, numbers: numbers, to: &out)
      out.add(">>")
    }
  }
  return root
}

extension [Int] {
  /// The first index whose element a condition holds for that, once it holds, holds for all after.
  fileprivate func partitioningIndex(_ holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

/// Writes the names by which other documents can link into this one; nil when there are none.
func writeDestinations(
  _ destinations: [String: PageSet.Destination], pages: [Page], numbers: [Int],
  to pile: inout ObjectPile
) -> Int? {
  guard !destinations.isEmpty else { return nil }
  // In the order of the bytes that are written, as a reader searches them.
  let names = destinations.keys.map { (name: $0, bytes: Array($0.utf8)) }
    .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
  let number = pile.reserve()
  pile.add(number) { out in
    out.add("<</Names[")
    for (name, bytes) in names {
      guard let destination = destinations[name] else { continue }
      out.add(string: bytes)
      addDestination(destination, pages: pages, numbers: numbers, to: &out)
    }
    out.add("]>>")
  }
  return number
}

/// Appends the pages' printed numbers: how they are counted from each page where that changes.
func addPageLabels(_ pages: [Page], to out: inout PDFBytes) {
  out.add("<</Nums[")
  for (index, page) in pages.enumerated() {
    if index > 0, page.follows(pages[index - 1]) { continue }
    if index > 0 { out.add(" ") }
    out.add(index)
    out.add("<<")
    if page.numbering != .none {
      out.add("/S")
      out.add(name: page.numbering.rawValue)
      if page.number != 1 {
        out.add("/St ")
        out.add(max(1, page.number))
      }
    }
    if !page.numberPrefix.isEmpty {
      out.add("/P")
      out.add(text: page.numberPrefix)
    }
    out.add(">>")
  }
  out.add("]>>")
}

extension Page {
  /// Whether the page's printed number is the one after another's, or both have none.
  fileprivate func follows(_ other: Page) -> Bool {
    numbering == other.numbering && numberPrefix == other.numberPrefix
      && (numbering == .none || number == other.number + 1)
  }
}

/// Writes the annotation of an area of a link.
func writeAnnotation(
  _ number: Int, _ area: LinkGatherer.Area, goal: LinkGatherer.Goal, description: String,
  key: Int, pages: [Page], numbers: [Int], to pile: inout ObjectPile
) {
  pile.add(number) { out in
    // 4: printed, for a hidden annotation is no annotation to PDF/A.
    out.add("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[")
    addRect(area.rect, pageHeight: pages[area.page].size.height, to: &out)
    out.add("]/P ")
    out.add(reference: numbers[area.page])
    out.add("/StructParent ")
    out.add(key)
    out.add("/Contents")
    out.add(text: description)
    switch goal {
    case .address(let address):
      out.add("/A<</S/URI/URI")
      out.add(string: uri(address))
      out.add(">>")
    case .place(let destination):
      out.add("/Dest")
      addDestination(destination, pages: pages, numbers: numbers, to: &out)
    }
    out.add(">>")
  }
}

/// An address as an URI in ASCII, with its scheme.
private func uri(_ address: String) -> [UInt8] {
  var text = address
  if !text.contains(":") { text = (text.contains("@") ? "mailto:" : "https://") + text }
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case 0...0x20, 0x7F..., UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
      UInt8(ascii: "|"), UInt8(ascii: "}"):
      var hex = PDFBytes()
      hex.addHex(byte)
      bytes += [UInt8(ascii: "%")] + hex.bytes
    default: bytes.append(byte)
    }
  }
  return bytes
}

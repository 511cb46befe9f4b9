extension StructureWriter {
  /// Appends the name of a header cell (`h`) or note (`n`) by its place among its like.
  func addName(_ letter: UInt8, _ number: Int, _ out: inout PDFBytes) {
    out.add(byte: letter)
    var unit = nameUnit
    while unit > 0 {
      out.add(byte: 0x30 + UInt8(number / unit % 10))
      unit /= 10
    }
  }

  /// Writes the tree of names; nil when nothing has one.
  func writeNames(to pile: inout ObjectPile) -> Int? {
    let named =
      heads.named.enumerated().map { (UInt8(ascii: "h"), $0.offset, $0.element) }
      + notes.enumerated().map { (UInt8(ascii: "n"), $0.offset, $0.element) }
    guard !named.isEmpty else { return nil }
    var leaves: [Int] = []
    for first in stride(from: 0, to: named.count, by: Self.leaf) {
      let range = first..<min(first + Self.leaf, named.count)
      let number = pile.reserve()
      leaves.append(number)
      pile.add(number) { out in
        out.add("<</Limits[")
        for index in [range.lowerBound, range.upperBound - 1] {
          out.add("(")
          addName(named[index].0, named[index].1, &out)
          out.add(")")
        }
        out.add("]/Names[")
        for (letter, place, node) in named[range] {
          out.add("(")
          addName(letter, place, &out)
          out.add(")")
          out.add(reference: tree[node].number)
          out.add(byte: 0x20)
        }
        out.add("]>>")
      }
    }
    return writeTop(over: leaves, to: &pile)
  }

  /// How many entries a leaf of a name or number tree has.
  private static let leaf = 64

  private func writeTop(over leaves: [Int], to pile: inout ObjectPile) -> Int {
    let top = pile.reserve()
    pile.add(top) { out in
      out.add("<</Kids[")
      for leaf in leaves {
        out.add(reference: leaf)
        out.add(byte: 0x20)
      }
      out.add("]>>")
    }
    return top
  }

  // MARK: Parent tree

  /// Writes the way back to the elements: from each page's marks (`owners`, by their numbers) and
  /// from the annotations.
  func writeParents(owners: [[Int32]], annotated: [Int32], to pile: inout ObjectPile) -> Int {
    let lists = pile.reserve(owners.count)
    for (page, marks) in owners.enumerated() {
      pile.add(lists + page) { out in
        out.add(byte: UInt8(ascii: "["))
        for (index, mark) in marks.enumerated() {
          if index > 0 { out.add(byte: 0x20) }
          out.add(reference: tree[mark].number)
        }
        out.add(byte: UInt8(ascii: "]"))
      }
    }
    let count = owners.count + annotated.count
    var leaves: [Int] = []
    for first in stride(from: 0, to: count, by: Self.leaf) {
      let range = first..<min(first + Self.leaf, count)
      let number = pile.reserve()
      leaves.append(number)
      pile.add(number) { out in
        out.add("<</Limits[")
        out.add(range.lowerBound)
        out.add(byte: 0x20)
        out.add(range.upperBound - 1)
        out.add("]/Nums[")
        for key in range {
          if key > first { out.add(byte: 0x20) }
          out.add(key)
          out.add(byte: 0x20)
          out.add(
            reference: key < owners.count
              ? lists + key : tree[annotated[key - owners.count]].number)
        }
        out.add("]>>")
      }
    }
    return writeTop(over: leaves, to: &pile)
  }
}

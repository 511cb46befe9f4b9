extension PDFFile {
  /// Reads all tables of objects, the newest first.
  func readTables() throws(PDFError) {
    var next: Int? = try startOfTable()
    var seen: Set<Int> = []
    while let offset = next {
      guard seen.insert(offset).inserted, offset >= 0, offset < bytes.count else {
        throw .damaged("the tables of objects run in a ring")
      }
      var parser = PDFParser(bytes, offset..<bytes.count)
      let entries: PDFDictionary
      if case .word(let word) = try parser.token(), word.elementsEqual("xref".utf8) {
        entries = try readClassicTable(&parser)
        if let more = entries["XRefStm"]?.integer, seen.insert(more).inserted {
          _ = try readTableStream(at: more)
        }
      } else {
        entries = try readTableStream(at: offset)
      }
      // The newest table comes first: what it says stands.
      for entry in entries.entries where trailer[entry.key] == nil {
        trailer.entries.append(entry)
      }
      next = entries["Prev"]?.integer
    }
  }

  private func readClassicTable(_ parser: inout PDFParser) throws(PDFError) -> PDFDictionary {
    while true {
      let token = try parser.token()
      if case .word(let word) = token, word.elementsEqual("trailer".utf8) { break }
      guard case .object(.integer(let first)) = token,
        case .object(.integer(let count)) = try parser.token(), first >= 0, count >= 0,
        count <= bytes.count / 18
      else { throw parser.damage("no table of objects") }
      for index in 0..<count {
        guard case .object(.integer(let offset)) = try parser.token(),
          case .object(.integer) = try parser.token(), case .word(let kind) = try parser.token()
        else { throw parser.damage("no table of objects") }
        let (number, overflow) = first.addingReportingOverflow(index)
        guard !overflow, kind.elementsEqual("n".utf8), places[number] == nil else { continue }
        guard offset < bytes.count else { throw parser.damage("an offset past the end") }
        places[number] = .offset(offset)
      }
    }
    guard let entries = try parser.object().dictionary else { throw parser.damage("no trailer") }
    return entries
  }

  private func readTableStream(at offset: Int) throws(PDFError) -> PDFDictionary {
    guard offset >= 0, offset < bytes.count else { throw .damaged("a table past the end") }
    var parser = PDFParser(bytes, offset..<bytes.count)
    guard let number = try parser.object().integer else {
      throw parser.damage("no table of objects")
    }
    guard let entries = try readObject(number, at: offset).dictionary,
      let stream = streams[number], let rows = content(of: stream),
      let widths = entries["W"]?.array?.compactMap(\.integer), widths.count == 3,
      widths.allSatisfy({ (0...7).contains($0) }), let size = entries["Size"]?.integer
    else { throw .damaged("the table of objects at byte \(offset)") }
    let parts = entries["Index"]?.array?.compactMap(\.integer) ?? [0, size]
    var position = 0
    func field(_ width: Int, whenNone: Int) -> Int {
      guard width > 0 else { return whenNone }
      var value = 0
      for _ in 0..<width {
        value = value << 8 | Int(rows[position])
        position += 1
      }
      return value
    }
    let width = widths.reduce(0, +)
    guard width > 0 else { throw .damaged("the table of objects at byte \(offset)") }
    for part in stride(from: 0, to: parts.count - 1, by: 2) {
      var number = parts[part]
      var left = parts[part + 1]
      while left > 0, position + width <= rows.count, number < 1 << 32, number >= 0 {
        let kind = field(widths[0], whenNone: 1)
        let second = field(widths[1], whenNone: 0)
        let third = field(widths[2], whenNone: 0)
        if places[number] == nil {
          if kind == 1, second < bytes.count { places[number] = .offset(second) }
          if kind == 2 { places[number] = .inStream(second, index: third) }
        }
        number += 1
        left -= 1
      }
    }
    return entries
  }

  private func startOfTable() throws(PDFError) -> Int {
    let mark = Array("startxref".utf8)
    var index = bytes.count - mark.count
    while index >= 0, index > bytes.count - 2048 {
      if bytes[index] == mark[0], bytes[index..<index + mark.count].elementsEqual(mark) {
        var parser = PDFParser(bytes, (index + mark.count)..<bytes.count)
        guard let offset = try parser.object().integer else {
          throw parser.damage("no place of the table")
        }
        return offset
      }
      index -= 1
    }
    throw .damaged("no 'startxref' at the end")
  }
}

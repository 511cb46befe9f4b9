extension Document {
  /// The document as text: a line for each block, indented as blocks stand in one another.
  ///
  /// Texts stand in quotes with their stress as in Markdown: `_…_`, `**…**`; `^…^` is raised, a
  /// backquote verbatim, and what a stretch leads to follows it in brackets.
  public func dump() -> String {
    var lines = ["document \(quoted(metadata.title))"]
    for (name, value) in [
      ("author", metadata.author), ("subject", metadata.subject), ("language", metadata.language),
      ("date", metadata.date ?? ""),
    ] where !value.isEmpty {
      lines.append("  \(name) \(quoted(value))")
    }
    furniture.dump(indent: "  ", into: &lines)
    if !watermark.isEmpty { lines.append("  watermark \(quoted(watermark))") }
    for name in pictures.keys.sorted() {
      guard let picture = pictures[name] else { continue }
      lines.append("  picture \(name) \(picture.path) alt \(quoted(picture.alternate))")
    }
    for block in blocks { block.dump(indent: "  ", into: &lines) }
    for (index, note) in notes.enumerated() {
      lines.append("  note \(index) mark \(quoted(note.mark)) \(note.text.dump)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension RichText {
  /// The text in quotes, with its marks.
  public var dump: String {
    guard !spans.isEmpty else { return quoted(text) }
    let bytes = Array(text.utf8)
    func part(_ range: Range<Int>) -> String {
      escaped(String(decoding: bytes[range], as: UTF8.self))
    }
    var result = "\""
    var end = 0
    for span in spans {
      if span.start > end { result += part(end..<span.start) }
      let marks = span.marks
      var signs = ""
      if marks.contains(.strong) { signs += "**" }
      if marks.contains(.emphasis) { signs += "_" }
      if marks.contains(.raised) { signs += "^" }
      if marks.contains(.verbatim) { signs += "`" }
      result += signs + part(span.start..<span.end) + String(signs.reversed())
      switch span.target {
      case .address(let address): result += "[\(address)]"
      case .block(let id): result += "[#\(id)]"
      case .page(let id): result += "[page #\(id)]"
      case .pages(let id): result += "[pages #\(id)]"
      case .note(let index): result += "[note \(index)]"
      case nil: break
      }
      if let language = span.language { result += "[lang \(language)]" }
      if !span.expansion.isEmpty { result += "[means \(span.expansion)]" }
      if !span.spoken.isEmpty { result += "[says \(span.spoken)]" }
      end = span.end
    }
    if end < bytes.count { result += part(end..<bytes.count) }
    return result + "\""
  }
}

extension Block {
  /// Adds the block's lines.
  func dump(indent: String, into lines: inout [String]) {
    let inner = indent + "  "
    switch self {
    case .heading(let heading):
      var line = "\(indent)heading \(heading.level)"
      if !heading.number.isEmpty { line += " number \(quoted(heading.number))" }
      line += " \(heading.text.dump) #\(heading.id)"
      if heading.numbering != .automatic { line += " numbering \(heading.numbering.rawValue)" }
      if heading.style != "heading-\(heading.level)" { line += " style \(heading.style)" }
      if heading.breaksPage { line += heading.opensRecto ? " new right-hand page" : " new page" }
      if !heading.isListed { line += " unlisted" }
      lines.append(line)
    case .paragraph(let paragraph):
      lines.append("\(indent)\(paragraph.style) \(paragraph.text.dump)")
    case .list(let list):
      switch list.marking {
      case .bullets: lines.append("\(indent)list bullets style \(list.style)")
      case .numbers(let first):
        lines.append("\(indent)list numbers from \(first) style \(list.style)")
      }
      if let form = list.form { lines[lines.count - 1] += " form \(quoted(form))" }
      for item in list.items {
        lines.append("\(inner)item")
        for block in item { block.dump(indent: inner + "  ", into: &lines) }
      }
    case .table(let table): table.dump(indent: indent, into: &lines)
    case .keyValues(let pairs):
      lines.append("\(indent)key-values style \(pairs.style)")
      for pair in pairs.pairs { lines.append("\(inner)\(pair.key.dump): \(pair.value.dump)") }
    case .contents(let contents):
      let listed =
        contents.kind == .headings ? "levels \(contents.levels)" : "of \(contents.kind.rawValue)"
      lines.append("\(indent)contents \(listed) \(contents.title.dump)")
    case .cover(let cover):
      lines.append("\(indent)cover")
      for part in cover.parts { lines.append("\(inner)\(part.name) \(part.text.dump)") }
    case .notes(let style): lines.append("\(indent)notes style \(style)")
    case .figure(let figure): figure.dump(indent: indent, into: &lines)
    case .panel(let panel): panel.dump(indent: indent, into: &lines)
    case .quotation(let quotation): quotation.dump(indent: indent, into: &lines)
    case .signatures(let signatures): signatures.dump(indent: indent, into: &lines)
    case .miniature(let miniature): miniature.dump(indent: indent, into: &lines)
    case .part(let part): part.dump(indent: indent, into: &lines)
    case .columns(let columns):
      var line = "\(indent)columns \(columns.count)"
      if let gutter = columns.gutter { line += " gutter \(gutter) pt" }
      lines.append(line)
      for block in columns.blocks { block.dump(indent: inner, into: &lines) }
    case .landscape(let blocks):
      lines.append("\(indent)landscape")
      for block in blocks { block.dump(indent: inner, into: &lines) }
    case .pageBreak: lines.append("\(indent)page-break")
    case .fill: lines.append("\(indent)fill")
    }
  }
}

extension Table {
  fileprivate func dump(indent: String, into lines: inout [String]) {
    var line = "\(indent)table style \(style)"
    if !id.isEmpty { line += " #\(id)" }
    if let label { line += " label \(label.dump)" }
    if let caption { line += " caption \(caption.dump)" }
    lines.append(line)
    let looks = columns.map { column in
      let width =
        switch column.width {
        case .auto: "auto"
        case .fit: "fit"
        case .fixed(let width): "\(width) pt"
        case .share(let share): "\(Int((share * 1000).rounded())) ‰"
        }
      var look = "\(column.alignment.rawValue) \(width)"
      if let least = column.leastWidth { look += " least \(least) pt" }
      if let most = column.mostWidth { look += " most \(most) pt" }
      return look
    }
    lines.append("\(indent)  columns \(looks.joined(separator: ", "))")
    if whenTooWide != .landscape {
      lines.append("\(indent)  when too wide \(whenTooWide.rawValue)")
    }
    if let record {
      let fields = record.fields.map { field in
        "line \(field.line + 1) column \(field.column + 1)"
          + (field.columnSpan > 1 ? "–\(field.column + field.columnSpan)" : "")
      }
      lines.append("\(indent)  record \(fields.joined(separator: ", "))")
    }
    for row in head { row.dump("head", indent: indent + "  ", into: &lines) }
    for row in continuedHead ?? [] {
      row.dump("continued-head", indent: indent + "  ", into: &lines)
    }
    for row in rows { row.dump(row.kind.rawValue, indent: indent + "  ", into: &lines) }
    for note in notes { lines.append("\(indent)  note \(note)") }
    for text in legend { lines.append("\(indent)  legend \(text.dump)") }
  }
}

extension Table.Row {
  fileprivate func dump(_ name: String, indent: String, into lines: inout [String]) {
    var line = indent + name
    if depth > 0 { line += " depth \(depth)" }
    var later: [[Block]] = []
    for cell in cells {
      line += " |"
      if cell.columnSpan > 1 { line += " columns \(cell.columnSpan)" }
      if cell.rowSpan > 1 { line += " rows \(cell.rowSpan)" }
      if cell.isRowHead { line += " head" }
      if let alignment = cell.alignment { line += " \(alignment.rawValue)" }
      for badge in cell.badges { line += " [\(badge.text.text)]" }
      switch cell.content {
      case .text(let text): line += " \(text.dump)"
      case .blocks(let blocks):
        later.append(blocks)
        line += " blocks \(later.count)"
      }
    }
    lines.append(line)
    for (index, blocks) in later.enumerated() {
      lines.append("\(indent)  blocks \(index + 1)")
      for block in blocks { block.dump(indent: indent + "    ", into: &lines) }
    }
    if let carried {
      Table.Row(cells: carried.foot).dump("carried-foot", indent: indent + "  ", into: &lines)
      Table.Row(cells: carried.head).dump("carried-head", indent: indent + "  ", into: &lines)
    }
  }
}

/// A text in quotes, on one line.
func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

/// A text with what cannot be seen written out.
private func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\u{2028}": result += "\\l"
    case "\u{A0}": result += "~"
    case "\u{202F}": result += "\\,"
    case "\u{AD}": result += "\\-"
    default:
      if let field = Furniture.Field(rawValue: Character(scalar)) {
        result += "{\(field)}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
  return result
}

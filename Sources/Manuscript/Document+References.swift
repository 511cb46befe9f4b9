import Diagnostics

extension Document {
  /// What stands for the name of a block in a text that refers to it until the name is known.
  public static var nameStandIn: String { "\u{FFFC}" }

  /// Puts the names of headings, tables, figures and the like in place of the stand-ins that refer
  /// to them.
  ///
  /// What has a number is called by it: "avsnitt 2.1", "bilaga 4", "§ 159", "tabell 3"; what has none,
  /// by its words. A label that no block has is put in as it is; layout tells that its target is
  /// missing.
  ///
  /// - Parameter section: What a numbered heading is called in a text: "avsnitt".
  public mutating func fillReferences(section: String = "avsnitt") {
    var names: [String: String] = [:]
    for block in blocks {
      block.walk { block in
        guard let (id, name) = block.referenceName(section: section), !id.isEmpty else { return }
        names[id] = name
      }
    }
    for index in blocks.indices { blocks[index].fillReferences(names) }
    for index in notes.indices { notes[index].text.fillReferences(names) }
  }
}

extension Block {
  /// What references call the block by, and what they print for it; nil for what has no name.
  fileprivate func referenceName(section: String) -> (id: String, name: String)? {
    switch self {
    case .heading(let heading):
      let number = heading.number
      if number.isEmpty { return (heading.id, heading.text.text) }
      let isPlain = number.first?.isNumber == true && !number.contains("§")
      return (heading.id, isPlain ? "\(section)\u{A0}\(number)" : number.withSmallInitial)
    case .table(let table):
      return (table.label?.text.withSmallInitial ?? table.caption?.text).map { (table.id, $0) }
    case .figure(let figure):
      return (figure.label?.text.withSmallInitial ?? figure.caption?.text).map { (figure.id, $0) }
    case .panel(let panel): return panel.title.map { (panel.id, $0.text) }
    case .part(let part): return part.title.isEmpty ? nil : (part.id, part.title)
    case .paragraph, .list, .keyValues, .contents, .cover, .notes, .quotation, .signatures,
      .miniature, .columns, .landscape, .pageBreak, .fill:
      return nil
    }
  }

  /// The running texts of the block, in reading order; of a table and a cover as well.
  public var texts: [RichText] {
    var texts: [RichText] = []
    var copy = self
    copy.change { texts.append($0) }
    return texts
  }

  fileprivate mutating func fillReferences(_ names: [String: String]) {
    change { $0.fillReferences(names) }
  }

  /// Gives every running text of the block to a change.
  mutating func change(_ change: (inout RichText) -> Void) {
    switch self {
    case .heading(var heading):
      change(&heading.text)
      self = .heading(heading)
    case .paragraph(var paragraph):
      change(&paragraph.text)
      self = .paragraph(paragraph)
    case .list(var list):
      for item in list.items.indices {
        for block in list.items[item].indices { list.items[item][block].change(change) }
      }
      self = .list(list)
    case .table(var table):
      if var caption = table.caption {
        change(&caption)
        table.caption = caption
      }
      for row in table.head.indices { table.head[row].change(change) }
      if var head = table.continuedHead {
        for row in head.indices { head[row].change(change) }
        table.continuedHead = head
      }
      for row in table.rows.indices { table.rows[row].change(change) }
      for text in table.legend.indices { change(&table.legend[text]) }
      self = .table(table)
    case .keyValues(var pairs):
      for index in pairs.pairs.indices {
        change(&pairs.pairs[index].key)
        change(&pairs.pairs[index].value)
      }
      self = .keyValues(pairs)
    case .contents(var contents):
      change(&contents.title)
      self = .contents(contents)
    case .cover(var cover):
      for index in cover.parts.indices { change(&cover.parts[index].text) }
      self = .cover(cover)
    case .figure(var figure):
      for path in [\Figure.label, \Figure.caption, \Figure.credit] {
        guard var text = figure[keyPath: path] else { continue }
        change(&text)
        figure[keyPath: path] = text
      }
      self = .figure(figure)
    case .panel(var panel):
      if var title = panel.title {
        change(&title)
        panel.title = title
      }
      panel.blocks.change(change)
      self = .panel(panel)
    case .quotation(var quotation):
      quotation.blocks.change(change)
      if var source = quotation.source {
        change(&source)
        quotation.source = source
      }
      self = .quotation(quotation)
    case .signatures(var signatures):
      for index in signatures.places.indices {
        change(&signatures.places[index].role)
        change(&signatures.places[index].name)
        change(&signatures.places[index].text)
      }
      self = .signatures(signatures)
    case .miniature(var miniature):
      miniature.blocks.change(change)
      miniature.below.change(change)
      self = .miniature(miniature)
    case .part(var part):
      part.blocks.change(change)
      self = .part(part)
    case .columns(var columns):
      columns.blocks.change(change)
      self = .columns(columns)
    case .landscape(var blocks):
      blocks.change(change)
      self = .landscape(blocks)
    case .notes, .pageBreak, .fill: break
    }
  }
}

extension [Block] {
  fileprivate mutating func change(_ change: (inout RichText) -> Void) {
    for index in indices { self[index].change(change) }
  }
}

extension Table.Row {
  fileprivate mutating func change(_ change: (inout RichText) -> Void) {
    for index in cells.indices {
      for badge in cells[index].badges.indices { change(&cells[index].badges[badge].text) }
      switch cells[index].content {
      case .text(var text):
        change(&text)
        cells[index].content = .text(text)
      case .blocks(var blocks):
        for block in blocks.indices { blocks[block].change(change) }
        cells[index].content = .blocks(blocks)
      }
    }
  }
}

extension String {
  /// The text with a small letter first, unless its first word is written in capitals.
  fileprivate var withSmallInitial: String {
    guard let first, first.isUppercase, dropFirst().first?.isUppercase != true else { return self }
    return first.lowercased() + dropFirst()
  }

  fileprivate var withLargeInitial: String {
    first.map { $0.uppercased() + dropFirst() } ?? self
  }
}

extension RichText {
  /// Whether a sentence begins at a byte: nothing but spaces stands between it and the text's start
  /// or the end of another sentence.
  private func beginsSentence(at offset: Int) -> Bool {
    for byte in text.utf8.prefix(offset).reversed() {
      if byte == UInt8(ascii: " ") { continue }
      return [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(byte)
    }
    return true
  }

  fileprivate mutating func fillReferences(_ names: [String: String]) {
    for index in spans.indices.reversed() {
      guard case .block(let id)? = spans[index].target else { continue }
      let utf8 = text.utf8
      let start = utf8.index(utf8.startIndex, offsetBy: spans[index].start)
      let end = utf8.index(utf8.startIndex, offsetBy: spans[index].end)
      guard text[start..<end] == Document.nameStandIn else { continue }
      var name = names[id] ?? id
      if beginsSentence(at: spans[index].start) { name = name.withLargeInitial }
      let growth = name.utf8.count - (spans[index].end - spans[index].start)
      let edge = spans[index].end
      text.replaceSubrange(start..<end, with: name)
      spans[index].end += growth
      for later in spans.indices[(index + 1)...] {
        spans[later].start += growth
        spans[later].end += growth
      }
      for turn in places.turns.indices where places.turns[turn].offset >= edge {
        places.turns[turn].offset += growth
      }
    }
  }
}

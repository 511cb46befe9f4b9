import Diagnostics

extension Document {
  /// What stands for the name of a block in a text that refers to it until the name is known.
  public static var nameStandIn: String { "\u{FFFC}" }

  /// Puts the words of headings and captions in place of the stand-ins that refer to them.
  ///
  /// A label that no block has is put in as it is; layout tells that its target is missing.
  public mutating func fillReferences() {
    var names: [String: String] = [:]
    for block in blocks {
      block.walk { block in
        switch block {
        case .heading(let heading): names[heading.id] = heading.text.text
        case .table(let table):
          if !table.id.isEmpty, let caption = table.caption { names[table.id] = caption.text }
        default: break
        }
      }
    }
    for index in blocks.indices { blocks[index].fillReferences(names) }
    for index in notes.indices { notes[index].text.fillReferences(names) }
  }
}

extension Block {
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

extension RichText {
  fileprivate mutating func fillReferences(_ names: [String: String]) {
    for index in spans.indices.reversed() {
      guard case .block(let id)? = spans[index].target else { continue }
      let utf8 = text.utf8
      let start = utf8.index(utf8.startIndex, offsetBy: spans[index].start)
      let end = utf8.index(utf8.startIndex, offsetBy: spans[index].end)
      guard text[start..<end] == Document.nameStandIn else { continue }
      let name = names[id] ?? id
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

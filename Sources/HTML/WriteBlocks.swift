import Manuscript

extension HTMLWriter {
  /// Writes a block, on lines of its own.
  mutating func write(_ block: Block) {
    switch block {
    case .heading(let heading): write(heading)
    case .paragraph(let paragraph): write(paragraph)
    case .list(let list): write(list)
    case .table(let table): write(table)
    case .keyValues(let pairs): write(pairs)
    case .contents(let contents): write(contents)
    case .cover(let cover): write(cover)
    case .notes(let style): writeNotes(style: style)
    case .figure(let figure): write(figure)
    case .panel(let panel): write(panel)
    case .quotation(let quotation): write(quotation)
    case .signatures(let signatures): write(signatures)
    case .miniature(let miniature): for block in miniature.blocks + miniature.below { write(block) }
    case .part(let part): write(part)
    case .columns(let columns): for block in columns.blocks { write(block) }
    case .landscape(let blocks): for block in blocks { write(block) }
    case .pageBreak, .fill: break
    }
  }

  /// Writes the cover as the page's head.
  mutating func write(_ cover: Cover) {
    text += "<header class=\"cover\">\n"
    if let logotype = document.pictures[Document.logotype] {
      writePicture(logotype.path, logotype.alternate, [("class", "logotype")])
      text += "\n"
    }
    for part in cover.parts where !part.text.isEmpty {
      let isTitle = part.name == Cover.Part.title
      element(isTitle ? "h1" : "p", [("class", "cover-\(part.name)")]) { $0.write(part.text) }
      text += "\n"
    }
    // What looks well across a sheet of paper would push the title off a screen: it stands below.
    if let picture = document.pictures[Document.coverPicture] {
      let focus = "object-position: \(percent(picture.crop.x)) \(percent(picture.crop.y))"
      writePicture(
        picture.path, picture.alternate, [("class", "cover-picture"), ("style", focus)])
      text += "\n"
    }
    text += "</header>\n"
  }

  private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }

  /// Writes a picture with what it shows; one that nobody has is left to those words.
  ///
  /// A picture that shows nothing but itself has an empty text, which screen readers pass over.
  mutating func writePicture(
    _ path: String, _ alternate: String, _ attributes: [(String, String)] = []
  ) {
    guard let address = options.pictures[path] else {
      escape(alternate)
      return
    }
    text += "<img"
    for (name, value) in attributes { attribute(name, value) }
    attribute("src", address)
    text += " alt=\""
    escape(alternate)
    text += "\"/>"
  }

  private mutating func write(_ heading: Heading) {
    let level = heading.level + headingShift
    // HTML has six levels; what is deeper says its level to those who listen.
    let deep = level > 6 ? [("role", "heading"), ("aria-level", String(level))] : []
    element(level > 6 ? "div" : "h\(level)", [("id", heading.id)] + deep) { writer in
      if !heading.number.isEmpty {
        writer.element("span", [("class", "number")]) { $0.escape(heading.number) }
        writer.text += " "
      }
      writer.write(heading.text)
    }
    text += "\n"
  }

  private mutating func write(_ paragraph: Paragraph) {
    switch paragraph.style {
    case "body": element("p") { $0.write(paragraph.text) }
    case "quote":
      element("blockquote") { $0.element("p") { $0.write(paragraph.text) } }
    default: element("p", [("class", paragraph.style)]) { $0.write(paragraph.text) }
    }
    text += "\n"
  }

  private mutating func write(_ list: List) {
    var name = "ul"
    var attributes: [(String, String)] = []
    if case .numbers(let first) = list.marking {
      name = "ol"
      if first != 1 { attributes.append(("start", String(first))) }
      // What the list's own form counts with, `(a)`; where it has none, the page's style says.
      if let kind = list.form?.first(where: { "1aAiI".contains($0) }) {
        attributes.append(("type", String(kind)))
      }
    }
    element(name, attributes) { writer in
      writer.text += "\n"
      for item in list.items {
        writer.element("li") { $0.writeInside(item) }
        writer.text += "\n"
      }
    }
    text += "\n"
  }

  /// Writes blocks inside an item or a cell: a text that stands alone without a paragraph round it.
  mutating func writeInside(_ blocks: [Block]) {
    if case .paragraph(let only)? = blocks.first,
      blocks.dropFirst().allSatisfy({ if case .list = $0 { true } else { false } })
    {
      write(only.text)
      for block in blocks.dropFirst() {
        text += "\n"
        write(block)
      }
      return
    }
    for block in blocks { write(block) }
  }

  private mutating func write(_ pairs: KeyValues) {
    text += "<dl>\n"
    for pair in pairs.pairs {
      element("dt") { $0.write(pair.key) }
      element("dd") { $0.write(pair.value) }
      text += "\n"
    }
    text += "</dl>\n"
  }

  // MARK: Contents

  private mutating func write(_ contents: Contents) {
    contentsWritten += 1
    let id = contentsWritten == 1 ? "_toc" : "_toc-\(contentsWritten)"
    let isNamed = !contents.title.isEmpty
    let entries = document.entries(of: contents)
    guard !entries.isEmpty else { return }
    element("nav", isNamed ? [("aria-labelledby", id)] : [("aria-label", words.contents)]) {
      writer in
      writer.text += "\n"
      if isNamed {
        writer.element("p", [("class", "toc-title"), ("id", id)]) { $0.write(contents.title) }
      }
      var depth = 0
      for entry in entries {
        writer.step(from: &depth, to: entry.level)
        writer.element("a", [("href", "#\(entry.id)")]) { writer in
          if !entry.number.isEmpty { writer.escape(entry.number + " ") }
          writer.escape(entry.text.text)
        }
      }
      writer.step(from: &depth, to: 0)
    }
    text += "\n"
  }

  /// Closes and opens lists so that the next entry stands at a depth.
  private mutating func step(from depth: inout Int, to next: Int) {
    while depth > next {
      text += "</li>\n</ol>"
      depth -= 1
    }
    if depth == next, depth > 0 { text += "</li>\n<li>" }
    while depth < next {
      text += "\n<ol>\n<li>"
      depth += 1
    }
  }

  // MARK: Notes

  /// Writes the notes that have been called so far and not been set, with links back to their calls.
  mutating func writeNotes(style: String) {
    writeNotes(
      document.notes.indices.filter { calls[$0] > 0 && !settledNotes.contains($0) })
  }

  /// Writes some notes as a list, each under its own mark.
  mutating func writeNotes(_ notes: [Int]) {
    guard !notes.isEmpty else { return }
    element("section", [("class", "notes"), ("aria-label", words.notes)]) { writer in
      writer.text += "\n"
      for index in notes {
        writer.settledNotes.insert(index)
        writer.writeNote(index)
      }
    }
    text += "\n"
  }

  private mutating func writeNote(_ index: Int) {
    let note = document.notes[index]
    element("div", [("class", "note"), ("id", noteID(index)), ("role", "note")]) { writer in
      writer.element("span", [("class", "mark")]) { $0.escape(note.mark) }
      writer.text += " "
      writer.write(note.text)
      for call in 0..<writer.calls[index] {
        writer.text += " "
        writer.element(
          "a", [("href", "#" + writer.callID(index, call)), ("aria-label", writer.words.back)]
        ) { $0.text += "↩" }
      }
    }
    text += "\n"
  }
}

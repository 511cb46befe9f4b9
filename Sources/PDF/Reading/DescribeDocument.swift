import Pages

extension ReadDocument {
  /// The file as text: metadata, fonts, bookmarks, structure tree.
  func describe() -> String {
    var lines: [String] = []
    lines.append("PDF \(file.version), \(pages.count) pages, \(structure.elements.count) elements")
    lines += describeMetadata()
    for font in fonts {
      let notes = (font.isEmbedded ? " embedded" : "") + (font.saysText ? " text" : "")
      lines.append("font \(font.name)\(notes)")
    }
    for (name, number) in attachments { lines.append("attached \(name)\(number)") }
    for entry in outline {
      lines.append(String(repeating: "  ", count: entry.level - 1) + "bookmark \"\(entry.title)\"")
    }
    for top in structure.top { add(top, depth: 0, to: &lines) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func describeMetadata() -> [String] {
    var lines: [String] = []
    for key in ["Title", "Author", "Subject", "Creator", "CreationDate"] {
      if let text = file[information[key]].text { lines.append("\(key.lowercased()) \"\(text)\"") }
    }
    if let language = file[catalog["Lang"]].text { lines.append("language \(language)") }
    if let metadata {
      if let part = metadata.property("pdfaid:part") {
        lines.append("PDF/A-\(part)\(metadata.property("pdfaid:conformance")?.lowercased() ?? "")")
      }
      if let part = metadata.property("pdfuaid:part") { lines.append("PDF/UA-\(part)") }
      if let extract { lines.append("extract \(extract.part) sha256 \(extract.digest)") }
    }
    let wishes = file[catalog["ViewerPreferences"]].dictionary
    for (key, name) in [("Duplex", "duplex"), ("PrintScaling", "scaling")] {
      if let wish = file[wishes?[key]].name { lines.append("print \(name) \(wish)") }
    }
    return lines
  }

  /// What the file is an extract of; nil when it is none.
  var extract: PageSet.Metadata.Extract? {
    guard let part = metadata?.property(ExtractNames.part),
      let digest = metadata?.property(ExtractNames.digest)
    else { return nil }
    return .init(part: part, digest: digest)
  }

  /// The embedded files, each with its relationship and description.
  private var attachments: [(String, String)] {
    let tree = file[catalog["Names"]].dictionary?["EmbeddedFiles"]
    return entries(ofTree: tree, key: "Names").map { key, value in
      let entries = file[value].dictionary ?? PDFDictionary()
      let relationship = file[entries["AFRelationship"]].name ?? "?"
      let description = file[entries["Desc"]].text ?? ""
      return (key.text ?? "?", " \(relationship) \"\(description)\"")
    }
  }

  private func add(_ index: Int, depth: Int, to lines: inout [String]) {
    let element = structure.elements[index]
    var line = String(repeating: "  ", count: depth) + element.kind
    if element.role != element.kind { line += " (\(element.role))" }
    if let name = structure.name(of: index) {
      line += " #" + String(decoding: name, as: UTF8.self)
    }
    line += describeAttributes(of: index)
    var quoted = false
    /// Puts what has been read on the element's own line, what follows a child on one of its own.
    var text = ""
    func flush() {
      guard !text.isEmpty else { return }
      let said = "\"\(text)\""
      if quoted {
        lines.append(String(repeating: "  ", count: depth + 1) + said)
      } else {
        line += " " + said
      }
      text = ""
    }
    for part in element.parts {
      switch part {
      case .mark(let page, let number):
        text += contents.indices.contains(page) ? contents[page].texts[number] ?? "" : ""
      case .element(let child):
        flush()
        if !quoted { lines.append(line) }
        quoted = true
        add(child, depth: depth + 1, to: &lines)
      case .annotation(let number):
        flush()
        if !quoted { lines.append(line) }
        quoted = true
        lines.append(String(repeating: "  ", count: depth + 1) + describe(annotation: number))
      case .nothing: break
      }
    }
    flush()
    if !quoted { lines.append(line) }
  }

  private func describeAttributes(of index: Int) -> String {
    var line = ""
    for key in ["Scope", "ColSpan", "RowSpan"] {
      switch structure.attribute(key, owner: "Table", of: index) {
      case .name(let name): line += " \(key.lowercased())=\(name)"
      case .integer(let number): line += " \(key.lowercased())=\(number)"
      default: break
      }
    }
    if let headers = structure.attribute("Headers", owner: "Table", of: index)?.array {
      let names = headers.compactMap { file[$0].bytes }.map { String(decoding: $0, as: UTF8.self) }
      line += " headers=" + names.joined(separator: ",")
    }
    if let numbering = structure.attribute("ListNumbering", owner: "List", of: index)?.name {
      line += " \(numbering)"
    }
    for key in ["Lang", "Alt", "ActualText", "E"] {
      let text = structure.text(key, of: index)
      if !text.isEmpty { line += " \(key.lowercased())=\"\(text)\"" }
    }
    return line
  }

  private func describe(annotation number: Int) -> String {
    let entries = file[.reference(Reference(number: number))].dictionary ?? PDFDictionary()
    var goal = "?"
    if let action = file[entries["A"]].dictionary, let address = file[action["URI"]].text {
      goal = address
    } else if let page = file[entries["Dest"]].array?.first?.reference.flatMap({
      pageIndex[$0.number]
    }) {
      goal = "page \(page + 1)"
    }
    return "→ \(goal) \"\(file[entries["Contents"]].text ?? "")\""
  }
}

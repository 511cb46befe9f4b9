import Diagnostics

extension ReadDocument {
  /// Checks that each link on a page belongs to a link element and the other way round, says what it
  /// is, and leads to a place that there is.
  mutating func checkLinks() {
    /// The elements that own annotations.
    var owners: [Int: Int] = [:]
    for (index, element) in structure.elements.enumerated() {
      for case .annotation(let number) in element.parts { owners[number] = index }
    }
    var parents: [Int: Int] = [:]
    for (key, value) in entries(ofTree: structure.root["ParentTree"], key: "Nums") {
      if let key = key.integer, let object = value.reference?.number { parents[key] = object }
    }
    var seen: Set<Int> = []
    for (page, entries) in pages.enumerated() {
      let annotations = file[entries["Annots"]].array ?? []
      guard !annotations.isEmpty else { continue }
      if file[entries["Tabs"]].name != "S" { report(.pdfTabOrder, .tabOrder, page: page) }
      for annotation in annotations {
        guard let number = annotation.reference?.number else { continue }
        seen.insert(number)
        check(annotation, owner: owners[number], parents: parents, page: page)
      }
    }
    for number in owners.keys.sorted() where !seen.contains(number) {
      report(.pdfLinkUntagged, .onNoPage)
    }
    for (index, element) in structure.elements.enumerated() where element.role == "Link" {
      let hasArea = element.parts.contains { if case .annotation = $0 { true } else { false } }
      if !hasArea { report(.pdfLinkUntagged, .withoutArea(text(of: index))) }
    }
  }

  private mutating func check(
    _ annotation: PDFObject, owner: Int?, parents: [Int: Int], page: Int
  ) {
    guard let entries = file[annotation].dictionary,
      !["Popup", "Widget"].contains(file[entries["Subtype"]].name)
    else { return }
    let isLink = file[entries["Subtype"]].name == "Link"
    let owning = owner.map { structure.elements[$0] }
    if owning == nil || isLink && owning?.role != "Link" {
      report(.pdfLinkUntagged, .withoutElement, page: page)
    } else if let key = file[entries["StructParent"]].integer, parents[key] == owning?.object {
      // The way back leads to the same element.
    } else {
      report(.pdfParentTreeDiffers, .otherElement, page: page)
    }
    if file[entries["Contents"]].text?.isEmpty != false {
      report(.pdfLinkWithoutText, .withoutText, page: page)
    }
    guard isLink else { return }
    let box = file[entries["Rect"]].array?.compactMap { file[$0].number } ?? []
    let isArea = box.count == 4 && box[0] != box[2] && box[1] != box[3]
    if !isArea || !leadsSomewhere(entries) {
      report(.pdfLinkNowhere, .nowhere(file[entries["Contents"]].text ?? ""), page: page)
    }
  }

  private func leadsSomewhere(_ entries: PDFDictionary) -> Bool {
    var destination = file[entries["Dest"]]
    if let action = file[entries["A"]].dictionary {
      switch file[action["S"]].name {
      case "URI": return file[action["URI"]].bytes?.isEmpty == false
      case "GoTo": destination = file[action["D"]]
      default: return false
      }
    }
    if let name = destination.bytes {
      let tree = file[catalog["Names"]].dictionary?["Dests"]
      let found = self.entries(ofTree: tree, key: "Names").first { $0.key.bytes == name }?.value
      destination = file[found].dictionary.map { file[$0["D"]] } ?? file[found]
    }
    return destination.array?.first?.reference.map { pageIndex[$0.number] != nil } ?? false
  }
}

extension Message {
  fileprivate static var tabOrder: Message {
    Message(
      sv: "sidans länkar nås inte i läsordningen (Tabs)",
      en: "the page's links are not reached in reading order (Tabs)")
  }

  fileprivate static var onNoPage: Message {
    Message(
      sv: "ett element har en länk som inte finns på någon sida",
      en: "an element has a link that is on no page")
  }

  fileprivate static func withoutArea(_ text: String) -> Message {
    Message(
      sv: "länken '\(text)' kan inte klickas på: den har ingen yta på sidan",
      en: "link '\(text)' cannot be clicked on: it has no area on the page")
  }

  fileprivate static var withoutElement: Message {
    Message(
      sv: "en länk på sidan hör inte till något länkelement i strukturträdet",
      en: "a link on the page belongs to no link element of the structure tree")
  }

  fileprivate static var otherElement: Message {
    Message(
      sv: "ParentTree säger att en länk hör till ett annat element än det som har den",
      en: "the ParentTree says that a link belongs to another element than holds it")
  }

  fileprivate static var withoutText: Message {
    Message(
      sv: "en länk säger inte i ord vart den leder (Contents)",
      en: "a link does not say in words where it leads (Contents)")
  }

  fileprivate static func nowhere(_ text: String) -> Message {
    Message(sv: "länken '\(text)' leder ingenstans", en: "link '\(text)' leads nowhere")
  }
}

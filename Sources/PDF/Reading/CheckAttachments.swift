import Diagnostics

extension ReadDocument {
  /// Checks that every file in the document says what it is to the document, and that the standard
  /// that the document keeps to allows it.
  mutating func checkAttachments() {
    let tree = file[catalog["Names"]].dictionary?["EmbeddedFiles"]
    let attached = entries(ofTree: tree, key: "Names")
    let associated = Set(file[catalog["AF"]].array ?? [])
    for (key, value) in attached {
      let name = key.text ?? "?"
      if metadata?.property("pdfaid:part") != "3" {
        report(.pdfAttachmentRefused, .refused(name))
      }
      let entries = file[value].dictionary ?? PDFDictionary()
      let content = file[entries["EF"]].dictionary.flatMap { file.stream($0["UF"] ?? $0["F"]) }
      let lacks = ["F", "UF", "Desc"].filter { file[entries[$0]].text?.isEmpty != false }
      if !lacks.isEmpty || file[entries["AFRelationship"]].name == nil
        || !associated.contains(value)
        || content.flatMap({ file[$0.entries["Subtype"]].name }) == nil
      {
        report(.pdfAttachmentUndescribed, .undescribed(name))
      }
    }
  }
}

extension Message {
  fileprivate static func refused(_ name: String) -> Message {
    Message(
      sv: "filen '\(name)' är bifogad, och det tillåter bara PDF/A-3",
      en: "file '\(name)' is attached, which only PDF/A-3 allows")
  }

  fileprivate static func undescribed(_ name: String) -> Message {
    Message(
      sv:
        "den bifogade filen '\(name)' säger inte vad den är (namn, beskrivning, slag, förhållande)",
      en: "attached file '\(name)' does not say what it is (name, description, type, relationship)")
  }
}

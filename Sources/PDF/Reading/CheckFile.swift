import Diagnostics

extension ReadDocument {
  /// The information dictionary.
  var information: PDFDictionary {
    file[file.trailer["Info"]].dictionary ?? PDFDictionary()
  }

  /// The metadata stream; nil for none that can be read.
  var metadata: ReadMetadata? {
    guard let stream = file.stream(catalog["Metadata"]), stream.entries["Filter"] == nil,
      let bytes = file.content(of: stream)
    else { return nil }
    return ReadMetadata(text: String(decoding: bytes, as: UTF8.self))
  }

  /// Checks the catalog, the metadata and what the standards ask of the file as a whole.
  mutating func checkFile() {
    for damage in file.damages { report(.pdfUnreadable, .damaged(damage)) }
    if structure.elements.isEmpty
      || file[file[catalog["MarkInfo"]].dictionary?["Marked"]] != .boolean(true)
    {
      report(.pdfUntagged, .untagged)
    }
    if file[catalog["Lang"]].text?.isEmpty != false { report(.pdfLanguageMissing, .noLanguage) }
    let shows = file[file[catalog["ViewerPreferences"]].dictionary?["DisplayDocTitle"]]
    if shows != .boolean(true) { report(.pdfTitleHidden, .titleHidden) }
    if file.trailer["ID"]?.array?.count != 2 { report(.pdfIdentifierMissing, .noIdentifier) }
    if entries(ofTree: catalog["PageLabels"], key: "Nums").isEmpty {
      report(.pdfPageLabelsMissing, .noPageLabels)
    }
    checkColours()
    checkActions()
    checkMetadata()
    checkFonts()
  }

  private mutating func checkColours() {
    for intent in file[catalog["OutputIntents"]].array ?? [] {
      guard let entries = file[intent].dictionary,
        file[entries["S"]].name == "GTS_PDFA1",
        let stream = file.stream(entries["DestOutputProfile"]),
        let profile = file.content(of: stream), profile.count > 132,
        profile[36..<40].elementsEqual("acsp".utf8)
      else { continue }
      return
    }
    report(.pdfColourProfileMissing, .noColourProfile)
  }

  private mutating func checkActions() {
    let names = file[catalog["Names"]].dictionary
    let opening = file[file[catalog["OpenAction"]].dictionary?["S"]].name
    if catalog["AA"] != nil || names?["JavaScript"] != nil || catalog["AcroForm"] != nil
      || opening != nil && opening != "GoTo"
    {
      report(.pdfActiveContent, .active)
    }
  }

  private mutating func checkMetadata() {
    guard let metadata else { return report(.pdfMetadataMissing, .noMetadata) }
    if metadata.property("pdfaid:part") == nil || metadata.property("pdfaid:conformance") == nil {
      report(.pdfStandardMissing, .noStandard("PDF/A"))
    }
    if metadata.property("pdfuaid:part") == nil {
      report(.pdfStandardMissing, .noStandard("PDF/UA"))
    }
    if metadata.property("dc:title")?.isEmpty != false {
      report(.pdfMetadataDiffers, .differs("dc:title", "", "?"))
    }
    let information = information
    for (key, name) in [
      ("Title", "dc:title"), ("Author", "dc:creator"), ("Subject", "dc:description"),
      ("Creator", "xmp:CreatorTool"), ("Producer", "pdf:Producer"),
    ] {
      let said = file[information[key]].text
      let other = metadata.property(name)
      if (said ?? "") != (other ?? "") {
        report(.pdfMetadataDiffers, .differs(key, said ?? "", other ?? ""))
      }
    }
    for (key, name) in [("CreationDate", "xmp:CreateDate"), ("ModDate", "xmp:ModifyDate")] {
      let said = file[information[key]].text ?? ""
      let other = metadata.property(name).map(informationDate) ?? ""
      if said != other { report(.pdfMetadataDiffers, .differs(key, said, other)) }
    }
  }

  private mutating func checkFonts() {
    for font in fonts {
      if !font.isEmbedded { report(.pdfFontNotEmbedded, .notEmbedded(font.name)) }
      if !font.saysText { report(.pdfFontWithoutText, .withoutText(font.name)) }
      if !font.mapsGlyphs { report(.pdfFontUnmapped, .unmapped(font.name)) }
    }
  }
}

extension Message {
  fileprivate static func damaged(_ what: String) -> Message {
    Message(sv: "filen är skadad: \(what)", en: "the file is damaged: \(what)")
  }

  fileprivate static var untagged: Message {
    Message(
      sv: "filen är inte taggad: den har inget strukturträd, eller säger inte att den har det",
      en: "the file is not tagged: it has no structure tree, or does not say that it has")
  }

  fileprivate static var noLanguage: Message {
    Message(
      sv: "filen säger inte vilket språk den är på (Lang)",
      en: "the file does not say which language it is in (Lang)")
  }

  fileprivate static var titleHidden: Message {
    Message(
      sv: "filen ber inte om att titeln visas i fönstret (DisplayDocTitle)",
      en: "the file does not ask for its title to be shown (DisplayDocTitle)")
  }

  fileprivate static var noIdentifier: Message {
    Message(sv: "filen har ingen identitet (ID)", en: "the file has no identifier (ID)")
  }

  fileprivate static var noPageLabels: Message {
    Message(
      sv: "filen säger inte sidornas tryckta nummer (PageLabels)",
      en: "the file does not say the pages' printed numbers (PageLabels)")
  }

  fileprivate static var noColourProfile: Message {
    Message(
      sv: "filen har ingen färgprofil för PDF/A (OutputIntents)",
      en: "the file has no colour profile for PDF/A (OutputIntents)")
  }

  fileprivate static var active: Message {
    Message(
      sv: "filen gör något när den öppnas, eller har ett formulär",
      en: "the file does something when it is opened, or has a form")
  }

  fileprivate static var noMetadata: Message {
    Message(
      sv: "filen har inga metadata som kan läsas utan uppackning (Metadata)",
      en: "the file has no metadata that can be read without unpacking (Metadata)")
  }

  fileprivate static func noStandard(_ name: String) -> Message {
    Message(
      sv: "filens metadata säger inte att den följer \(name)",
      en: "the file's metadata does not say that it keeps to \(name)")
  }

  fileprivate static func differs(_ key: String, _ said: String, _ other: String) -> Message {
    Message(
      sv: "\(key) är '\(said)' i Info men '\(other)' i metadata",
      en: "\(key) is '\(said)' in Info but '\(other)' in the metadata")
  }

  fileprivate static func notEmbedded(_ name: String) -> Message {
    Message(
      sv: "teckensnittet \(name) är inte inbäddat", en: "font \(name) is not embedded")
  }

  fileprivate static func withoutText(_ name: String) -> Message {
    Message(
      sv: "teckensnittet \(name) säger inte vilka tecken det visar (ToUnicode)",
      en: "font \(name) does not say which characters it shows (ToUnicode)")
  }

  fileprivate static func unmapped(_ name: String) -> Message {
    Message(
      sv: "teckensnittet \(name) säger inte hur tecken hittas i det (CIDToGIDMap)",
      en: "font \(name) does not say how glyphs are found in it (CIDToGIDMap)")
  }
}

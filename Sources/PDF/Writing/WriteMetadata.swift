import Pages

/// Writes the information dictionary.
func writeInformation(
  _ metadata: PageSet.Metadata, creator: String, to pile: inout ObjectPile
) -> Int {
  let number = pile.reserve()
  pile.add(number) { out in
    out.add("<<")
    for (key, text) in [
      ("/Title", metadata.title), ("/Author", metadata.author), ("/Subject", metadata.subject),
      ("/Creator", creator), ("/Producer", creator),
    ] where !text.isEmpty {
      out.add(verbatim: key)
      out.add(text: text)
    }
    if let date = metadata.date {
      for key in ["/CreationDate", "/ModDate"] {
        out.add(verbatim: key)
        out.add(string: informationDate(date).utf8)
      }
    }
    out.add(">>")
  }
  return number
}

/// A date in the form of information dictionaries: `D:20231129`, `D:20231129100000+01'00'`.
func informationDate(_ iso: String) -> String {
  var text = "D:"
  for character in iso where character.isASCII && character.isNumber || "+Z".contains(character) {
    text.append(character)
  }
  // What stands between a zone's hours and minutes, and the zone's sign when it is a minus.
  if iso.count == 25 {
    let zone = iso.suffix(6)
    text = "D:" + iso.dropLast(6).filter { $0.isNumber }
    text += String(zone.prefix(3)) + "'" + String(zone.suffix(2)) + "'"
  }
  return text
}

/// Writes the metadata stream, which says what the information dictionary says, and which standards
/// the file keeps to.
func writeMetadata(
  _ metadata: PageSet.Metadata, options: PDFOptions, to pile: inout ObjectPile
) -> Int {
  let number = pile.reserve()
  let packet = MetadataPacket(metadata, options: options).text
  pile.addStream(number, Array(packet.utf8)) { $0.add("/Type/Metadata/Subtype/XML") }
  return number
}

/// The metadata as XMP.
///
/// **Source**: ISO 16684-1 (XMP), ISO 19005-2, 6.6 (PDF/A), ISO 14289-1, section 5 (PDF/UA). PDF/A
/// asks for a description of every schema that it does not know itself, and PDF/UA's is one.
private struct MetadataPacket {
  private(set) var text = ""

  init(_ metadata: PageSet.Metadata, options: PDFOptions) {
    text += "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
    text += "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
    text += "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
    describe(prefix: "dc", "http://purl.org/dc/elements/1.1/") {
      $0.alternatives("dc:title", metadata.title)
      if !metadata.author.isEmpty { $0.list("dc:creator", "Seq", metadata.author) }
      if !metadata.subject.isEmpty { $0.alternatives("dc:description", metadata.subject) }
      $0.list("dc:language", "Bag", metadata.language)
      $0.property("dc:format", "application/pdf")
    }
    describe(prefix: "xmp", "http://ns.adobe.com/xap/1.0/") {
      $0.property("xmp:CreatorTool", options.creator)
      if let date = metadata.date {
        $0.property("xmp:CreateDate", date)
        $0.property("xmp:ModifyDate", date)
        $0.property("xmp:MetadataDate", date)
      }
    }
    describe(prefix: "pdf", "http://ns.adobe.com/pdf/1.3/") {
      $0.property("pdf:Producer", options.creator)
    }
    describe(prefix: "pdfaid", "http://www.aiim.org/pdfa/ns/id/") {
      $0.property("pdfaid:part", options.profile == .archive ? "3" : "2")
      $0.property("pdfaid:conformance", "A")
    }
    describe(prefix: "pdfuaid", "http://www.aiim.org/pdfua/ns/id/") {
      $0.property("pdfuaid:part", "1")
    }
    if let extract = metadata.extract {
      describe(prefix: "sats", ExtractNames.namespace) {
        $0.property(ExtractNames.part, extract.part)
        $0.property(ExtractNames.digest, extract.digest)
      }
    }
    addExtensions(isExtract: metadata.extract != nil)
    text += "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>"
  }

  private mutating func describe(
    prefix: String, _ namespace: String, _ body: (inout MetadataPacket) -> Void
  ) {
    text += "<rdf:Description rdf:about=\"\" xmlns:\(prefix)=\"\(namespace)\">\n"
    body(&self)
    text += "</rdf:Description>\n"
  }

  private mutating func property(_ name: String, _ value: String) {
    text += "<\(name)>\(escaped(value))</\(name)>\n"
  }

  private mutating func list(_ name: String, _ kind: String, _ value: String) {
    text += "<\(name)><rdf:\(kind)><rdf:li>\(escaped(value))</rdf:li></rdf:\(kind)></\(name)>\n"
  }

  private mutating func alternatives(_ name: String, _ value: String) {
    text += "<\(name)><rdf:Alt><rdf:li xml:lang=\"x-default\">\(escaped(value))</rdf:li></rdf:Alt>"
    text += "</\(name)>\n"
  }

  /// Describes the schemas that PDF/A does not know.
  private mutating func addExtensions(isExtract: Bool) {
    text += """
      <rdf:Description rdf:about="" \
      xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
      xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
      xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
      <pdfaExtension:schemas><rdf:Bag>

      """
    addExtension(
      "PDF/UA Universal Accessibility Schema", prefix: "pdfuaid",
      "http://www.aiim.org/pdfua/ns/id/",
      [("part", "Integer", "The part of ISO 14289 that the file keeps to")])
    if isExtract {
      addExtension(
        "Extract", prefix: "sats", ExtractNames.namespace,
        [
          ("extractPart", "Text", "The part of the source that the file repeats"),
          ("extractDigest", "Text", "The SHA-256 of that part as the source holds it"),
        ])
    }
    text += """
      </rdf:Bag></pdfaExtension:schemas>
      </rdf:Description>

      """
  }

  private mutating func addExtension(
    _ name: String, prefix: String, _ namespace: String,
    _ properties: [(name: String, type: String, description: String)]
  ) {
    text += """
      <rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>\(name)</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>\(namespace)</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>\(prefix)</pdfaSchema:prefix>
      <pdfaSchema:property><rdf:Seq>

      """
    for property in properties {
      text += """
        <rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>\(property.name)</pdfaProperty:name>
        <pdfaProperty:valueType>\(property.type)</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>\(property.description)</pdfaProperty:description>
        </rdf:li>

        """
    }
    text += """
      </rdf:Seq></pdfaSchema:property>
      </rdf:li>

      """
  }

  /// The text as it stands in XML.
  private func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension PageSet.Metadata {
  /// The same with every text on one line, and nothing in it that XML cannot hold.
  var onOneLine: PageSet.Metadata {
    PageSet.Metadata(
      title: title.onOneLine, author: author.onOneLine, subject: subject.onOneLine,
      language: language, date: date,
      extract: extract.map { Extract(part: $0.part.onOneLine, digest: $0.digest) })
  }
}

/// What the metadata of an extract are called.
enum ExtractNames {
  static let namespace = "urn:sats:extract:1#"
  static let part = "sats:extractPart"
  static let digest = "sats:extractDigest"
}

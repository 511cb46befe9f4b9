/// Writes the files that go with the document; gives the numbers of their specifications.
func writeAttachments(
  _ attachments: [Attachment], date: String?, to pile: inout ObjectPile
) -> [(name: String, number: Int)] {
  // In the order of the bytes that are written, as a reader searches them.
  let sorted = attachments.sorted {
    TextEncoding.bytes(of: $0.name).lexicographicallyPrecedes(TextEncoding.bytes(of: $1.name))
  }
  return sorted.map { attachment in
    let content = pile.reserve()
    pile.addCompressedStream(content, attachment.bytes) { out in
      out.add("/Type/EmbeddedFile/Subtype")
      out.add(name: attachment.mediaType)
      out.add("/Params<</Size ")
      out.add(attachment.bytes.count)
      if let date {
        out.add("/ModDate")
        out.add(string: informationDate(date).utf8)
      }
      out.add(">>")
    }
    let number = pile.reserve()
    pile.add(number) { out in
      out.add("<</Type/Filespec/F")
      out.add(text: attachment.name)
      out.add("/UF")
      out.add(text: attachment.name)
      out.add("/Desc")
      out.add(text: attachment.description)
      out.add("/AFRelationship")
      out.add(name: attachment.relationship.rawValue)
      out.add("/EF<</F ")
      out.add(reference: content)
      out.add("/UF ")
      out.add(reference: content)
      out.add(">>>>")
    }
    return (attachment.name, number)
  }
}

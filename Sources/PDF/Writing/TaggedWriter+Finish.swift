import Geometry
import Pages

extension TaggedWriter {
  // MARK: The rest

  /// Writes all that is not on the pages, and gives the file.
  consuming func finish() -> [UInt8] {
    let numbers = Array(firstPage..<firstPage + pages.pages.count)
    let root = pile.reserve()
    let annotations = writeAnnotations(numbers)
    writePageObjects(annotations.ofPage)
    let structure = writeStructure(root: root, numbers, annotations)
    let metadata = pages.metadata.onOneLine
    let information = writeInformation(metadata, creator: options.creator, to: &pile)
    let packet = writeMetadata(metadata, options: options, to: &pile)
    let profile = pile.reserve()
    pile.addCompressedStream(profile, ColourProfile.sRGB) { $0.add("/N 3") }
    let outline = writeOutline(
      pages.outline, pages: pages.pages, numbers: numbers, to: &pile)
    let destinations = writeDestinations(
      pages.destinations, pages: pages.pages, numbers: numbers, to: &pile)
    let files = writeAttachments(options.attachments, date: metadata.date, to: &pile)
    let catalog = pile.reserve()
    let allPages = pages.pages
    let pageTree = pageTree
    let isForPrint = options.profile == .print
    pile.add(catalog) { out in
      out.add("<</Type/Catalog/Pages ")
      out.add(reference: pageTree)
      out.add("/Lang")
      out.add(text: metadata.language)
      out.add("/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true")
      if isForPrint { out.add("/PrintScaling/None/Duplex/DuplexFlipLongEdge") }
      out.add(">>/Metadata ")
      out.add(reference: packet)
      out.add("/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)")
      out.add("/Info(sRGB IEC61966-2.1)/DestOutputProfile ")
      out.add(reference: profile)
      out.add(">>]/StructTreeRoot ")
      out.add(reference: structure)
      out.add("/PageLabels")
      addPageLabels(allPages, to: &out)
      if let outline {
        out.add("/PageMode/UseOutlines/Outlines ")
        out.add(reference: outline)
      }
      if destinations != nil || !files.isEmpty { out.add("/Names<<") }
      if let destinations {
        out.add("/Dests ")
        out.add(reference: destinations)
      }
      if !files.isEmpty {
        out.add("/EmbeddedFiles<</Names[")
        for file in files {
          out.add(text: file.name)
          out.add(reference: file.number)
        }
        out.add("]>>")
      }
      if destinations != nil || !files.isEmpty { out.add(">>") }
      if !files.isEmpty {
        out.add("/AF[")
        for file in files {
          out.add(reference: file.number)
          out.add(byte: 0x20)
        }
        out.add("]")
      }
      out.add(">>")
    }
    return pile.finish(catalog: catalog, information: information)
  }

  /// The annotations that were written: by page, by the element that owns them, and the elements by
  /// the annotations' keys in the parent tree.
  private struct Annotations {
    var ofPage: [[Int]]
    var ofNode: [Int32: [StructureWriter.Annotation]] = [:]
    var owners: [Int32] = []
  }

  private mutating func writeAnnotations(_ numbers: [Int]) -> Annotations {
    var written = Annotations(ofPage: Array(repeating: [], count: numbers.count))
    let spoken = SpokenWords(language: pages.metadata.language)
    for link in links.links {
      guard let goal = link.goal else { continue }
      let description = links.description(of: link, spoken)
      for area in link.areas {
        let number = pile.reserve()
        writeAnnotation(
          number, area, goal: goal, description: description,
          key: numbers.count + written.owners.count, pages: pages.pages, numbers: numbers,
          to: &pile)
        written.ofPage[area.page].append(number)
        written.ofNode[link.node, default: []].append(
          StructureWriter.Annotation(object: number, page: area.page))
        written.owners.append(link.node)
      }
    }
    return written
  }

  private mutating func writePageObjects(_ annotations: [[Int]]) {
    let renumbered = renumbered
    let entries = pageEntries
    let (pageTree, firstPage) = (pageTree, firstPage)
    for (index, page) in entries.enumerated() {
      pile.add(firstPage + index) { out in
        out.add("<</Type/Page/Parent ")
        out.add(reference: pageTree)
        out.add("/Contents ")
        out.add(reference: page.content)
        out.add("/StructParents ")
        out.add(index)
        if !annotations[index].isEmpty {
          out.add("/Tabs/S/Annots[")
          for number in annotations[index] {
            out.add(reference: number)
            out.add(byte: 0x20)
          }
          out.add("]")
        }
        for entry in page.entries.entries {
          out.add(name: entry.key)
          out.add(byte: 0x20)
          out.add(entry.value, renumbered: renumbered)
        }
        out.add(">>")
      }
    }
    let count = entries.count
    pile.add(pageTree) { out in
      out.add("<</Type/Pages/Count ")
      out.add(count)
      out.add("/Kids[")
      for index in 0..<count {
        out.add(reference: firstPage + index)
        out.add(byte: 0x20)
      }
      out.add("]>>")
    }
  }

  private mutating func writeStructure(
    root: Int, _ numbers: [Int], _ annotations: Annotations
  ) -> Int {
    // Numbered once the count is known: elements' objects follow one another.
    let first = pile.reserve(0)
    let order = tree.number(from: first)
    _ = pile.reserve(order.count)
    var writer = StructureWriter(
      tree: tree, structure: pages.structure, order: order,
      heads: TableHeads(tree, pages.structure), pages: numbers, annotations: annotations.ofNode,
      figures: figures, pageHeights: pages.pages.map(\.size.height), numberings: numberings,
      root: root)
    writer.writeElements(to: &pile)
    let parents = writer.writeParents(
      owners: owners, annotated: annotations.owners, to: &pile)
    let names = writer.writeNames(to: &pile)
    let nextKey = numbers.count + annotations.owners.count
    pile.add(root) { out in
      out.add("<</Type/StructTreeRoot/K ")
      out.add(reference: first)
      out.add("/ParentTree ")
      out.add(reference: parents)
      out.add("/ParentTreeNextKey ")
      out.add(nextKey)
      if let names {
        out.add("/IDTree ")
        out.add(reference: names)
      }
      out.add(">>")
    }
    return root
  }
}

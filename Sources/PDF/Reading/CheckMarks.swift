import Diagnostics

extension ReadDocument {
  /// Checks that marks in the content, the structure tree and the way back from the one to the other
  /// agree, and that nothing is painted outside of marks.
  mutating func checkMarks() {
    for (page, content) in contents.enumerated() {
      for fault in content.faults { report(fault, page: page) }
    }
    /// Of each page, the element that holds each mark.
    var holders: [[Int: Int]] = Array(repeating: [:], count: pages.count)
    for (index, element) in structure.elements.enumerated() {
      for part in element.parts {
        switch part {
        case .mark(let page, let number):
          if holders[page].updateValue(index, forKey: number) != nil {
            report(.pdfMarkTwice, .heldTwice(number), page: page)
          }
          if contents[page].texts[number] == nil {
            report(.pdfMarkMissing, .markMissing(number, element.kind), page: page)
          }
        case .nothing: report(.pdfMarkMissing, .partMissing(element.kind))
        case .element, .annotation: break
        }
      }
    }
    for (page, content) in contents.enumerated() {
      for number in content.texts.keys.sorted() where holders[page][number] == nil {
        report(.pdfMarkUnclaimed, .markUnclaimed(number), page: page)
      }
    }
    checkParentTree(holders)
  }

  private mutating func checkParentTree(_ holders: [[Int: Int]]) {
    var lists: [Int: PDFObject] = [:]
    for (key, value) in entries(ofTree: structure.root["ParentTree"], key: "Nums") {
      if let key = key.integer { lists[key] = value }
    }
    for (page, entries) in pages.enumerated() {
      guard !contents[page].texts.isEmpty else { continue }
      guard let key = file[entries["StructParents"]].integer, let list = file[lists[key]].array
      else {
        report(.pdfParentTreeDiffers, .pageWithoutParents, page: page)
        continue
      }
      for (number, holder) in holders[page].sorted(by: { $0.key < $1.key }) {
        let named = list.indices.contains(number) ? list[number].reference?.number : nil
        if named == nil || named != structure.elements[holder].object {
          report(.pdfParentTreeDiffers, .parentDiffers(number), page: page)
        }
      }
    }
    for element in structure.elements {
      let named = element.entries["P"]?.reference?.number
      let holder = element.parent >= 0 ? structure.elements[element.parent].object : nil
      let root = catalog["StructTreeRoot"]?.reference?.number
      if named != (holder ?? root) { report(.pdfParentDiffers, .elementParent(element.kind)) }
    }
    for element in structure.reachedTwice {
      report(.pdfElementTwice, .elementTwice(structure.elements[element].kind))
    }
  }

  private mutating func report(_ fault: PageContent.Fault, page: Int) {
    switch fault {
    case .unmarked(let what): report(.pdfContentUnmarked, .unmarked(what), page: page)
    case .unbalanced: report(.pdfMarksUnbalanced, .unbalanced, page: page)
    case .nested(let number): report(.pdfMarksNested, .nested(number), page: page)
    case .twice(let number): report(.pdfMarkTwice, .markTwice(number), page: page)
    case .withoutText(let code, let font):
      report(.pdfGlyphWithoutText, .withoutText(code, font), page: page)
    case .unreadable(let what): report(.pdfUnreadable, .unreadable(what), page: page)
    }
  }
}

extension Message {
  fileprivate static func unmarked(_ what: PageContent.Painted) -> Message {
    let (sv, en) =
      switch what {
      case .text: ("text", "text")
      case .path: ("en yta eller linje", "a shape or line")
      case .shading: ("en toning", "a shading")
      case .picture: ("en bild", "a picture")
      }
    return Message(
      sv: "\(sv) målas som varken är innehåll eller sidans inredning",
      en: "\(en) is painted that is neither content nor page furniture")
  }

  fileprivate static var unbalanced: Message {
    Message(
      sv: "märken öppnas och stängs inte lika många gånger",
      en: "marks are not opened as often as they are closed")
  }

  fileprivate static func nested(_ number: Int) -> Message {
    Message(
      sv: "märket \(number) står inuti ett annat, eller blandas med sidans inredning",
      en: "mark \(number) stands inside another, or is mixed with page furniture")
  }

  fileprivate static func markTwice(_ number: Int) -> Message {
    Message(
      sv: "märket \(number) finns två gånger på sidan",
      en: "mark \(number) is on the page twice")
  }

  fileprivate static func heldTwice(_ number: Int) -> Message {
    Message(
      sv: "märket \(number) hör till två element",
      en: "mark \(number) belongs to two elements")
  }

  fileprivate static func withoutText(_ code: Int, _ font: String) -> Message {
    Message(
      sv: "tecken \(code) i teckensnittet \(font) visas, men vilket tecken det är sägs inte",
      en: "glyph \(code) of font \(font) is shown, but which character it is is not said")
  }

  fileprivate static func unreadable(_ part: PageContent.Part) -> Message {
    switch part {
    case .operators:
      Message(sv: "sidans innehåll är skadat", en: "the page's content is damaged")
    case .fontless:
      Message(sv: "text visas utan teckensnitt", en: "text is shown without a font")
    case .picture:
      Message(sv: "en bild visas som inte finns", en: "a picture is shown that is not there")
    case .drawing:
      Message(
        sv: "en teckning inuti sidan kan inte läsas", en: "a drawing on the page cannot be read")
    }
  }

  fileprivate static func markMissing(_ number: Int, _ kind: String) -> Message {
    Message(
      sv: "elementet \(kind) har märket \(number), som inte finns på sidan",
      en: "element \(kind) has mark \(number), which is not on the page")
  }

  fileprivate static func partMissing(_ kind: String) -> Message {
    Message(
      sv: "elementet \(kind) har något som inte finns",
      en: "element \(kind) has something that is not there")
  }

  fileprivate static func markUnclaimed(_ number: Int) -> Message {
    Message(
      sv: "märket \(number) hör inte till något element, så det läses inte upp",
      en: "mark \(number) belongs to no element, so that it is not read out")
  }

  fileprivate static var pageWithoutParents: Message {
    Message(
      sv: "sidan står inte i ParentTree, så märken på den hittar inte sina element",
      en: "the page is not in the ParentTree, so that its marks do not find their elements")
  }

  fileprivate static func parentDiffers(_ number: Int) -> Message {
    Message(
      sv: "ParentTree säger att märket \(number) hör till ett annat element än det som har det",
      en: "the ParentTree says that mark \(number) belongs to another element than holds it")
  }

  fileprivate static func elementParent(_ kind: String) -> Message {
    Message(
      sv: "ett element \(kind) säger att det hör till ett annat än det som har det",
      en: "an element \(kind) says that it belongs to another than holds it")
  }

  fileprivate static func elementTwice(_ kind: String) -> Message {
    Message(
      sv: "ett element \(kind) står på två ställen i strukturträdet",
      en: "an element \(kind) stands at two places of the structure tree")
  }
}

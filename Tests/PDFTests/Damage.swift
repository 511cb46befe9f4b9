import Diagnostics
import Testing

@testable import PDF

/// One way to damage a file, and the code that has to tell it.
struct Damage: Sendable, CustomTestStringConvertible {
  /// What is done.
  var name: String
  /// What has to be found.
  var code: Code
  /// Does it.
  var apply: @Sendable (inout OpenedFile) -> Void

  init(_ name: String, _ code: Code, _ apply: @escaping @Sendable (inout OpenedFile) -> Void) {
    self.name = name
    self.code = code
    self.apply = apply
  }

  var testDescription: String { name }

  /// Damage to what the file says of itself.
  static let ofTheFile: [Damage] = [
    Damage("not marked as tagged", .pdfUntagged) { $0[$0.catalog, "MarkInfo"] = nil },
    Damage("no structure tree", .pdfUntagged) { $0[$0.catalog, "StructTreeRoot"] = nil },
    Damage("no language", .pdfLanguageMissing) { $0[$0.catalog, "Lang"] = nil },
    Damage("title not shown", .pdfTitleHidden) { $0[$0.catalog, "ViewerPreferences"] = nil },
    Damage("no metadata", .pdfMetadataMissing) { $0[$0.catalog, "Metadata"] = nil },
    Damage("another title in the metadata", .pdfMetadataDiffers) {
      $0.replace(in: $0.number($0.catalog, "Metadata"), "(utkast)", with: "(slutlig)")
    },
    Damage("another date in the metadata", .pdfMetadataDiffers) {
      $0.replace(in: $0.number($0.catalog, "Metadata"), "2023-11-29", with: "2024-11-29")
    },
    Damage("no PDF/UA in the metadata", .pdfStandardMissing) {
      $0.replace(in: $0.number($0.catalog, "Metadata"), "<pdfuaid:part>", with: "<pdfuaid:del>")
    },
    Damage("no colour profile", .pdfColourProfileMissing) { $0[$0.catalog, "OutputIntents"] = nil },
    Damage("a colour profile that is none", .pdfColourProfileMissing) { file in
      for number in file.streams.keys where file[number, "N"] == .integer(3) {
        file.streams[number] = Array("no profile".utf8)
      }
    },
    Damage("no identifier", .pdfIdentifierMissing) { $0.trailer["ID"] = nil },
    Damage("no page labels", .pdfPageLabelsMissing) { $0[$0.catalog, "PageLabels"] = nil },
    Damage("a script when it is opened", .pdfActiveContent) {
      $0[$0.catalog, "OpenAction"] = .dictionary(
        PDFDictionary(entries: [.init(key: "S", value: .name("JavaScript"))]))
    },
    Damage("an object that is not there", .pdfUnreadable) {
      $0.objects[$0.structure] = .dictionary(PDFDictionary())
      $0.streams[$0.content] = Array("BT (".utf8)
    },
    Damage("a font that is not embedded", .pdfFontNotEmbedded) { file in
      for number in file.ofType("FontDescriptor") { file[number, "FontFile2"] = nil }
    },
    Damage("a font that says no text", .pdfFontWithoutText) { file in
      for number in file.ofType("Font") { file[number, "ToUnicode"] = nil }
    },
    Damage("a font whose glyphs are not mapped", .pdfFontUnmapped) { file in
      for number in file.numbers("Subtype", .name("CIDFontType2")) {
        file[number, "CIDToGIDMap"] = nil
      }
    },
    Damage("a glyph that says no text", .pdfGlyphWithoutText) { file in
      for number in file.ofType("Font") {
        let map = file.number(number, "ToUnicode")
        if file.streams[map] != nil { file.replace(in: map, "<006e>", with: "<fffd>") }
      }
    },
  ]

  /// Damage to attached files.
  static let ofAttachments: [Damage] = [
    Damage("an attachment that PDF/A-2 has no room for", .pdfAttachmentRefused) {
      $0.replace(in: $0.number($0.catalog, "Metadata"), "part>3<", with: "part>2<")
    },
    Damage("an attachment without a description", .pdfAttachmentUndescribed) {
      $0[$0.ofType("Filespec")[0], "Desc"] = nil
    },
    Damage("an attachment without a relationship", .pdfAttachmentUndescribed) {
      $0[$0.ofType("Filespec")[0], "AFRelationship"] = nil
    },
    Damage("an attachment that belongs to nothing", .pdfAttachmentUndescribed) {
      $0[$0.catalog, "AF"] = nil
    },
  ]

  /// Damage to what is painted and how it is marked.
  static let ofTheContent: [Damage] = [
    Damage("something painted outside of marks", .pdfContentUnmarked) {
      $0.streams[$0.content]? += Array("\n0 0 9 9 re f\n".utf8)
    },
    Damage("text outside of marks", .pdfContentUnmarked) {
      $0.replace(in: $0.content, "/P<</MCID 0>>BDC", with: "/P BMC")
    },
    Damage("a mark that nothing closes", .pdfMarksUnbalanced) {
      $0.replace(in: $0.content, "EMC", with: "")
    },
    Damage("a mark closed twice", .pdfMarksUnbalanced) {
      $0.replace(in: $0.content, "EMC", with: "EMC EMC")
    },
    Damage("furniture inside content", .pdfMarksNested) {
      $0.replace(in: $0.content, "BT", with: "/Artifact BMC BT")
      $0.replace(in: $0.content, "EMC", with: "EMC EMC")
    },
    Damage("a mark inside a mark", .pdfMarksNested) {
      $0.replace(in: $0.content, "BT", with: "/P<</MCID 999>>BDC EMC BT")
    },
    Damage("a mark twice on a page", .pdfMarkTwice) {
      $0.replace(in: $0.content, "/MCID 1>>", with: "/MCID 0>>")
    },
    Damage("a mark in no element", .pdfMarkUnclaimed) {
      let paragraph = $0.elements("P")[0]
      $0[paragraph, "K"] = nil
    },
    Damage("an element with a mark that is not there", .pdfMarkMissing) {
      $0[$0.elements("P")[0], "K"] = .integer(998)
    },
    Damage("an element with a child that is not there", .pdfMarkMissing) {
      $0[$0.elements("LI")[0], "K"] = .array([.reference(Reference(number: 99_999))])
    },
    Damage("furniture made content", .pdfMarkUnclaimed) {
      $0.replace(
        in: $0.content, "/Artifact<</Type/Pagination/Subtype/Header>>BDC",
        with: "/P<</MCID 997>>BDC")
    },
    Damage("text lost", .pdfTextDiffers) { $0.replace(in: $0.content, ")Tj", with: ") n") },
  ]

  /// Damage to the structure tree.
  static let ofTheTree: [Damage] = [
    Damage("marks exchanged between elements", .pdfParentTreeDiffers) {
      let texts = $0.elements("LBody")
      ($0[texts[0], "K"], $0[texts[1], "K"]) = ($0[texts[1], "K"], $0[texts[0], "K"])
    },
    Damage("pages exchanged in the parent tree", .pdfParentTreeDiffers) {
      let pages = $0.pages
      ($0[pages[0], "StructParents"], $0[pages[1], "StructParents"]) =
        ($0[pages[1], "StructParents"], $0[pages[0], "StructParents"])
    },
    Damage("no parent tree", .pdfParentTreeDiffers) { $0[$0.structure, "ParentTree"] = nil },
    Damage("a wrong parent", .pdfParentDiffers) {
      $0[$0.elements("TR")[0], "P"] = $0[$0.elements("P")[0], "P"]
    },
    Damage("an element at two places", .pdfElementTwice) {
      let item = PDFObject.reference(Reference(number: $0.elements("LI")[0]))
      $0[$0.elements("L")[0], "K"] = .array([item, item])
    },
    Damage("a type of one's own", .pdfTypeUnknown) {
      $0[$0.elements("P")[0], "S"] = .name("Stycke")
    },
    Damage("a table's head without a body", .pdfTypeMisplaced) { file in
      for number in file.elements("TBody") { file[number, "S"] = .name("TFoot") }
    },
    Damage("a cell outside of a row", .pdfTypeMisplaced) {
      $0[$0.elements("TR")[0], "S"] = .name("Div")
    },
    Damage("a list entry outside of a list", .pdfTypeMisplaced) {
      $0[$0.elements("L")[0], "S"] = .name("Sect")
    },
    Damage("a heading level skipped", .pdfHeadingSkipped) {
      $0[$0.elements("H2")[0], "S"] = .name("H3")
    },
    Damage("the first heading a second-level one", .pdfHeadingSkipped) {
      $0[$0.elements("H1")[0], "S"] = .name("H2")
    },
    Damage("a figure without words", .pdfFigureWithoutText) {
      $0[$0.elements("P")[0], "S"] = .name("Figure")
    },
    Damage("a figure without a box", .pdfFigureWithoutBox) {
      $0[$0.elements("P")[0], "S"] = .name("Figure")
    },
    Damage("a list that is not numbered", .pdfListUnnumbered) {
      $0[$0.elements("L")[0], "A"] = nil
    },
    Damage("a note without a name", .pdfNoteUnnamed) { $0[$0.elements("Note")[0], "ID"] = nil },
    Damage("no tree of names", .pdfNameTreeDiffers) { $0[$0.structure, "IDTree"] = nil },
    Damage("two elements of one name", .pdfNameTreeDiffers) { file in
      for head in file.elements("TH") where file[head, "ID"] != nil {
        file[head, "ID"] = .string(Array("h0".utf8))
      }
    },
    Damage("bookmarks that are no headings", .pdfOutlineDiffers) { file in
      let first = file.number(file.number(file.catalog, "Outlines"), "First")
      file[first, "Title"] = .string(Array("Annat".utf8))
    },
    Damage("no bookmarks", .pdfOutlineDiffers) { $0[$0.catalog, "Outlines"] = nil },
  ]

  /// Damage to tables and links.
  static let ofTablesAndLinks: [Damage] = [
    Damage("a row short of a cell", .pdfTableUneven) { file in
      let row = file.elements("TR")[1]
      file[row, "K"] = file[row, "K"]?.array.flatMap { .array(Array($0.dropLast())) }
    },
    Damage("a span gone", .pdfTableUneven) { file in
      for cell in file.elements("TH") {
        guard var attributes = file[cell, "A"]?.dictionary, attributes["ColSpan"] != nil else {
          continue
        }
        attributes["ColSpan"] = nil
        file[cell, "A"] = .dictionary(attributes)
      }
    },
    Damage("header cells made data", .pdfTableWithoutHeads) { file in
      for cell in file.elements("TH") { file[cell, "S"] = .name("TD") }
    },
    Damage("a header cell without scope", .pdfHeadUnscoped) { $0[$0.elements("TH")[0], "A"] = nil },
    Damage("a header cell that is named and not there", .pdfHeadMissing) { file in
      for head in file.elements("TH") { file[head, "ID"] = nil }
    },
    Damage("a table cut in two", .pdfTableTwice) { file in
      // As a program does that begins a table anew on each page: the same head, then the rest on a
      // page of its own.
      guard let table = file.elements("Table").first else { return }
      let copy = (file.objects.keys.max() ?? 0) + 1
      let parent = file.number(table, "P")
      file.objects[copy] = file.objects[table]
      file[parent, "K"] = file[parent, "K"]?.array.flatMap { kids in
        .array(
          kids.flatMap {
            $0.reference?.number == table ? [$0, .reference(Reference(number: copy))] : [$0]
          })
      }
      let parts = file[table, "K"]?.array?.compactMap { $0.reference?.number } ?? []
      let page = copy + 1
      let tree = file.number(file.catalog, "Pages")
      file.objects[page] = file.objects[file.pages[1]]
      file[tree, "Kids"] = file[tree, "Kids"]?.array.flatMap {
        .array($0 + [.reference(Reference(number: page))])
      }
      file.copyBelow(parts, of: table, to: copy, on: page)
    },
    Damage("a link outside of the tree", .pdfLinkUntagged) { file in
      for link in file.elements("Link") {
        file[link, "K"] = file[link, "K"]?.array.flatMap { .array(Array($0.dropLast())) }
      }
    },
    Damage("a link element without an area", .pdfLinkUntagged) {
      $0[$0.pages[0], "Annots"] = .array([])
    },
    Damage("a link with another element's key", .pdfParentTreeDiffers) { file in
      for link in file.ofType("Annot") { file[link, "StructParent"] = .integer(0) }
    },
    Damage("a link without words", .pdfLinkWithoutText) {
      $0[$0.ofType("Annot")[0], "Contents"] = nil
    },
    Damage("a link to nowhere", .pdfLinkNowhere) { file in
      for link in file.ofType("Annot") where file[link, "Dest"] != nil {
        file[link, "Dest"] = .array([.reference(Reference(number: 1)), .name("Fit")])
      }
    },
    Damage("a link without an area", .pdfLinkNowhere) {
      $0[$0.ofType("Annot")[0], "Rect"] = .array([0, 0, 0, 0].map { .integer($0) })
    },
    Damage("links in no order", .pdfTabOrder) { $0[$0.pages[0], "Tabs"] = nil },
  ]
}

extension OpenedFile {
  /// Copies elements and what they hold to another parent, their marks to another page.
  mutating func copyBelow(_ parts: [Int], of old: Int, to parent: Int, on page: Int) {
    var copies: [PDFObject] = []
    for part in parts {
      let copy = (objects.keys.max() ?? 0) + 1
      objects[copy] = objects[part]
      self[copy, "P"] = .reference(Reference(number: parent))
      if self[copy, "Pg"] != nil { self[copy, "Pg"] = .reference(Reference(number: page)) }
      copies.append(.reference(Reference(number: copy)))
      let kids = self[part, "K"].map { $0.array ?? [$0] } ?? []
      let inner = kids.compactMap { $0.reference?.number }
      if !inner.isEmpty { copyBelow(inner, of: part, to: copy, on: page) }
    }
    self[parent, "K"] = .array(copies)
  }
}

import Diagnostics
import Geometry
import Typography

/// Cuts a galley into pages, a chapter at a time.
///
/// Pages are weighed against each other within a chapter (`PageFitter`); a chapter beyond the bound
/// that the theme sets takes what fits page by page, which is told. Where no way keeps the rules
/// the page ends as little against them as can be, and a finding says so; nothing is ever dropped.
struct PageBreaker {
  let galley: Galley
  let sheet: StyleSheet
  let placeOfBox: (GalleyBox) -> Place?
  private(set) var plans: [PagePlan] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(galley: Galley, sheet: StyleSheet, placeOfBox: @escaping (GalleyBox) -> Place?) {
    self.galley = galley
    self.sheet = sheet
    self.placeOfBox = placeOfBox
  }

  /// The pages of the whole galley.
  mutating func breakPages() -> [PagePlan] {
    var reader = ChapterReader(galley: galley, sheet: sheet)
    var next = 0
    while next < galley.boxes.count {
      if galley.boxes[next].opensRecto, !plans.count.isMultiple(of: 2) {
        plans.append(PagePlan())
      }
      if case .cover(let cover) = galley.boxes[next].content {
        plans.append(PagePlan(cover: cover))
        next += 1
        continue
      }
      let (chapter, end) = reader.chapter(from: next, page: plans.count + 1)
      add(chapter)
      next = end
    }
    return plans
  }

  private mutating func add(_ chapter: Chapter) {
    var fitter = PageFitter(chapter)
    let isTooLong = chapter.strips.count > sheet.paging.mostBoxes
    if isTooLong, let strip = chapter.strips.first {
      diagnostics.append(
        .pagesOneByOne(
          boxes: chapter.strips.count, most: sheet.paging.mostBoxes,
          at: placeOfBox(galley.boxes[strip.box]), page: plans.count + 1))
    }
    let pages = isTooLong ? fitter.firstFit() : fitter.totalFit()
    if let most = sheet.paging.mostChapterPages, pages.count > most,
      let strip = chapter.strips.first
    {
      diagnostics.append(
        .chapterTooLong(
          pages: pages.count, most: most, at: placeOfBox(galley.boxes[strip.box]),
          page: plans.count + 1))
    }
    var stacker = PageStacker(galley: galley, chapter: chapter)
    for page in pages {
      report(page, in: chapter)
      plans.append(stacker.stack(page))
    }
  }

  private mutating func report(_ page: PageFitter.Page, in chapter: Chapter) {
    guard !page.faults.isEmpty else { return }
    let number = plans.count + 1
    /// What the page's end parts, or what it holds alone.
    func place(_ strip: Int) -> Place? {
      placeOfBox(galley.boxes[chapter.strips[min(strip, chapter.strips.count - 1)].box])
    }
    if page.faults.contains(.brokenKeep) {
      diagnostics.append(.keepBroken(at: place(page.strips.upperBound), page: number))
    }
    if page.faults.contains(.overfull) {
      diagnostics.append(.overfullPage(at: place(page.strips.lowerBound), page: number))
    }
    if page.faults.contains(.lateNote) {
      diagnostics.append(.lateNote(at: place(page.strips.lowerBound), page: number))
    }
  }
}

extension Diagnostic {
  fileprivate static func keepBroken(at place: Place?, page: Int) -> Diagnostic {
    Diagnostic(
      .warning, .keepBroken,
      Message(
        sv: "det som ska stå samman är högre än en sida, så sidan bryts mitt i det",
        en: "what is to stand together is taller than a page, so the page ends inside it"),
      at: place, page: page)
  }

  fileprivate static func overfullPage(at place: Place?, page: Int) -> Diagnostic {
    Diagnostic(
      .warning, .overfullPage,
      Message(
        sv: "det här är högre än en sida och kan inte delas; det går ut under sidans nederkant",
        en: "this is taller than a page and cannot be divided; it runs past the page's foot"),
      at: place, page: page,
      fixes: [
        Fix(
          Message(
            sv: "dela upp innehållet, eller ge kolumnen mer bredd",
            en: "divide the content, or give the column more width"))
      ])
  }

  fileprivate static func lateNote(at place: Place?, page: Int) -> Diagnostic {
    Diagnostic(
      .warning, .lateNote,
      Message(
        sv: "fotnoten får inte plats på sidan där den hör hemma och står på nästa",
        en: "the note has no room on the page of its call and stands on the next"),
      at: place, page: page)
  }

  fileprivate static func chapterTooLong(
    pages: Int, most: Int, at place: Place?, page: Int
  ) -> Diagnostic {
    Diagnostic(
      .warning, .chapterTooLong,
      Message(
        sv: "det här tar \(pages) sidor, men i temat ska det få plats på \(most)",
        en: "this takes \(pages) pages, but the theme wants it on \(most)"),
      at: place, page: page,
      fixes: [
        Fix(
          Message(
            sv: "korta texten, eller dela den i flera delar",
            en: "shorten the text, or divide it in several parts"))
      ])
  }

  fileprivate static func pagesOneByOne(
    boxes: Int, most: Int, at place: Place?, page: Int
  ) -> Diagnostic {
    Diagnostic(
      .note, .pagesOneByOne,
      Message(
        sv: "kapitlet har \(boxes) rader, fler än de \(most) som vägs mot varandra, så sidorna "
          + "bryts en i taget",
        en: "the chapter has \(boxes) lines, more than the \(most) that are weighed against each "
          + "other, so its pages are broken one by one"),
      at: place, page: page,
      fixes: [
        Fix(
          Message(
            sv: "låt underrubriker börja på ny sida, eller höj 'most-lines' i temat",
            en: "let headings inside it begin a page, or raise the theme's 'most-lines'"))
      ])
  }
}

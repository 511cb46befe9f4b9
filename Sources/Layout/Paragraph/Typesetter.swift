import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

/// Sets texts into lines and keeps what layout gathers on the way: lines, structure, findings.
///
/// One typesetter serves one round of one document. The table of shaped words outlives it.
final class Typesetter {
  let sheet: StyleSheet
  let words: WordTable
  let shaper: any Shaping
  var store = LineStore()
  var structure = StructureTree()
  var texts: [SetText] = []
  var diagnostics: [Diagnostic] = []
  var collector: ItemCollector

  /// The numbers that references print.
  let pageNumbers: [PrintedNumber: String]
  /// The numbers that have been printed.
  var printedReferences: Set<PrintedNumber> = []
  /// The ids that the text refers to, each with the place where it does.
  var references: [(id: String, place: Place)] = []

  /// The characters that the fonts lack.
  var missingGlyphs = MissingGlyphs()

  /// The styles opened so far, by name.
  var openStyles: [String: OpenStyle] = [:]
  /// What each opened run style was asked for as.
  var asked: [RunStyleID: TextStyle] = [:]
  /// The run styles of symbols, by those of the text they stand in.
  var symbolStyles: [RunStyleID: RunStyleID] = [:]
  /// The run styles with a feature more, by those without.
  var featuredStyles: [FeaturedStyle: RunStyleID] = [:]
  private var breaker = TotalFit()
  private var ends: [LineEnd] = []
  private var stretches: [ItemCollector.Stretch] = []

  /// A run style and a feature.
  struct FeaturedStyle: Hashable {
    var style: RunStyleID
    var feature: String
  }

  init(
    sheet: StyleSheet, words: WordTable, shaper: any Shaping, pageNumbers: [PrintedNumber: String]
  ) {
    self.sheet = sheet
    self.words = words
    self.shaper = shaper
    self.pageNumbers = pageNumbers
    collector = ItemCollector(words: words)
  }

  /// The run style of badges, opened from the style `badge`.
  private lazy var badgeRun: RunStyleID = {
    let style = self.style("badge")
    return open(style.paragraph.text, badgePadding: sheet.badge.padding).0
  }()

  // MARK: Texts

  /// Cuts a text into items, appended to the collector's buffer.
  func collect(
    _ text: RichText, style: OpenStyle, element: ElementID, split: Int? = nil
  ) -> Range<Int> {
    let first = collector.items.count
    if text.spans.isEmpty {
      let stretch = stretch(
        0..<text.text.utf8.count, run: style.plain, in: style, tag: -1,
        hyphenates: style.paragraph.hyphenates)
      collector.collect(text.text.utf8Span.span, stretch, split: split)
    } else {
      collectSpans(text, style: style, element: element, split: split)
    }
    if !words.missing.isEmpty { settleMissingGlyphs(in: text, from: first) }
    return first..<collector.items.count
  }

  /// Cuts badges into items, a space of their own between them; nil when there are none.
  ///
  /// The words of a status mark are set as the text that it stands before.
  func collect(
    badges: [Table.Badge], element: ElementID, style: OpenStyle
  ) -> Range<Int>? {
    let first = collector.items.count
    for badge in badges where !badge.text.isEmpty {
      if collector.items.count > first { collector.addSpace(sheet.badge.gap) }
      let bytes = badge.text.text.utf8Span.span
      let tag =
        badge.spoken.isEmpty
        ? element : structure.add(.span, to: element, details: .init(alternate: badge.spoken))
      let run = sheet.marks[badge.style].map { markRun($0, badge.style, in: style) } ?? badgeRun
      let stretch = ItemCollector.Stretch(
        range: 0..<bytes.count, style: run, run: store[run], tag: tag.index)
      collector.collectWhole(bytes, stretch)
    }
    if !words.missing.isEmpty, let badge = badges.first {
      settleMissingGlyphs(in: badge.text, from: first)
    }
    return collector.items.count > first ? first..<collector.items.count : nil
  }

  /// A stretch of a paragraph's text, with the style of its initialisms.
  private func stretch(
    _ range: Range<Int>, run: RunStyleID, in style: OpenStyle, tag: Int32, hyphenates: Bool
  ) -> ItemCollector.Stretch {
    var stretch = ItemCollector.Stretch(
      range: range, style: run, run: store[run], tag: tag, hyphenates: hyphenates)
    if style.paragraph.shrinksInitialisms {
      let small = featured(run, "c2sc")
      stretch.initialisms = small
      stretch.initialismFont = store[small].font
    }
    return stretch
  }

  /// The run style of the font's own superior figures for a raised text; nil where the font lacks any
  /// of them.
  private func superior(
    of span: RichText.Span, text: RichText, in style: OpenStyle
  ) -> RunStyleID? {
    let plain = run(span.marks.subtracting(.raised), in: style)
    let superior = featured(plain, "sups")
    let bytes = text.text.utf8Span.span.extracting(span.start..<span.end)
    let (own, usual) = (store[superior].font, store[plain].font)
    guard own.index >= 0, usual.index >= 0 else { return nil }
    let word = words.word(bytes, in: own)
    let count = words.words[Int(word.index)].glyphs.count
    return words.ownGlyphs(of: word, unlike: words.word(bytes, in: usual)) == count
      ? superior : nil
  }

  private func collectSpans(
    _ text: RichText, style: OpenStyle, element: ElementID, split: Int?
  ) {
    let bytes = text.text.utf8Span.span
    var at = 0
    func plain(to end: Int) {
      guard at < end else { return }
      collector.collect(
        bytes,
        stretch(
          at..<end, run: style.plain, in: style, tag: -1,
          hyphenates: style.paragraph.hyphenates), split: split)
    }
    var before: (span: RichText.Span, tag: Int32)?
    for span in text.spans {
      plain(to: span.start)
      at = span.end
      let run = run(span.marks, in: style)
      // A link with words in another style is one link.
      let goesOn = before.map { $0.span.isOneLink(with: span) } ?? false
      let tag = goesOn ? before?.tag ?? -1 : self.element(of: span, in: element)
      before = (span, tag)
      if let id = span.target?.blockID {
        references.append((id, text.places.place(at: span.start, in: text.text)))
      }
      if let printed = span.target?.printedNumber {
        printedReferences.insert(printed)
        let number = pageNumbers[printed] ?? PrintedNumber.firstGuess
        collector.collect(
          number.utf8Span.span,
          ItemCollector.Stretch(
            range: 0..<number.utf8.count, style: run, run: store[run], tag: tag))
      } else {
        var stretch = stretch(
          span.start..<span.end, run: run, in: style, tag: tag,
          hyphenates: style.paragraph.hyphenates && span.mayHyphenate)
        if span.marks.contains(.raised), let superior = superior(of: span, text: text, in: style) {
          stretch.style = superior
          stretch.run = store[superior]
        }
        if !span.mayHyphenate || span.marks.contains(.raised) { stretch.initialisms = nil }
        collector.collect(bytes, stretch, split: split)
      }
    }
    plain(to: text.text.utf8.count)
  }

  /// The structure element of a span: its own where it leads somewhere, is in another language or is
  /// read otherwise than it is written, else its paragraph's.
  private func element(of span: RichText.Span, in parent: ElementID) -> Int32 {
    let language = span.language ?? ""
    switch span.target {
    case nil where language.isEmpty && span.expansion.isEmpty && span.spoken.isEmpty: return -1
    case nil:
      return structure.add(
        .span, to: parent,
        details: .init(alternate: span.spoken, expansion: span.expansion, language: language)
      ).index
    case .address(let address):
      return structure.add(
        .link, to: parent, details: .init(target: .address(address), language: language)
      ).index
    case .block(let id), .page(let id), .pages(let id):
      return reference(to: .block(id), language: language, in: parent)
    case .note(let index): return reference(to: .note(index), language: language, in: parent)
    }
  }

  private func reference(to target: LinkTarget, language: String, in parent: ElementID) -> Int32 {
    structure.add(
      .link, to: structure.add(.reference, to: parent),
      details: .init(target: target, language: language)
    ).index
  }

  /// Breaks items into lines and keeps them as a text; where it is to be low, as in a table's
  /// cells, an evener look may not cost a line.
  func set(
    _ items: Range<Int>, of text: RichText, style: OpenStyle, element: ElementID,
    width: Length, firstIndent: Length = .zero, alignment: ParagraphStyle.Alignment,
    isLow: Bool = false
  ) -> Int {
    let items = fitWords(of: items, into: width, text: text)
    let measure = Measure(
      width: width, firstIndent: firstIndent, hangs: style.paragraph.hangs,
      expansion: style.paragraph.expansion)
    breaker.breakLines(
      collector.items, in: items, words: words, measure: measure,
      isJustified: alignment == .justified, into: &ends)
    if isLow, ends.count > 1 {
      let pieces = CellPieces(collector.items[items])
      let (fewest, longest) = pieces.lines(at: width.units)
      if fewest < ends.count, longest <= width.units { ends = pieces.lineEnds(at: width.units) }
    }
    // Words under one another at a cell's right edge are read from their lengths.
    let balances = style.paragraph.balances || isLow && alignment == .right
    if balances, ends.count > 1, alignment != .justified {
      balanceLines(of: items, in: measure)
    }
    let lines = store.setLines(
      collector.items, in: items, words: words, ends: ends, measure: measure, alignment: alignment)
    texts.append(SetText(lines: lines, style: style, element: element, source: text))
    return texts.count - 1
  }

  /// A last line shorter than this part of the measure is short.
  private static let shortLine = 1.0 / 3
  /// How near the least width of as many lines the balanced ones come.
  private static let balanceGrain = Length.points(4)

  /// Ends the lines of a text whose last line is short where the least measure would that gives no
  /// more lines, so that they are about equally long.
  private func balanceLines(of items: Range<Int>, in measure: Measure) {
    let last = ends[ends.count - 2].item..<items.upperBound
    guard width(of: last) < measure.width.scaled(by: Self.shortLine) else { return }
    var trial: [LineEnd] = []
    // Of two lines the longer one is half of both at least.
    var (low, high) = (measure.width / 2, measure.width)
    while high - low > Self.balanceGrain {
      var narrow = measure
      narrow.width = (low + high) / 2
      breaker.breakLines(
        collector.items, in: items, words: words, measure: narrow, isJustified: false, into: &trial)
      if trial.count > ends.count {
        low = narrow.width
      } else {
        high = narrow.width
        ends = trial
      }
    }
  }

  /// Cuts and breaks a text in one go.
  func set(
    _ text: RichText, style: OpenStyle, element: ElementID, width: Length,
    firstIndent: Length = .zero, alignment: ParagraphStyle.Alignment? = nil
  ) -> Int {
    // A table's cells may wait in the buffer meanwhile.
    let first = collector.items.count
    defer { collector.items.removeSubrange(first...) }
    let items = collect(text, style: style, element: element)
    return set(
      items, of: text, style: style, element: element, width: width, firstIndent: firstIndent,
      alignment: alignment ?? style.paragraph.alignment)
  }
}

extension RichText.Span {
  /// Whether the next span is more of the same link, in other letters.
  fileprivate func isOneLink(with next: RichText.Span) -> Bool {
    guard case .address = target, target == next.target, end == next.start else { return false }
    return language == next.language && spoken == next.spoken && expansion == next.expansion
  }

  /// Whether its words may be divided: not names and codes, addresses, and other languages' words.
  fileprivate var mayHyphenate: Bool {
    if case .address = target { return false }
    return !marks.contains(.verbatim) && language == nil
  }
}

public import Diagnostics
public import Manuscript

extension Checkpoint {
  /// A sentence that is very long.
  static let longSentence = Checkpoint(
    id: "C901", chapter: .text, code: .longSentence, severity: .note,
    title: "Meningar går att överblicka",
    what: "En mening har fler än 35 ord. Visas bara med --readability.",
    why: """
      Den som har kommit till slutet har glömt början. Språket i offentlig verksamhet ska vara \
      vårdat, enkelt och begripligt (språklagen 11 §).
      """,
    example: "För att kunna erbjuda en vård som … och som samtidigt … ska verksamheten, som …",
    mend: "Dela meningen i två, eller gör uppräkningen till en lista.")

  /// How hard a chapter is to read.
  static let readability = Checkpoint(
    id: "C902", chapter: .text, code: .readability, severity: .note,
    title: "Läsbarhet kapitel för kapitel",
    what: """
      Läsbarhetsindex (LIX) för hela dokumentet och varje kapitel: ord per mening plus andelen ord \
      med fler än sex bokstäver. Under 30 är mycket lätt, 40–50 medelsvårt, över 60 mycket svårt. \
      Visas bara med --readability.
      """,
    why: "Ett index är inget betyg, men visar vilket kapitel som är svårast att ta sig igenom.",
    example: "kapitlet 'Ekonomi' har LIX 58 (svårt): 22 ord per mening, 36 % långa ord",
    mend: "Korta de längsta meningarna först, och byt långa ord mot vanliga.")

  /// What `readability` tells.
  public static let ofReadability: [Checkpoint] = [longSentence, readability]
}

/// Tells how hard a document is to read: LIX for the whole and each chapter, and its longest
/// sentences.
///
/// Paragraphs and list items count; headings, tables and captions are no sentences.
///
/// **Source**: C. H. Björnsson, "Läsbarhet", 1968: words to the sentence, and the share of words of
/// more than six letters in hundredths.
public func readability(of document: Document) -> [Diagnostic] {
  var chapters: [(heading: RichText?, count: WordCount)] = []
  var whole = WordCount()
  var findings: [Diagnostic] = []
  func read(_ text: RichText) {
    let text = PrintedText(text)
    let count = text.countWords { range, words in
      findings.append(.longSentence(of: words, at: range, in: text))
    }
    whole.add(count)
    if chapters.isEmpty { chapters.append((nil, WordCount())) }
    chapters[chapters.count - 1].count.add(count)
  }
  func walk(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .heading(let heading) where heading.level == 1:
        chapters.append((heading.text, WordCount()))
      case .paragraph(let paragraph): read(paragraph.text)
      case .list(let list): for item in list.items { walk(item) }
      case .columns, .landscape, .panel, .quotation, .miniature, .part: walk(block.flow)
      case .heading, .table, .keyValues, .contents, .cover, .notes, .figure, .signatures,
        .pageBreak,
        .fill:
        break
      }
    }
  }
  walk(document.blocks)
  for chapter in chapters where chapter.count.words >= WordCount.leastWords {
    if let heading = chapter.heading { findings.append(.chapter(heading, chapter.count)) }
  }
  if whole.words >= WordCount.leastWords { findings.append(.document(whole)) }
  return findings.sortedByPlace()
}

/// The words and sentences of a text.
struct WordCount {
  var words = 0
  var longWords = 0
  var sentences = 0

  /// With fewer words an index says nothing.
  static let leastWords = 60

  mutating func add(_ other: WordCount) {
    words += other.words
    longWords += other.longWords
    sentences += other.sentences
  }

  /// Words to the sentence, rounded.
  var length: Int { (words + sentences / 2) / max(sentences, 1) }

  /// Long words in hundredths, rounded.
  var longShare: Int { (longWords * 100 + words / 2) / max(words, 1) }

  /// The index, rounded.
  var lix: Int {
    Int(
      (Double(words) / Double(max(sentences, 1)) + Double(longWords * 100) / Double(max(words, 1)))
        .rounded())
  }

  /// What the index is called.
  var grade: (sv: String, en: String) {
    switch lix {
    case ..<30: ("mycket lätt", "very easy")
    case ..<40: ("lätt", "easy")
    case ..<50: ("medelsvårt", "middling")
    case ..<60: ("svårt", "hard")
    default: ("mycket svårt", "very hard")
    }
  }
}

extension PrintedText {
  /// A sentence of more words than this is hard to follow.
  private static let longestSentence = 35

  /// Counts the words, and hands over each sentence that is too long.
  func countWords(tooLong: (Range<Int>, Int) -> Void) -> WordCount {
    var count = WordCount()
    for sentence in sentences() {
      let words = string(sentence).split { !$0.isLetter && !$0.isNumber && $0 != "-" }
        .filter { $0.contains(where: \.isLetter) }
      guard !words.isEmpty else { continue }
      count.sentences += 1
      count.words += words.count
      count.longWords += words.count { $0.count > 6 }
      if words.count > Self.longestSentence { tooLong(sentence, words.count) }
    }
    return count
  }
}

extension Diagnostic {
  fileprivate static func longSentence(
    of words: Int, at range: Range<Int>, in text: PrintedText
  ) -> Diagnostic {
    text.finding(
      .longSentence, at: range, sv: "meningen har \(words) ord",
      en: "the sentence has \(words) words",
      mendSv: "dela den i två, eller gör uppräkningen till en lista",
      mendEn: "divide it in two, or make a list of what it counts up")
  }

  fileprivate static func chapter(_ heading: RichText, _ count: WordCount) -> Diagnostic {
    // A template may put words before the heading's own; the plan is the file that was read first.
    let places = [heading.places.start] + heading.places.turns.map(\.place)
    let place =
      places.filter { $0 != .none }.min { $0.file.index < $1.file.index } ?? .none
    return Diagnostic(
      .readability,
      Message(
        sv: "kapitlet \(heading.text.quoted) har LIX \(count.lix) (\(count.grade.sv)): "
          + "\(count.length) ord per mening, \(count.longShare) % långa ord",
        en: "the chapter \(heading.text.quoted) has LIX \(count.lix) (\(count.grade.en)): "
          + "\(count.length) words to the sentence, \(count.longShare) % long words"),
      at: place == .none ? nil : place)
  }

  fileprivate static func document(_ count: WordCount) -> Diagnostic {
    Diagnostic(
      .readability,
      Message(
        sv: "dokumentet har LIX \(count.lix) (\(count.grade.sv)): \(count.length) ord per mening, "
          + "\(count.longShare) % långa ord",
        en: "the document has LIX \(count.lix) (\(count.grade.en)): \(count.length) words to the "
          + "sentence, \(count.longShare) % long words"))
  }
}

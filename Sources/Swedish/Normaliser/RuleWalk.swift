import Diagnostics

/// Goes through the tokens of a text once, from the left, and writes down what the rules change.
///
/// Every change is told in offsets of the text as it came, so changes never build on each other:
/// a rule knows its own outcome when it meets it, and then does nothing. Each gap between two
/// tokens is settled exactly once, either by the rule that reads across it or by `settle`.
struct RuleWalk {
  /// A stretch to put other characters in place of.
  struct Edit {
    /// First byte.
    var start: Int
    /// The byte after the last.
    var end: Int
    /// The characters to put there.
    var text: String
    /// The rule that says so.
    var rule: Rule
  }

  /// Something found and not changed, before its place is known.
  struct Remark {
    /// The rule.
    var rule: Rule
    /// First byte.
    var start: Int
    /// The byte after the last.
    var end: Int
    /// The code that it is reported with.
    var code: Code
    /// What was found.
    var message: Message
  }

  /// How a rule leaves the gap before the next token.
  enum NextGap {
    /// As `settle` finds best.
    case open
    /// A no-break space.
    case bound(Rule)
    /// It is settled already.
    case settled
  }

  /// Where the walk goes on after a rule.
  struct Step {
    /// The next token.
    var next: Int
    /// What stands before it.
    var gap = NextGap.open

    /// A step to a token.
    init(_ next: Int, _ gap: NextGap = .open) {
      self.next = next
      self.gap = gap
    }
  }

  /// The text.
  let bytes: [UInt8]
  /// Its tokens.
  private(set) var tokens: [Token]
  /// Where it is to stand.
  let context: NormalisingContext
  /// What the house wants.
  let options: NormalisingOptions
  /// What its column has decided.
  let column: ColumnForm
  /// The changes, in order.
  private(set) var edits: [Edit] = []
  /// What was found.
  private(set) var remarks: [Remark] = []
  /// The last token of the abbreviation that was read last.
  var abbreviationEnd = -2
  /// The token that a space was put before last, though it stands tight in the text as it came.
  var opened = -2
  /// The last point that a contraction lost.
  var droppedPoint = -2
  /// The row of numbers that was read last, and whether it can be read in more ways than one.
  var row = (end: -1, isUnclear: false)
  /// The last abbreviation of an example, for the sentence that says the same twice.
  var exampleStart: Int?
  /// Whether the double quotation marks pair.
  private(set) var quotesPair = true
  /// Whether the text is one number, with or without a sign and a unit.
  private(set) var isNumeric = false

  /// A walk over the tokens of a text.
  init(
    bytes: [UInt8], tokens: [Token], context: NormalisingContext, options: NormalisingOptions,
    column: ColumnForm
  ) {
    self.bytes = bytes
    self.tokens = tokens
    self.context = context
    self.options = options
    self.column = column
    pairQuotes()
    dropGaps()
    isNumeric = context == .cell && holdsNumberOnly
  }

  /// Goes through all tokens.
  mutating func run() {
    var step = Step(0)
    while true {
      settle(before: step.next, step.gap)
      guard tokens[step.next].kind != .end else { break }
      step = apply(step.next)
    }
    remarkQuotes()
  }

  /// The rules that begin at a token.
  private mutating func apply(_ index: Int) -> Step {
    switch tokens[index].kind {
    case .word: word(index)
    case .digits: digits(index)
    case .hyphen, .doubleHyphen, .enDash, .emDash: dash(index)
    case .minus: minus(index)
    case .plus: plus(index)
    case .section: section(index)
    case .degree: degree(index)
    case .doubleQuote, .singleQuote, .guillemet: quote(index)
    case .point: point(index)
    case .twoPoints: twoPoints(index)
    case .threePoints: threePoints(index)
    case .leader: leader(index)
    case .comma: comma(index)
    case .lineBreak: lineBreak(index)
    default: Step(index + 1)
    }
  }

  private mutating func lineBreak(_ index: Int) -> Step {
    if bytes[tokens[index].start] == 0x0D { replace(index, with: "\n", .spaces) }
    return Step(index + 1)
  }

  /// Pairs the double quotation marks; one right after a digit is inches if none is open.
  private mutating func pairQuotes() {
    // Beside real marks two apostrophes are a quotation inside a quotation.
    let hasMarks = tokens.contains {
      $0.kind == .guillemet || $0.kind == .doubleQuote && bytes[$0.start] != 0x27
    }
    for index in tokens.indices where tokens[index].kind == .doubleQuote {
      guard bytes[tokens[index].start] == 0x27 else { continue }
      let isInch = isTight(index) && isBareNumber(index - 1)
      if isInch || hasMarks { tokens[index].kind = isInch ? .other : .singleQuote }
    }
    var isOpen = false
    for index in tokens.indices where tokens[index].kind == .doubleQuote && !isDitto(index) {
      let isInch =
        !isOpen && bytes[tokens[index].start] == 0x22 && isTight(index) && isBareNumber(index - 1)
      if isInch {
        tokens[index].kind = .other
      } else {
        isOpen.toggle()
        tokens[index].roles = isOpen ? .opensQuote : []
      }
    }
    quotesPair = !isOpen
  }

  /// Whether a mark stands alone in a cell, where it repeats the cell above.
  func isDitto(_ index: Int) -> Bool {
    context == .cell && kind(index - 1).endsLine && kind(index + 1).endsLine
  }

  /// Marks the tokens that should stand tight, so that every rule sees them as they will stand.
  private mutating func dropGaps() {
    for index in tokens.indices where tokens[index].gap != .none && dropsGap(before: index) {
      tokens[index].gap = .none
      tokens[index].dropsGap = true
    }
  }
}

// MARK: - Changing

extension RuleWalk {
  /// Puts characters in place of a stretch.
  mutating func edit(_ start: Int, _ end: Int, _ text: String, _ rule: Rule) {
    guard start >= edits.last?.end ?? 0 else {
      assertionFailure("two rules change the same characters")
      return
    }
    edits.append(Edit(start: start, end: end, text: text, rule: rule))
  }

  /// Puts characters in place of a token.
  mutating func replace(_ index: Int, with text: String, _ rule: Rule) {
    let token = tokens[index]
    if !bytes[token.start..<token.end].elementsEqual(text.utf8) {
      edit(token.start, token.end, text, rule)
    }
  }

  /// Makes a gap other characters, or none.
  mutating func setGap(before index: Int, _ text: String, _ rule: Rule) {
    let (start, end) = (token(index - 1).end, tokens[index].start)
    if !bytes[start..<end].elementsEqual(text.utf8) { edit(start, end, text, rule) }
  }

  /// Makes a gap a no-break space.
  mutating func bindGap(before index: Int, _ rule: Rule) {
    setGap(before: index, "\u{A0}", rule)
  }

  /// Takes away the gap before a token that should have none, where a rule goes past it.
  mutating func tighten(_ index: Int) {
    if tokens[index].dropsGap { setGap(before: index, "", .spaces) }
  }

  /// Tells something that is not changed, if anyone wants to hear it.
  mutating func remark(
    _ rule: Rule, _ code: Code, from first: Int, through last: Int, _ message: Message
  ) {
    guard options.tellsFindings else { return }
    remarks.append(
      Remark(
        rule: rule, start: token(first).start, end: token(last).end, code: code, message: message))
  }
}

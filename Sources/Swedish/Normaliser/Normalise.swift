public import Diagnostics

/// Gives a text the characters that Swedish printing asks for.
///
/// Every prose field, heading and cell passes here on its way into the manuscript, and nowhere
/// else. A text is a whole paragraph, heading or cell: quotation marks pair within it. What the
/// rules change is told in `changes`, what they only found in `findings` and `diagnostics`.
/// Normalising the result once more changes nothing; a text with nothing to change comes back
/// without a copy.
///
/// The rules read `text` once, from the left: plain words are passed over, the rest is cut into
/// tokens, and each rule begins at the token that it is about. Stretches in `exemptions` are names,
/// code or other languages; they may not overlap.
public func normalise(
  _ text: String, places: PlaceMap, context: NormalisingContext,
  options: NormalisingOptions = NormalisingOptions(), exemptions: [Exemption] = [],
  column: ColumnForm = .unknown
) -> NormalisedText {
  var isPlain = false
  if options.isSwedish, exemptions.isEmpty {
    let bytes = text.utf8.span
    let end = skim(bytes, from: 0, to: bytes.count, .shared)
    isPlain =
      end == bytes.count
      || end + 1 == bytes.count && bytes[end] == 0x20
        && (context == .prose || context == .paragraphStart)
  }
  guard !isPlain else { return NormalisedText(text: text, places: places) }

  let bytes = Array(text.utf8)
  let sorted =
    exemptions.isEmpty
    ? []
    : exemptions.filter { !$0.range.isEmpty }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  var tokeniser = Tokeniser(bytes, isSwedish: options.isSwedish, exemptions: sorted)
  let tokens = tokeniser.cut()
  if tokeniser.hasCombiningMarks, let composition = Composition(of: text) {
    return composition.followed(from: text, places: places) { text, places, move in
      let moved = exemptions.map { Exemption(move($0.range), $0.reason) }
      return normalise(
        text, places: places, context: context, options: options, exemptions: moved,
        column: column)
    }
  }
  var walk = RuleWalk(
    bytes: bytes, tokens: tokens, context: context, options: options, column: column)
  walk.run()
  guard !walk.edits.isEmpty || !walk.remarks.isEmpty else {
    return NormalisedText(text: text, places: places)
  }
  return walk.result(text: text, places: places)
}

/// Gives the cells of a column the characters that Swedish printing asks for.
///
/// The column decides as one whether its numbers of four digits have groups: they have, if one of
/// its numbers has five digits or more or cannot be a year. `holdsYears` is what the schema says,
/// where it says something; then the digits are not asked.
public func normaliseColumn(
  _ cells: [(text: String, places: PlaceMap)], holdsYears: Bool? = nil,
  options: NormalisingOptions = NormalisingOptions()
) -> [NormalisedText] {
  let form = ColumnForm(holdsYears: holdsYears, cells: cells.lazy.map(\.text))
  return cells.map {
    normalise($0.text, places: $0.places, context: .cell, options: options, column: form)
  }
}

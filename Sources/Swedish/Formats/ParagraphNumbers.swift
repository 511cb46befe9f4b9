/// The number of a paragraph in minutes, or a span of them.
public struct ParagraphNumbers: Hashable, Sendable {
  /// The first.
  public let first: Int
  /// The last, if it is a span.
  public let last: Int?

  /// Numbers as they are written, `159`, `§ 159`, `159 §` or `§§ 151–153`; nil for anything else.
  public init?(_ text: String) {
    let bare = text.filter { $0 != "§" }.trimmed
    let parts = bare.split(omittingEmptySubsequences: false) { $0 == "–" || $0 == "-" }
      .map { String($0).trimmed }
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }), let numbers = wholeNumbers(parts),
      numbers[0] > 0
    else { return nil }
    first = numbers[0]
    last = numbers.count == 2 ? numbers[1] : nil
    if let last, last <= first { return nil }
  }

  /// The numbers as they are printed: `§ 159`, `§§ 151–153`.
  public func text(_ style: NumberStyle = .printed) -> String {
    if let last {
      "§§" + style.unitSpace + "\(first)–\(last)"
    } else {
      "§\(style.unitSpace)\(first)"
    }
  }
}

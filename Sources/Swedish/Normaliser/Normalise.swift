public import Diagnostics

/// Where a text is to stand: the same characters mean other things in a cell than in prose.
public enum NormalisingContext: String, Hashable, Sendable, CaseIterable {
  /// Running text, inside a paragraph.
  case prose
  /// Running text that begins a paragraph, where `- ` may begin a line of speech.
  case paragraphStart = "paragraph-start"
  /// A heading.
  case heading
  /// A cell of a table.
  case cell
}

/// A text as it is to be set.
public struct NormalisedText: Hashable, Sendable {
  /// The characters to set.
  public var text: String
  /// Where each of them came from.
  public var places: PlaceMap
  /// What the rules found, and did not change.
  public var diagnostics: [Diagnostic]

  /// A text with the places of its characters.
  public init(text: String, places: PlaceMap, diagnostics: [Diagnostic] = []) {
    self.text = text
    self.places = places
    self.diagnostics = diagnostics
  }
}

/// Gives a text the characters that Swedish printing asks for.
///
/// Every prose field, heading and cell passes here on its way into the manuscript, and nowhere
/// else. There are no rules yet: the text comes back as it was.
public func normalise(
  _ text: String, places: PlaceMap, context: NormalisingContext
) -> NormalisedText {
  NormalisedText(text: text, places: places)
}

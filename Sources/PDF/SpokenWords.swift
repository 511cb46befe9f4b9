/// What the file says where a page shows a place or a sign only: in Swedish for Swedish documents, in
/// English for all others.
struct SpokenWords {
  private let isSwedish: Bool

  /// The words for a document in a language, as BCP 47.
  init(language: String) { isSwedish = language.lowercased().hasPrefix("sv") }

  /// Of a link whose text is a page's number.
  func page(_ number: String) -> String { (isSwedish ? "Sidan " : "Page ") + number }

  /// Of a link to a note.
  func note(_ mark: String, _ text: String) -> String {
    (isSwedish ? "Not " : "Note ") + mark + ": " + text
  }

  /// Of the link from a note to where it is called.
  func back(from mark: String) -> String {
    (isSwedish ? "Tillbaka till hänvisningen till not " : "Back to the reference to note ") + mark
  }
}

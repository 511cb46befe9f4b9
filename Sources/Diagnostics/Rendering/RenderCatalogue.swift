/// Prints checkpoints as the Markdown page that explains them, in Swedish: chapters in their order,
/// and within them by id.
///
/// - Parameters:
///   - checkpoints: The catalogue.
///   - introduction: What stands under the page's title.
/// - Returns: The page.
public func renderCatalogue(_ checkpoints: [Checkpoint], introduction: String) -> String {
  let chapters = Checkpoint.Chapter.allCases.map { chapter in
    (chapter, checkpoints.filter { $0.chapter == chapter }.sorted { $0.id < $1.id })
  }.filter { !$0.1.isEmpty }
  var text = "# Kontrollerna\n\n" + introduction + "\n\n"
  for (chapter, points) in chapters {
    text += "- \(chapter.rawValue): "
    text += points.map { "[\($0.id)](#\($0.anchor))" }.joined(separator: ", ") + "\n"
  }
  for (chapter, points) in chapters {
    text += "\n## \(chapter.rawValue)\n"
    for point in points { text += "\n" + point.page }
  }
  return text
}

extension Checkpoint {
  /// The checkpoint's part of the page.
  fileprivate var page: String {
    """
    ### \(id) \(title)

    `\(code.rawValue)` · \(severityWord)

    **Vad:** \(what)

    **Varför:** \(why)

    **Exempel:**

    ```text
    \(example)
    ```

    **Så gör du:** \(mend)

    """
  }

  /// What the heading is called in links, as GitHub makes it.
  fileprivate var anchor: String {
    let kept = "\(id) \(title)".lowercased().filter {
      $0.isLetter || $0.isNumber || " -".contains($0)
    }
    return kept.replacing(" ", with: "-")
  }

  private var severityWord: String {
    switch severity {
    case .error: "fel"
    case .warning: "varning"
    case .note: "anmärkning"
    }
  }

  /// The page without its heading, for other programs that show help.
  var help: String {
    "\(what)\n\nVarför: \(why)\n\nExempel:\n\(example)\n\nSå gör du: \(mend)"
  }
}

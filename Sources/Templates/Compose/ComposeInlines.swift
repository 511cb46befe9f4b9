import Diagnostics
import Input
import Manuscript
import Markdown
import Swedish

extension Composer {
  /// What a stretch of a text inherits from the marks around it.
  struct Dress {
    var marks: RichText.Marks = []
    var target: RichText.Target?
    /// The language, where it is not the document's.
    var language: String?
  }

  /// The pieces of a paragraph, heading or cell as one text, passed through the normaliser.
  mutating func richText(
    _ inlines: [MarkdownInline], _ context: NormalisingContext, _ prose: inout Prose,
    column: ColumnForm = .unknown
  ) -> RichText {
    // A paragraph of one piece is most of them all.
    if inlines.count == 1, case .text(let text) = inlines[0].kind {
      let offset = inlines[0].place.offset
      let places =
        offset == 0
        ? prose.scalar.places.within(text) : PlaceMap(start: prose.place(of: inlines[0].place))
      return normalised(text.withoutTabs, places, context, column: column)
    }
    var text = RichText("")
    add(inlines, Dress(), to: &text, &prose)
    return normalised(text, context, column: column)
  }

  private mutating func add(
    _ inlines: [MarkdownInline], _ dress: Dress, to text: inout RichText, _ prose: inout Prose
  ) {
    let tags = inlineTags(in: inlines)
    guard !tags.isEmpty else {
      for inline in inlines { add(inline, dress, to: &text, &prose) }
      return
    }
    var dresses = [dress]
    for (index, inline) in inlines.enumerated() {
      var dress = dresses.last ?? dress
      switch tags[index] {
      case .language(let language):
        dress.language = isOwn(language) ? nil : language
        dresses.append(dress)
      case .raised: dresses.append(dress.marked(.raised))
      case .ends: dresses.removeLast()
      case nil: add(inline, dress, to: &text, &prose)
      }
    }
  }

  /// Whether a language is the document's own.
  private func isOwn(_ language: String) -> Bool {
    func code(_ tag: String) -> String { tag.prefix { $0 != "-" }.lowercased() }
    return code(language) == code(options.language)
  }

  private mutating func add(
    _ inline: MarkdownInline, _ dress: Dress, to text: inout RichText, _ prose: inout Prose
  ) {
    let place = prose.place(of: inline.place)
    switch inline.kind {
    case .text(let words): text.append(words.withoutTabs, dress, at: place)
    case .softBreak: text.append(" ", dress, at: place)
    case .lineBreak: text.append("\u{2028}", dress, at: place)
    case .emphasis(let inner):
      add(inner, dress.marked(.emphasis), to: &text, &prose)
    case .strong(let inner):
      add(inner, dress.marked(.strong), to: &text, &prose)
    case .code(let words):
      text.append(words.withoutTabs, dress.marked(.verbatim), at: place)
    case .link(let destination, _, let inner):
      addLink(to: destination, inner, dress, at: place, to: &text, &prose)
    case .image(let destination, _, let alternative):
      diagnostics.append(.picture(destination, at: place))
      text.append(alternative.withoutTabs, dress, at: place)
    case .footnoteReference(let label):
      let index = note(label, at: place, &prose)
      var raised = dress.marked(.raised)
      raised.target = .note(index)
      text.append(notes[index].mark, raised, at: place)
    case .html(let words):
      diagnostics.append(.tag(words, at: place))
      text.append(words.withoutTabs, dress, at: place)
    }
  }

  /// Adds a link.
  ///
  /// `[](#etikett)` stands for the target's name, `[sida](#etikett)` for its page.
  private mutating func addLink(
    to destination: String, _ inner: [MarkdownInline], _ dress: Dress, at place: Place,
    to text: inout RichText, _ prose: inout Prose
  ) {
    var dress = dress
    guard destination.hasPrefix("#") else {
      dress.target = .address(destination)
      return add(inner, dress, to: &text, &prose)
    }
    let label = String(destination.dropFirst())
    dress.target = .block(label)
    if inner.isEmpty {
      hasNameReferences = true
      text.append(Document.nameStandIn, dress, at: place)
    } else if inner.count == 1, case .text("sida") = inner[0].kind {
      dress.target = .page(of: label)
      text.append("sida", dress, at: place)
    } else if inner.count == 1, case .text("sidor") = inner[0].kind {
      dress.target = .pages(of: label)
      text.append("sidor", dress, at: place)
    } else {
      add(inner, dress, to: &text, &prose)
    }
  }
}

extension Composer.Dress {
  fileprivate func marked(_ mark: RichText.Marks) -> Self {
    var dress = self
    dress.marks.insert(mark)
    return dress
  }
}

extension RichText {
  /// Adds characters at the end, dressed as the marks around them ask.
  fileprivate mutating func append(_ words: String, _ dress: Composer.Dress, at place: Place) {
    append(words, dress.marks, dress.target, language: dress.language, at: place)
  }
}

extension String {
  /// The text with a space for each tab, which no font has a glyph for.
  var withoutTabs: String {
    guard utf8.contains(0x09) else { return self }
    return String(decoding: utf8.map { $0 == 0x09 ? 0x20 : $0 }, as: UTF8.self)
  }
}

extension PlaceMap {
  /// The map of a text that begins where this one's does.
  fileprivate func within(_ text: String) -> PlaceMap {
    guard let last = turns.last, last.offset >= text.utf8.count else { return self }
    let length = text.utf8.count
    return PlaceMap(start: start, turns: turns.filter { $0.offset < length })
  }
}

extension Diagnostic {
  fileprivate static func picture(_ destination: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, .pictureInProse,
      Message(
        sv: "bilden '\(destination)' sätts inte: den står mitt i en text; "
          + "bildens beskrivning står i stället",
        en: "the picture '\(destination)' is not set: it stands inside a text; "
          + "its description stands instead"), at: place,
      fixes: [
        Fix(
          Message(
            sv: "låt bilden vara ett stycke för sig, med tom rad före och efter",
            en: "make the picture a paragraph of its own, with blank lines around it"))
      ])
  }

  fileprivate static func tag(_ text: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, .markupInProse,
      Message(
        sv: "'\(text)' är HTML, som inte betyder något här; det sätts som det står",
        en: "'\(text)' is HTML, which means nothing here; it is set as it stands"), at: place,
      fixes: text.hasPrefix("<span") || text == "</span>"
        ? [.languageSpan] : text == "<sup>" || text == "</sup>" ? [.raisedSpan] : [])
  }
}

extension Diagnostic.Fix {
  fileprivate static let raisedSpan = Diagnostic.Fix(
    Message(
      sv: "skriv <sup>…</sup> om det som ska vara upphöjt, båda i samma stycke",
      en: "write <sup>…</sup> round what is to be raised, in one paragraph"))

  fileprivate static let languageSpan = Diagnostic.Fix(
    Message(
      sv: #"skriv <span lang="en">…</span> om ord på ett annat språk, båda i samma stycke"#,
      en: #"write <span lang="en">…</span> round words of another language, in one paragraph"#))
}

public import Diagnostics

/// A block of the document.
public enum Block: Hashable, Sendable {
  case heading(Heading)
  case paragraph(Paragraph)
  case list(List)
  case table(Table)
  case keyValues(KeyValues)
  case contents(Contents)
  case cover(Cover)
  /// The notes that the text above has called and that have not been set yet.
  case notes(style: String)
  case figure(Figure)
  case panel(Panel)
  case quotation(Quotation)
  case signatures(Signatures)
  case miniature(Miniature)
  case part(Part)
  /// Blocks in columns side by side.
  case columns(Columns)
  /// Blocks on pages of their own, turned on their side.
  case landscape([Block])
  /// What follows begins on a new page.
  case pageBreak
  /// White space down the page that takes all the room that is left over; several share it.
  case fill
}

/// A heading.
public struct Heading: Hashable, Sendable {
  /// Where a heading's number comes from.
  public enum Numbering: String, Hashable, Sendable, CaseIterable {
    /// It is counted with the others of its level, as deep as the document numbers headings.
    case automatic
    /// It heads an appendix: it is counted with the other appendices.
    case appendix
    /// It has none, nor have those below it.
    case none
  }

  /// 1 for a chapter; a level may not be skipped downwards.
  public var level: Int
  /// Its number as it is printed, `2.1` or `Bilaga 4`; empty for none.
  public var number: String
  /// Where its number comes from, where it has not been given one.
  public var numbering: Numbering
  /// Its words.
  public var text: RichText
  /// What references and the contents call it by; unique in the document.
  public var id: String
  /// Whether the table of contents and the outline list it.
  public var isListed: Bool
  /// Whether it begins a new page.
  public var breaksPage: Bool
  /// Whether the page that it begins is a right-hand one.
  public var opensRecto: Bool
  /// The paragraph style, usually `heading-1`.
  public var style: String

  /// A heading from its parts.
  public init(
    level: Int, number: String = "", numbering: Numbering = .automatic, text: RichText,
    id: String, isListed: Bool = true, breaksPage: Bool = false, opensRecto: Bool = false,
    style: String
  ) {
    self.level = level
    self.number = number
    self.numbering = numbering
    self.text = text
    self.id = id
    self.isListed = isListed
    self.breaksPage = breaksPage
    self.opensRecto = opensRecto
    self.style = style
  }
}

/// A paragraph.
public struct Paragraph: Hashable, Sendable {
  /// Its text.
  public var text: RichText
  /// The paragraph style, usually `body`.
  public var style: String

  /// A paragraph from its parts.
  public init(text: RichText, style: String) {
    self.text = text
    self.style = style
  }
}

/// A list.
public struct List: Hashable, Sendable {
  /// How items are marked.
  public enum Marking: Hashable, Sendable {
    /// With the theme's bullets.
    case bullets
    /// `1.`, `2.` …, from a first number.
    case numbers(from: Int)
  }

  /// How items are marked.
  public var marking: Marking
  /// How this list is marked where that is not the theme's to say: `a)`, `1.`, `–`; nil for the
  /// theme's.
  public var form: String?
  /// The items, each of paragraphs and lists.
  public var items: [[Block]]
  /// The paragraph style of marks and items, usually `list`.
  public var style: String

  /// A list from its parts.
  public init(marking: Marking, form: String? = nil, items: [[Block]], style: String) {
    self.marking = marking
    self.form = form
    self.items = items
    self.style = style
  }
}

/// Terms with what belongs to each, side by side: the facts of a cover page or an invitation.
public struct KeyValues: Hashable, Sendable {
  /// One term and its value.
  public struct Pair: Hashable, Sendable {
    /// The term.
    public var key: RichText
    /// What belongs to it.
    public var value: RichText

    /// A pair.
    public init(key: RichText, value: RichText) {
      self.key = key
      self.value = value
    }
  }

  /// The pairs in order.
  public var pairs: [Pair]
  /// The paragraph style of the values, usually `key-value`; the terms are set in its strong weight.
  public var style: String

  /// Pairs from their parts.
  public init(pairs: [Pair], style: String) {
    self.pairs = pairs
    self.style = style
  }
}

/// A table of contents, filled from the document's listed headings, or a list of its tables or
/// figures.
public struct Contents: Hashable, Sendable {
  /// What is listed.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case headings
    /// Tables with a caption.
    case tables
    /// Figures with a caption.
    case figures
  }

  /// Its title, set as a first-level heading that it does not list itself.
  public var title: RichText
  /// The deepest level listed, of headings.
  public var levels: Int
  /// What is listed.
  public var kind: Kind

  /// A table of contents from its parts.
  public init(title: RichText, levels: Int, kind: Kind = .headings) {
    self.title = title
    self.levels = levels
    self.kind = kind
  }
}

extension Document {
  /// One entry of a table of contents, or of a list of tables or figures.
  public struct ContentsEntry: Hashable, Sendable {
    /// How deep it stands, from 1.
    public var level: Int
    /// Its number as it is printed; empty for none.
    public var number: String
    /// Its words.
    public var text: RichText
    /// The id of what it names.
    public var id: String
  }

  /// What a table of contents, or a list of tables or figures, holds.
  public func entries(of contents: Contents) -> [ContentsEntry] {
    var entries: [ContentsEntry] = []
    func add(_ label: RichText?, _ caption: RichText?, _ id: String) {
      guard let caption, !caption.isEmpty, !id.isEmpty else { return }
      entries.append(
        ContentsEntry(level: 1, number: label?.text ?? "", text: caption, id: id))
    }
    for block in blocks {
      block.walk { block in
        switch (block, contents.kind) {
        case (.heading(let heading), .headings)
        where heading.isListed && heading.level <= contents.levels:
          entries.append(
            ContentsEntry(
              level: heading.level, number: heading.number, text: heading.text, id: heading.id))
        case (.table(let table), .tables): add(table.label, table.caption, table.id)
        case (.figure(let figure), .figures): add(figure.label, figure.caption, figure.id)
        default: break
        }
      }
    }
    return entries
  }
}

/// The first page.
public struct Cover: Hashable, Sendable {
  /// One named text of the cover, set where the theme has a slot of that name.
  public struct Part: Hashable, Sendable {
    /// The name, as templates and themes have it: `title`, `subtitle`, `by`, `mark`, `decision`.
    public var name: String
    /// The text.
    public var text: RichText

    /// A part.
    public init(name: String, text: RichText) {
      self.name = name
      self.text = text
    }
  }

  /// The parts, in reading order.
  public var parts: [Part]
  /// Where the cover was asked for.
  public var place: Place

  /// A cover from its parts.
  public init(parts: [Part], place: Place = .none) {
    self.parts = parts
    self.place = place
  }
}

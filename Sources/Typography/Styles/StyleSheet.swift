public import Geometry

/// Everything a theme decides, ready for layout: the looks of named styles, the page, the tables,
/// the cover.
///
/// Layout asks for styles by name and finds none of its own: `body`, `heading-1` … `heading-6`,
/// `ingress`, `quote`, `list`, `cell`, `cell-head`, `cell-group`, `cell-sum`, `caption`, `note`,
/// `toc-title`, `toc-1` … `toc-3`, `badge`, `running-head`, `folio`, and what templates name.
public struct StyleSheet: Hashable, Sendable {
  /// The page and its areas.
  public var page: PageGeometry
  /// The paragraph styles by name.
  public var styles: [String: ParagraphStyle]
  /// The table styles by name; `table` is the usual one.
  public var tables: [String: TableStyle]
  /// How lists are set.
  public var list: ListStyle
  /// How headings' numbers are set, and which have one.
  public var headings = HeadingNumberStyle()
  /// How figures are set.
  public var figures = FigureStyle()
  /// How charts are drawn.
  public var charts = ChartStyle()
  /// How pages of other documents are shown.
  public var miniatures = MiniatureStyle()
  /// How the dots of a table of contents are set.
  public var leader: LeaderStyle
  /// The look of a badge (VO, Nämnd) in a cell.
  public var badge: BadgeStyle
  /// The status marks, by the names of their styles.
  public var marks: [String: StatusMark] = [:]
  /// Where a cover's parts stand.
  public var cover: CoverStyle
  /// Where the logotype stands on every page but the cover; nil for nowhere.
  public var logotype: RunningLogotype?
  /// How pages are filled.
  public var paging: PagingStyle
  /// The family that arrows, boxes and status marks are set in where a text's own font lacks them;
  /// nil for none.
  public var symbolFamily: String?
  /// Which character groups the digits of large numbers: U+202F or U+00A0.
  public var digitGroupSeparator: Character

  /// A style sheet from its parts.
  public init(
    page: PageGeometry, styles: [String: ParagraphStyle], tables: [String: TableStyle],
    list: ListStyle, leader: LeaderStyle, badge: BadgeStyle, cover: CoverStyle,
    paging: PagingStyle = PagingStyle(), symbolFamily: String? = nil,
    digitGroupSeparator: Character = "\u{202F}"
  ) {
    self.symbolFamily = symbolFamily
    self.page = page
    self.styles = styles
    self.tables = tables
    self.list = list
    self.leader = leader
    self.badge = badge
    self.cover = cover
    self.paging = paging
    self.digitGroupSeparator = digitGroupSeparator
  }
}

/// The page and its areas.
public struct PageGeometry: Hashable, Sendable {
  /// The paper.
  public var paper: Size
  /// From the paper's edges to the text area; of a right-hand page where they are mirrored.
  public var margins: Insets
  /// Whether the left and right margins change sides on left-hand pages: the left one is inside, at
  /// the spine.
  public var isMirrored: Bool
  /// Width of the reading column, which begins at the text area's left edge.
  public var column: Length
  /// Between the reading column and the margin column; what is left of the text area's width is
  /// the margin column.
  public var gutter: Length
  /// Baseline of the running head, from the paper's top.
  public var headBaseline: Length
  /// Baseline of the running foot, from the paper's bottom.
  public var footBaseline: Length

  /// A page from its measures.
  public init(
    paper: Size, margins: Insets, isMirrored: Bool = false, column: Length, gutter: Length,
    headBaseline: Length, footBaseline: Length
  ) {
    self.paper = paper
    self.margins = margins
    self.isMirrored = isMirrored
    self.column = column
    self.gutter = gutter
    self.headBaseline = headBaseline
    self.footBaseline = footBaseline
  }

  /// The page turned on its side: the paper's other way round, read without turning the sheet on a
  /// screen, with the margins, the running lines and the reading column where they are on an upright
  /// page.
  ///
  /// Lines as long as the paper could not be read; but a column over the whole text area stays so.
  /// In a bound document it has the spine at its head or, on the back of a leaf, at its foot: where
  /// margins are mirrored it keeps the inside margin at both, its running lines as near the text as
  /// on other pages, and none of its sides changes.
  public var turned: PageGeometry {
    var turned = self
    turned.paper = Size(width: paper.height, height: paper.width)
    if isMirrored {
      turned.isMirrored = false
      turned.margins.top = max(margins.top, margins.left)
      turned.margins.bottom = max(margins.bottom, margins.left)
      turned.headBaseline += turned.margins.top - margins.top
      turned.footBaseline += turned.margins.bottom - margins.bottom
    }
    if column >= textArea.size.width { turned.column = turned.textArea.size.width }
    return turned
  }

  /// The page as it is on the left or right side of a spread.
  public func facing(isLeft: Bool) -> PageGeometry {
    guard isMirrored, isLeft else { return self }
    var page = self
    swap(&page.margins.left, &page.margins.right)
    return page
  }

  /// The least room beside the text area's left edge, whichever side of a spread a page is on.
  public var leastLeft: Length { isMirrored ? min(margins.left, margins.right) : margins.left }

  /// The area inside the margins.
  public var textArea: Rect {
    Rect(
      x: margins.left, y: margins.top, width: paper.width - margins.left - margins.right,
      height: paper.height - margins.top - margins.bottom)
  }
}

/// How a table is ruled, tinted and spaced.
public struct TableStyle: Hashable, Sendable {
  /// Over the whole text area, or the reading column alone.
  public var span: ParagraphStyle.Span
  /// Room inside a cell.
  public var padding: Insets
  /// Whether the outermost cells' text stands flush with the table's edges.
  public var isFlush: Bool
  /// Rule above the head.
  public var ruleTop: RuleStyle?
  /// Rule below the head.
  public var ruleHead: RuleStyle?
  /// Rule under a head that stands over several columns, as wide as they are.
  public var ruleSpan: RuleStyle?
  /// Rule between rows.
  public var ruleRow: RuleStyle?
  /// Rule above a sum row.
  public var ruleSum: RuleStyle?
  /// Rule below the last row.
  public var ruleBottom: RuleStyle?
  /// Rule at the foot of a page that ends inside the table; it takes no room.
  public var ruleBreak: RuleStyle?
  /// Tint of head rows.
  public var headFill: Colour?
  /// Tint of group rows.
  public var groupFill: Colour?
  /// Tint of every second row.
  public var zebraFill: Colour?
  /// Space above the table (or its caption).
  public var spaceBefore: Length
  /// Space below the table.
  public var spaceAfter: Length
  /// Indent of a "varav" row's first cell.
  public var partIndent: Length
  /// Whether the badges of the first column stand in the page's margin, left of the table's edge, so
  /// that the words after them stay in line; otherwise badges have room of their own in the column.
  public var hangsBadges: Bool
  /// Whether columns without given widths fill the measure; otherwise the table is as wide as its
  /// content asks for.
  public var fillsMeasure: Bool
  /// Whether notes that cells call stand at the foot of the page; otherwise under the table.
  public var notesAtFoot: Bool

  /// A table style; no rules and no tints unless named.
  public init(
    span: ParagraphStyle.Span = .full,
    padding: Insets, isFlush: Bool = true, ruleTop: RuleStyle? = nil, ruleHead: RuleStyle? = nil,
    ruleSpan: RuleStyle? = nil, ruleRow: RuleStyle? = nil, ruleSum: RuleStyle? = nil,
    ruleBottom: RuleStyle? = nil, ruleBreak: RuleStyle? = nil, headFill: Colour? = nil,
    groupFill: Colour? = nil, zebraFill: Colour? = nil,
    spaceBefore: Length = .zero, spaceAfter: Length = .zero, partIndent: Length = .zero,
    hangsBadges: Bool = false, fillsMeasure: Bool = true, notesAtFoot: Bool = false
  ) {
    self.span = span
    self.padding = padding
    self.isFlush = isFlush
    self.ruleTop = ruleTop
    self.ruleHead = ruleHead
    self.ruleSpan = ruleSpan
    self.ruleRow = ruleRow
    self.ruleSum = ruleSum
    self.ruleBottom = ruleBottom
    self.ruleBreak = ruleBreak
    self.headFill = headFill
    self.groupFill = groupFill
    self.zebraFill = zebraFill
    self.spaceBefore = spaceBefore
    self.spaceAfter = spaceAfter
    self.partIndent = partIndent
    self.hangsBadges = hangsBadges
    self.fillsMeasure = fillsMeasure
    self.notesAtFoot = notesAtFoot
  }
}

/// How lists are set.
public struct ListStyle: Hashable, Sendable {
  /// The mark of an unordered item on each level of unordered lists; deeper levels take the last.
  public var bullets: [String]
  /// How ordered items are numbered on each level of ordered lists, as the first item's mark: `1.`,
  /// `a)`, `i)`; deeper levels take the last.
  public var numbers: [String]
  /// From the list's edge to its items' text, per level; more where a mark is wider.
  public var indent: Length
  /// Space between items.
  public var itemSpace: Length

  /// A list style from its parts.
  public init(
    bullets: [String], numbers: [String] = ["1.", "a)", "i)"], indent: Length, itemSpace: Length
  ) {
    self.bullets = bullets
    self.numbers = numbers
    self.indent = indent
    self.itemSpace = itemSpace
  }
}

/// How headings' numbers are set.
public struct HeadingNumberStyle: Hashable, Sendable {
  /// The deepest level that is numbered where a template does not say; 0 for none.
  public var levels = 0
  /// Whether numbers hang left of their headings, in the page's margin, where there is room for them.
  public var hangsNumbers = false
  /// Between a hanging number and its heading.
  public var gap = Length.points(10)

  /// Numbers that no heading has, set in line with their headings.
  public init() {}
}

/// How figures are set.
public struct FigureStyle: Hashable, Sendable {
  /// The fewest pixels to the inch that a picture should have on paper.
  public var leastResolution = 150
  /// Space above a figure.
  public var spaceBefore = Length.points(12)
  /// Between a picture and its caption.
  public var gap = Length.points(5)
  /// Space below a figure.
  public var spaceAfter = Length.points(14)

  /// Figures with usual spaces.
  public init() {}
}

/// How the line of dots to a page number is set.
public struct LeaderStyle: Hashable, Sendable {
  /// What is repeated, usually a full stop.
  public var pattern: String
  /// From one repetition to the next; the dots of all lines stand under one another.
  public var pitch: Length
  /// The ink.
  public var colour: Colour

  /// A leader from its parts.
  public init(pattern: String, pitch: Length, colour: Colour) {
    self.pattern = pattern
    self.pitch = pitch
    self.colour = colour
  }
}

/// The look of a badge: a word in a tinted box with round corners.
public struct BadgeStyle: Hashable, Sendable {
  /// Tint of the box.
  public var fill: Colour
  /// Room between the word and the box's edges, left and right; above and below, half of it.
  public var padding: Length
  /// Radius of the corners.
  public var radius: Length
  /// Between the badge and what follows.
  public var gap: Length

  /// A badge's look from its parts.
  public init(fill: Colour, padding: Length, radius: Length, gap: Length) {
    self.fill = fill
    self.padding = padding
    self.radius = radius
    self.gap = gap
  }
}

/// The look of a status mark: a shape in a colour before its word, each of which tells it apart on
/// its own.
public struct StatusMark: Hashable, Sendable {
  /// Shapes that are told apart without colour.
  public enum Shape: String, Sendable, CaseIterable {
    case circle, triangle, square, diamond
  }

  /// The shape, as high as a capital.
  public var shape: Shape
  /// Its ink.
  public var colour: Colour

  /// A mark from its shape and ink.
  public init(shape: Shape, colour: Colour) {
    self.shape = shape
    self.colour = colour
  }
}

/// Where a cover's parts stand, and its bands of colour.
public struct CoverStyle: Hashable, Sendable {
  /// A rectangle of colour.
  public struct Band: Hashable, Sendable {
    /// The rectangle on the paper.
    public var area: Rect
    /// The ink.
    public var colour: Colour
    /// Whether it lies over the cover's pictures, for words to stand on, or under them.
    public var isOverPictures: Bool

    /// A band.
    public init(area: Rect, colour: Colour, isOverPictures: Bool = false) {
      self.area = area
      self.colour = colour
      self.isOverPictures = isOverPictures
    }
  }

  /// The place of one part of the cover.
  public struct Slot: Hashable, Sendable {
    /// Which edge `offset` is measured from.
    public enum Anchor: String, Sendable, CaseIterable { case top, bottom }

    /// The name of the part: a key of the template's `cover` (`title`, `by`, `mark` …).
    public var part: String
    /// The paragraph style.
    public var style: String
    /// The edge of the paper that the slot hangs from (`top`: the first line's top) or stands on
    /// (`bottom`: the last line's bottom).
    public var anchor: Anchor
    /// From that edge.
    public var offset: Length
    /// From the paper's left edge.
    public var left: Length
    /// The measure.
    public var width: Length

    /// A slot from its parts.
    public init(
      part: String, style: String, anchor: Anchor, offset: Length, left: Length, width: Length
    ) {
      self.part = part
      self.style = style
      self.anchor = anchor
      self.offset = offset
      self.left = left
      self.width = width
    }
  }

  /// The bands, painted in order: some under the pictures, some over them.
  public var bands: [Band]
  /// The places of pictures.
  public var pictures: [PictureSlot] = []
  /// The slots.
  ///
  /// Slots on the same anchor that would overlap push each other away from the edge.
  public var slots: [Slot]

  /// A cover style from its bands and slots.
  public init(bands: [Band], slots: [Slot]) {
    self.bands = bands
    self.slots = slots
  }
}

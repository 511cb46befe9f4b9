import Diagnostics
import Geometry
import Manuscript
import Pages
import Typography

/// A picture or a drawing in its box of the galley.
struct SetPicture {
  enum Content {
    /// A picture, and where the whole of it lies, from the corner of what is seen.
    case picture(PictureID, area: Rect)
    case drawing(Drawing)
    /// A page made small, in the roles of what stands on it, with the words of its runs.
    case page([PageItem], [PlacedWord])
  }

  var content: Content
  /// From the text area's left edge to what is seen.
  var x: Length
  /// How large what is seen is.
  var size: Size
  var element: ElementID
}

extension GalleyComposer {
  /// The least width of a caption, so that words have room beside each other.
  private static let leastCaption = Length.millimetres(60)

  /// Adds a figure: its picture or chart, and its caption below or above it.
  ///
  /// A picture that a page has no room for is set smaller, and one with too few pixels for its size
  /// is told of.
  mutating func add(_ figure: Figure, in parent: ElementID) {
    let look = typesetter.sheet.figures
    let group = typesetter.structure.add(.division, to: parent, id: figure.id)
    if !figure.id.isEmpty { anchors.append(figure.id) }
    let room = room(for: figure.width)
    let first = galley.boxes.count
    let spaceAbove = spaceAfter
    let element: ElementID
    let shown: Int
    if figure.chart != nil, typesetter.sheet.charts.caption == .above, figure.hasCaption {
      add(
        [figure.label?.strong, figure.caption], as: .caption, over: room, in: group,
        standsAbove: true)
      element = addElement(of: figure, in: group)
      shown = galley.boxes.count
      nextBreak = .forbidden
      append(GalleyBox(content: .space, height: .zero), spaceBefore: look.gap)
      add([figure.credit], as: .paragraph, over: room, in: group, standsAbove: false)
    } else {
      element = addElement(of: figure, in: group)
      shown = first
      append(GalleyBox(content: .space, height: .zero), spaceBefore: look.spaceBefore)
      add(
        [figure.label?.strong, figure.caption, figure.credit], as: .caption, over: room, in: group,
        standsAbove: false)
    }
    let others = galley.boxes[first...].reduce(-galley.boxes[first].spaceBefore) {
      $0 + $1.spaceBefore + $1.height
    }
    let picture = set(
      figure, width: room.width, most: geometry.textArea.size.height - others, element: element,
      x: room.x)
    galley.boxes[shown].content = .picture(picture)
    galley.boxes[shown].height = picture.size.height
    spaceAfter = look.spaceAfter
    if figure.chart?.dataTable == .below { nextBreak = .forbidden }
    if inside == nil {
      // One that keeps its place has been moved for good: no other figure passes it.
      galley.floats.append(
        FloatingFigure(
          boxes: first..<galley.boxes.count, spaceAbove: spaceAbove, spaceBelow: look.spaceAfter,
          isMoved: !figure.mayFloat))
    }
  }

  private func addElement(of figure: Figure, in group: ElementID) -> ElementID {
    typesetter.structure.add(.figure, to: group, details: .init(alternate: figure.alternate))
  }

  /// Sets what a figure shows.
  private func set(
    _ figure: Figure, width: Length, most: Length, element: ElementID, x: Length
  ) -> SetPicture {
    switch figure.content {
    case .picture(let picture):
      set(picture, of: figure, width: width, most: most, element: element, x: x)
    case .chart(let chart):
      typesetter.set(chart, of: figure, x: x, width: width, most: most, element: element)
    }
  }

  /// Sizes a figure's picture for its width, and lower than the most that it has room for.
  private func set(
    _ picture: Picture, of figure: Figure, width: Length, most: Length, element: ElementID,
    x: Length
  ) -> SetPicture {
    let place = figure.place == .none ? nil : figure.place
    var size = Size(width: width, height: .zero)
    size.height =
      figure.crop.ratio.map { width.scaled(by: $0) }
      ?? picture.size(ofWidth: width).height
    if size.height > most {
      let ratio = Double(most.units) / Double(size.height.units)
      size = Size(width: width.scaled(by: ratio), height: most)
      typesetter.diagnostics.append(.pictureScaledDown(picture.path, at: place))
    }
    let frame = Rect(origin: .origin, size: size)
    let area = picture.area(filling: frame, focus: (figure.crop.x, figure.crop.y))
    let least = typesetter.sheet.figures.leastResolution
    if let found = picture.resolution(at: area.size), found < Double(least) {
      typesetter.diagnostics.append(.lowResolution(picture, found, least: least, at: place))
    }
    return SetPicture(
      content: .picture(picture.id, area: area), x: x, size: size, element: element)
  }

  /// A margin column narrower than half an inch holds no figure.
  private static let leastMarginColumn = Length.points(36)

  private func room(for width: Figure.Width) -> (x: Length, width: Length) {
    let full = area(of: .full)
    switch width {
    case .column: return area(of: .column)
    case .full: return full
    case .margin:
      let margin = area(of: .margin)
      return margin.width > Self.leastMarginColumn ? margin : area(of: .column)
    case .fixed(let width): return (full.x, min(width, full.width))
    case .share(let share):
      let column = area(of: .column)
      return (column.x, min(column.width.scaled(by: share), full.width))
    }
  }

  /// Adds words above or below what a figure shows.
  private mutating func add(
    _ parts: [RichText?], as kind: StructureTree.Kind, over room: (x: Length, width: Length),
    in group: ElementID, standsAbove: Bool
  ) {
    var text = RichText("")
    for part in parts {
      guard let part, !part.isEmpty else { continue }
      text = text.isEmpty ? part : text.followed(by: part, after: " ")
    }
    guard !text.isEmpty else { return }
    let look = typesetter.sheet.figures
    if !standsAbove {
      nextBreak = .forbidden
      spaceAfter = look.gap
    }
    let caption = typesetter.structure.add(kind, to: group)
    let first = galley.boxes.count
    let outer = inside
    let most = outer?.width ?? area(of: .full).width - room.x
    inside = (room.x, max(room.width, min(Self.leastCaption, most)))
    add(
      text, styleName: "figure-caption", element: caption,
      spaceAbove: standsAbove ? look.spaceBefore : .zero)
    inside = outer
    for index in galley.boxes.indices[first...].dropFirst(standsAbove ? 1 : 0) {
      galley.boxes[index].breakBefore = .forbidden
    }
  }
}

extension Figure {
  /// Whether there are words to set above it.
  fileprivate var hasCaption: Bool {
    [label, caption].contains { $0?.isEmpty == false }
  }
}

extension Diagnostic {
  fileprivate static func pictureScaledDown(_ path: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      .warning, .pictureScaledDown,
      Message(
        sv: "bilden '\(path)' är högre än en sida och sätts mindre än den skulle",
        en: "the picture '\(path)' is taller than a page and is set smaller than asked"),
      at: place,
      fixes: [
        Fix(
          Message(
            sv: "beskär bilden med 'crop', eller ge den mindre bredd",
            en: "crop the picture with 'crop', or make it less wide"))
      ])
  }

  /// A picture has too few pixels for its size on the page.
  static func lowResolution(
    _ picture: Picture, _ found: Double, least: Int, at place: Place?
  ) -> Diagnostic {
    Diagnostic(
      .warning, .lowResolution,
      Message(
        sv: "bilden '\(picture.path)' har \(Int(found)) punkter per tum i sin storlek på sidan; "
          + "minst \(least) behövs för att den ska bli skarp",
        en: "the picture '\(picture.path)' has \(Int(found)) pixels to the inch at its size on "
          + "the page; \(least) are needed for it to be sharp"),
      at: place,
      fixes: [
        Fix(
          Message(
            sv: "använd en större bild, eller ge den mindre bredd",
            en: "use a larger picture, or make it less wide"))
      ])
  }
}

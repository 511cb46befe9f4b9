public import Geometry
public import Typography

/// Something drawn, before it has a place on a page: marks from a corner of their own.
public struct Drawing: Hashable, Sendable {
  /// How large it is; nothing of it stands outside.
  public var size: Size
  /// What is painted, in order.
  public var marks: [PageItem.Mark]
  /// The words of its runs, pointed into by `GlyphRun.words`.
  public var words: [PlacedWord]

  /// A drawing from its parts.
  public init(size: Size, marks: [PageItem.Mark] = [], words: [PlacedWord] = []) {
    self.size = size
    self.marks = marks
    self.words = words
  }
}

/// A line through points.
public struct Stroke: Hashable, Sendable {
  /// The points, joined in order.
  public var path: [Point]
  /// How thick it is.
  public var thickness: Length
  /// How long its dashes and the gaps between them are, in turn; empty for an unbroken line.
  public var dashes: [Length]
  /// The ink.
  public var colour: Colour

  /// A line from its parts.
  public init(path: [Point], thickness: Length, dashes: [Length] = [], colour: Colour) {
    self.path = path
    self.thickness = thickness
    self.dashes = dashes
    self.colour = colour
  }

  /// The smallest rectangle that holds its ink; nil for no points.
  public var box: Rect? {
    guard let box = Rect(around: path) else { return nil }
    let half = thickness / 2
    return Rect(
      x: box.origin.x - half, y: box.origin.y - half, width: box.size.width + thickness,
      height: box.size.height + thickness)
  }
}

extension PageItem.Mark {
  /// Moves what is painted to the right and down.
  public mutating func move(right: Length, down: Length = .zero) {
    func moved(_ point: Point) -> Point { Point(x: point.x + right, y: point.y + down) }
    switch self {
    case .run(var run):
      run.origin = moved(run.origin)
      self = .run(run)
    case .turned(var run, let slope):
      run.origin = moved(run.origin)
      self = .turned(run, slope: slope)
    case .fill(let rect, let colour):
      self = .fill(Rect(origin: moved(rect.origin), size: rect.size), colour)
    case .roundedFill(let rect, let radius, let colour):
      let rect = Rect(origin: moved(rect.origin), size: rect.size)
      self = .roundedFill(rect, radius: radius, colour)
    case .polygon(let corners, let colour): self = .polygon(corners.map(moved), colour)
    case .stroke(var stroke):
      stroke.path = stroke.path.map(moved)
      self = .stroke(stroke)
    case .picture(var placed):
      placed.area.origin = moved(placed.area.origin)
      placed.frame.origin = moved(placed.frame.origin)
      self = .picture(placed)
    }
  }
}

extension Page {
  /// Puts a drawing on the page with its corner at a point.
  public mutating func add(_ drawing: Drawing, at corner: Point, role: Role) {
    add(drawing.marks.map { PageItem($0, role: role) }, drawing.words, at: corner)
  }

  /// Puts items, with the words of their runs, on the page with their corner at a point.
  public mutating func add(_ items: [PageItem], _ words: [PlacedWord], at corner: Point) {
    let first = self.words.count
    self.words += words
    for var item in items {
      item.mark.move(right: corner.x, down: corner.y)
      switch item.mark {
      case .run(var run):
        run.words = run.words.lowerBound + first..<run.words.upperBound + first
        item.mark = .run(run)
      case .turned(var run, let slope):
        run.words = run.words.lowerBound + first..<run.words.upperBound + first
        item.mark = .turned(run, slope: slope)
      case .fill, .roundedFill, .polygon, .stroke, .picture: break
      }
      self.items.append(item)
    }
  }
}

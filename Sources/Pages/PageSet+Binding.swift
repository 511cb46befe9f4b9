public import Geometry

extension PageSet {
  /// Puts the pages in the middle of what a punched and bound sheet leaves of them: on versos the
  /// margins change sides, and all pages move out where the margin at the spine has no room for
  /// holes.
  ///
  /// A page with something in the margin moves no further than an office's printer can print it.
  /// Bands of colour stay at the paper's edges, and so do pages turned on their side, which are
  /// bound at the head.
  ///
  /// - Parameters:
  ///   - margins: The margins of right-hand pages, as they were laid out.
  ///   - areMirrored: Whether those of left-hand pages were laid out the other way round already.
  public mutating func moveForBinding(margins: Insets, areMirrored: Bool = false) {
    let (inside, outside) = (margins.left, margins.right)
    // What the outside margin can give of what the spine lacks.
    let lacking = max(.zero, Self.leastInside - inside)
    let extra = min(lacking, max(.zero, outside - Self.leastOutside))
    for index in pages.indices where pages[index].size.width <= pages[index].size.height {
      let isRecto = index.isMultiple(of: 2)
      let mirroring = isRecto || areMirrored ? .zero : outside - inside
      let distance = mirroring + (isRecto ? extra : .zero - extra)
      let room = min(.zero, Self.unprintable - pages[index].leftEdge)
      pages[index].moveText(by: max(distance, room))
    }
  }

  /// The margin that two holes of 6 mm need, whose middle is 12 mm from the edge, with the bend of
  /// the sheet beside them (ISO 838).
  private static let leastInside = Length.millimetres(25)
  /// What an office's printer leaves blank at the paper's edges.
  private static let unprintable = Length.millimetres(6)
  /// The margin that is left outside: that and as much again.
  private static let leastOutside = Length.millimetres(12)
}

extension Page {
  /// Where what stands on the page begins, bands of colour aside.
  fileprivate var leftEdge: Length {
    var edge = size.width
    for item in items where item.role != .artifact(.background) && !item.mark.isBleeding {
      switch item.mark {
      case .run(let run), .turned(let run, _): edge = min(edge, run.origin.x)
      case .fill(let rect, _), .roundedFill(let rect, _, _): edge = min(edge, rect.origin.x)
      case .picture(let placed): edge = min(edge, placed.frame.origin.x)
      case .polygon(let corners, _): edge = corners.reduce(edge) { min($0, $1.x) }
      case .stroke(let stroke): edge = min(edge, stroke.box?.origin.x ?? edge)
      }
    }
    return edge
  }

  /// Moves all but bands of colour and pictures at the paper's edge to the right.
  fileprivate mutating func moveText(by distance: Length) {
    guard distance != .zero else { return }
    for index in items.indices
    where items[index].role != .artifact(.background) && !items[index].mark.isBleeding {
      items[index].mark.move(right: distance)
    }
  }
}

extension PageItem.Mark {
  /// Whether it is a picture that goes on to the paper's left edge.
  fileprivate var isBleeding: Bool {
    if case .picture(let placed) = self { placed.frame.origin.x <= .zero } else { false }
  }
}

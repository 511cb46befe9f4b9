import Manuscript
import Pages

/// A stretch of the galley whose pages have furniture and numbers of their own: a part, or what
/// stands before, between and after parts.
struct PageRun {
  /// The box that it begins with.
  var firstBox: Int
  /// What running heads call it.
  var title: String
  var furniture: Furniture
  var watermark: String
  /// Which pages are counted together with its own: pages of one series have one row of numbers.
  var series: Int
  /// How its pages are numbered; its `start` belongs to the series' first page.
  var numbering: Part.Numbering
  /// Whether it begins a part, or only goes on with what a part has interrupted.
  var isOpening: Bool
  /// What stands on the page that is left blank before it.
  var blankText: String
}

/// The boxes of a part, for what counts its pages.
struct PartExtent {
  var id: String
  var boxes: Range<Int>
}

extension GalleyComposer {
  /// Opens the run of the pages that stand in no part.
  mutating func openRuns() {
    galley.runs = [
      PageRun(
        firstBox: 0, title: "", furniture: manuscript.furniture, watermark: manuscript.watermark,
        series: 0, numbering: Part.Numbering(start: 1), isOpening: true, blankText: "")
    ]
    currentRun = 0
  }

  /// Adds a part: its blocks, on pages of their own.
  mutating func add(_ part: Part, in parent: ElementID) {
    guard !part.blocks.isEmpty else { return }
    let element = typesetter.structure.add(.part, to: parent, id: part.id)
    let outer = galley.runs[currentRun]
    var run = outer
    run.title = part.title
    run.firstBox = galley.boxes.count
    run.isOpening = true
    run.blankText = part.blankText
    if let furniture = part.furniture { run.furniture = furniture }
    if let watermark = part.watermark { run.watermark = watermark }
    if let numbering = part.numbering {
      run.numbering = numbering
      if numbering.start != nil { run.series = galley.runs.count }
    }
    open(run, isRecto: part.opensRecto)
    if !part.id.isEmpty { anchors.append(part.id) }
    add(part.blocks, in: element)
    if !part.id.isEmpty {
      galley.parts.append(PartExtent(id: part.id, boxes: run.firstBox..<galley.boxes.count))
    }
    var rest = outer
    rest.firstBox = galley.boxes.count
    rest.isOpening = false
    open(rest, isRecto: false)
  }

  private mutating func open(_ run: PageRun, isRecto: Bool) {
    if !galley.boxes.isEmpty { nextBreak = .forced }
    opensRecto = isRecto
    // Of runs that begin with the same box, only the last has pages.
    if let last = galley.runs.last, last.firstBox == run.firstBox, run.firstBox > 0 || run.isOpening
    {
      galley.runs.removeLast()
    }
    galley.runs.append(run)
    currentRun = galley.runs.count - 1
  }
}

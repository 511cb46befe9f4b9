import Geometry
import Manuscript
import Pages

/// What each page is called, and which run of the document it belongs to.
struct PageNumbers {
  /// One page's.
  struct Entry {
    /// The run, as an index into `Galley.runs`.
    var run: Int
    /// Whether it is the first page of a part, or of what stands in no part.
    var isFirst: Bool
    var number: Int
    var numbering: PageNumbering
    var prefix: String
    /// The number of the last page that is counted with it.
    var last: Int

    /// The number as it is printed.
    var label: String { prefix + numbering.text(of: number) }
    /// The number of the last page as it is printed.
    var lastLabel: String { numbering.text(of: last) }
  }

  private(set) var entries: [Entry] = []

  /// Numbers the pages of a galley.
  ///
  /// A page belongs to the run of its first box; one that is left blank, to that of the page before
  /// it.
  init(plans: [PagePlan], galley: Galley) {
    entries.reserveCapacity(plans.count)
    /// The last number given in each series.
    var counters: [Int: Int] = [:]
    var run = 0
    /// The box after the last one placed.
    var next = 0
    for plan in plans {
      let first = plan.boxes.first { $0.index >= 0 }?.index ?? next
      if !plan.isBlank {
        while run + 1 < galley.runs.count, galley.runs[run + 1].firstBox <= first { run += 1 }
        next = max(next, (plan.boxes.last { $0.index >= 0 }?.index ?? first) + 1)
      }
      let numbering = galley.runs[run].numbering
      let series = galley.runs[run].series
      let isCounted = numbering.figures != .none
      var number = counters[series] ?? (numbering.start ?? 1) - 1
      if isCounted { number += 1 }
      counters[series] = number
      let isFirst = galley.runs[run].isOpening && entries.last?.run != run
      entries.append(
        Entry(
          run: run, isFirst: isFirst, number: number, numbering: PageNumbering(numbering.figures),
          prefix: numbering.prefix, last: number))
    }
    for index in entries.indices {
      let series = galley.runs[entries[index].run].series
      entries[index].last = counters[series] ?? entries[index].number
    }
  }

  subscript(page: Int) -> Entry { entries[page] }
}

extension PageNumbering {
  /// The figures as a file knows them.
  fileprivate init(_ figures: Part.Numbering.Figures) {
    switch figures {
    case .figures: self = .figures
    case .roman: self = .lowerRoman
    case .letters: self = .upperLetters
    case .none: self = .none
    }
  }
}

import Diagnostics
import Input
import Layout

/// Finds the page that a place of the plan lands on, from the lines that stand on the pages.
///
/// A place that is itself on no page, as a year that a check looks at, lands where the text nearest
/// to it does that the same part of the plan has; a place in a part that prints nothing lands nowhere.
struct PageFinder {
  /// The lines by their places, and of one place the pages as they come: contents and surveys name
  /// what stands on a later page.
  private let origins: [Proof.Origin]
  private let plan: Value

  /// A finder for a plan and the lines of its pages.
  init(origins: [Proof.Origin], plan: Value) {
    self.origins = origins.sorted { ($0.place, $0.page) < ($1.place, $1.page) }
    self.plan = plan
  }

  /// The page, from 1; nil for a place that lands nowhere.
  func page(of place: Place) -> Int? {
    guard place.line > 0 else { return nil }
    let after = firstIndex(after: place)
    let before = after > 0 && origins[after - 1].place.file == place.file ? after - 1 : nil
    if let before, origins[before].place == place { return origins[before].page }
    guard place.file == plan.place.file else {
      // A file of rows or prose is one text: what goes before it is near it.
      let next = after < origins.count && origins[after].place.file == place.file ? after : nil
      return (before ?? next).map { origins[$0].page }
    }
    for part in parts(around: place) {
      let first = firstIndex(notBefore: part.start)
      let end = part.end.map { firstIndex(notBefore: $0) } ?? endOfFile(place.file)
      guard first < end else { continue }
      return origins[before.map { max(min($0, end - 1), first) } ?? first].page
    }
    return nil
  }

  /// The index of the first line that was written after a place.
  private func firstIndex(after place: Place) -> Int {
    partition { place < $0.place }
  }

  /// The index of the first line that was not written before a place.
  private func firstIndex(notBefore place: Place) -> Int {
    partition { !($0.place < place) }
  }

  private func endOfFile(_ file: FileID) -> Int {
    partition { $0.place.file.index > file.index }
  }

  private func partition(_ isAfter: (Proof.Origin) -> Bool) -> Int {
    var (low, high) = (0, origins.count)
    while low < high {
      let middle = (low + high) / 2
      if isAfter(origins[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// A part of the plan: where it starts, and where the next begins; nil for the file's end.
  private struct Part {
    var start: Place
    var end: Place?
  }

  /// The parts of the plan that a place is in, the innermost first; the whole plan is none.
  private func parts(around place: Place) -> [Part] {
    var parts: [Part] = []
    var value = plan
    var end: Place?
    while true {
      let starts: [(start: Place, value: Value)]
      switch value.content {
      case .scalar, .null: return parts.reversed()
      case .list(let items): starts = items.map { ($0.place, $0) }
      case .map(let map): starts = map.entries.map { ($0.keyPlace, $0.value) }
      }
      let own = starts.filter { $0.start.file == place.file }
      guard let index = own.lastIndex(where: { $0.start <= place }) else { return parts.reversed() }
      if index + 1 < own.count { end = own[index + 1].start }
      parts.append(Part(start: own[index].start, end: end))
      value = own[index].value
    }
  }
}

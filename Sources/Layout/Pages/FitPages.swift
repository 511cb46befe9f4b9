import Geometry

/// Cuts a chapter into pages so that all of them together cost the least: total fit.
///
/// A chapter is everything between two forced page ends. Its strips stand in one endless galley,
/// and a page may end above each of them for a price. Going down the galley, the cheapest way to
/// every end is kept that pages can reach; the chapter's own end then says which way was the best.
/// From an end only the strips of one page have to be looked at, so that the time is linear in the
/// chapter's length.
///
/// *Notes* are a second galley beside the first: a way is known by where its next page begins and
/// by how many lines of notes have been set. Most pages set what they call. Where that has no room,
/// the last note goes on at the foot of the next page, two lines of it on either side at least.
///
/// *A worked example.* Pages of twenty lines of 5.5 mm: fifteen lines of text, then a heading that
/// keeps with a table's head and a row of four lines, six in all, then rows. By first fit page 1
/// ends after fifteen lines, and its foot is empty. Here the rows may be torn: ending the page in
/// the row leaves nothing empty and costs 18, and five empty lines (27 mm) cost 48, so the row is
/// torn; had the page had only two empty lines (11 mm, 12), the table would have moved.
///
/// **Source**: the boxes, glue and penalties are those of D. E. Knuth and M. F. Plass, *Breaking
/// Paragraphs into Lines*, 1981; for pages the method is M. F. Plass, *Optimal Pagination
/// Techniques for Automatic Typesetting Systems*, 1981, and F. Mittelbach, *A General Framework for
/// Globally Optimized Pagination*, 2016. We differ: there are no floats that move, so that the
/// state is an end and a count of note lines, and the search stays linear; costs are millimetres of
/// blank paper instead of badness, because pages here may end ragged and what counts is how much
/// stays empty; paragraphs are not set longer or shorter for the page's sake. On the bench's 100
/// pages it took the blank at page feet from 10.5 mm to less than 4. Facing pages are weighed by the
/// cheapest way to an end alone, not by every foot that it could have.
struct PageFitter {
  /// A page that is possible.
  struct Offer {
    /// The strip that the next page would begin with.
    var end: Int
    /// The line of notes that the next page would begin with.
    var note: Int
    var cost: Double
    /// What stays blank at its foot, in millimetres.
    var blank: Double
    var faults: Faults
  }

  /// What had to be done against the rules, to be told.
  struct Faults: OptionSet {
    var rawValue: UInt8
    static let brokenKeep = Faults(rawValue: 1)
    static let overfull = Faults(rawValue: 2)
    static let lateNote = Faults(rawValue: 4)
  }

  /// One page of the result.
  struct Page {
    var strips: Range<Int>
    var notes: Range<Int>
    var faults: Faults
  }

  /// The cheapest way found to a page's end.
  private struct Way {
    var end: Int
    var note: Int
    var cost: Double
    var blank: Double
    var faults: Faults
    var pages: Int
    var previous: Int
    /// The next way to the same end, with other notes set or on the other side of the leaf.
    var sibling: Int
  }

  let chapter: Chapter
  private var ways: [Way] = []
  /// The first way to each end; −1 for none.
  private var first: [Int] = []
  private(set) var offers: [Offer] = []
  /// What the result costs.
  private(set) var cost = 0.0

  init(_ chapter: Chapter) { self.chapter = chapter }

  /// The pages that cost least.
  mutating func totalFit() -> [Page] {
    let count = chapter.strips.count
    first = Array(repeating: -1, count: count + 1)
    ways.removeAll(keepingCapacity: true)
    keep(Way(end: 0, note: 0, cost: 0, blank: 0, faults: [], pages: 0, previous: -1, sibling: -1))
    for end in 0..<count {
      var way = first[end]
      while way >= 0 {
        extend(way)
        way = ways[way].sibling
      }
    }
    return pages(to: finish())
  }

  /// The pages that each take as much as they can: what chapters beyond all bounds get, and what
  /// total fit is measured against.
  mutating func firstFit() -> [Page] {
    ways.removeAll(keepingCapacity: true)
    first = []
    ways.append(
      Way(end: 0, note: 0, cost: 0, blank: 0, faults: [], pages: 0, previous: -1, sibling: -1))
    let (end, note) = (chapter.strips.count, chapter.noteLines.count)
    while let last = ways.last, last.end < end || last.note < note {
      makeOffers(from: last.end, note: last.note)
      guard let offer = offers.max(by: { $0.end < $1.end }) else { break }
      ways.append(way(by: offer, from: ways.count - 1))
    }
    return pages(to: ways.count - 1)
  }

  // MARK: Ways

  private mutating func extend(_ index: Int) {
    makeOffers(from: ways[index].end, note: ways[index].note)
    for offer in offers { keep(way(by: offer, from: index)) }
  }

  private func way(by offer: Offer, from index: Int) -> Way {
    let last = ways[index]
    var cost = last.cost + offer.cost
    let pages = last.pages + 1
    let isRecto = !(chapter.firstPage + pages - 1).isMultiple(of: 2)
    if chapter.isTwoSided, isRecto, pages > 1, offer.end < chapter.strips.count {
      cost += abs(offer.blank - last.blank) * PagePrices.unevenSpread
    }
    return Way(
      end: offer.end, note: offer.note, cost: cost, blank: offer.blank, faults: offer.faults,
      pages: pages, previous: index, sibling: -1)
  }

  /// Remembers a way unless a cheaper one comes to the same.
  private mutating func keep(_ way: Way) {
    var index = first[way.end]
    while index >= 0 {
      let other = ways[index]
      if other.note == way.note,
        !chapter.isTwoSided || (other.pages - way.pages).isMultiple(of: 2)
      {
        if way.cost < other.cost {
          ways[index] = way
          ways[index].sibling = other.sibling
        }
        return
      }
      index = other.sibling
    }
    var new = way
    new.sibling = first[way.end]
    first[way.end] = ways.count
    ways.append(new)
  }

  /// Sets what notes are left on pages of their own, and gives the cheapest way to the end.
  private mutating func finish() -> Int {
    let total = chapter.noteLines.count
    var best = -1
    var way = first[chapter.strips.count]
    while way >= 0 {
      var last = way
      way = ways[way].sibling
      while ways[last].note < total {
        makeOffers(from: ways[last].end, note: ways[last].note)
        guard let offer = offers.first else { break }
        ways.append(self.way(by: offer, from: last))
        last = ways.count - 1
      }
      if best < 0 || ways[last].cost < ways[best].cost { best = last }
    }
    return best
  }

  private mutating func pages(to last: Int) -> [Page] {
    guard last >= 0 else { return [] }
    cost = ways[last].cost
    var pages: [Page] = []
    pages.reserveCapacity(ways[last].pages)
    var index = last
    while ways[index].previous >= 0 {
      let way = ways[index]
      let before = ways[way.previous]
      pages.append(
        Page(
          strips: before.end..<way.end, notes: before.note..<way.note, faults: way.faults))
      index = way.previous
    }
    return pages.reversed()
  }

  // MARK: Offers

  /// A page shorter than this part of its height is only looked at where there is no other.
  private static let leastFill = 0.55

  /// Gathers the pages that can begin with a strip and a line of notes; one at least.
  private mutating func makeOffers(from start: Int, note: Int) {
    offers.removeAll(keepingCapacity: true)
    guard start < chapter.strips.count else { return offerNotesAlone(from: note) }
    if chapter.needsStacking {
      offerByStacking(from: start, note: note)
    } else {
      offerBySubtraction(from: start, note: note)
    }
    if offers.isEmpty { offerAgainstTheRules(from: start, note: note) }
  }

  private mutating func offerBySubtraction(from start: Int, note: Int) {
    let count = chapter.strips.count
    let height = chapter.height
    let top = chapter.strips[start].top - chapter.strips[start].head
    let least = height.scaled(by: Self.leastFill)
    /// The last end that would leave a page too short.
    var low = -1
    var end = start + 1
    while end <= count {
      let used = chapter.strips[end - 1].bottom - top
      guard used <= height else { break }
      if end == count {
        offer(start..<end, note: note, used: used, price: 0)
      } else if chapter.strips[end].price < .infinity {
        if used < least {
          low = end
        } else {
          offer(
            start..<end, note: note, used: used + chapter.strips[end].foot,
            price: chapter.strips[end].price)
        }
      }
      end += 1
    }
    if offers.isEmpty, low >= 0 {
      let used = chapter.height(of: start..<low)
      offer(start..<low, note: note, used: used, price: chapter.strips[low].price)
    }
  }

  /// Offers a page if it has room for its notes.
  mutating func offer(_ range: Range<Int>, note: Int, used: Length, price: Double) {
    var room = chapter.height - used
    guard room >= .zero else { return }
    var price = price
    var last = chapter.notes(before: range.upperBound)
    if last > note {
      if chapter.height(ofNotes: note..<last) > room {
        let called = chapter.notes(before: range.lowerBound)
        guard let split = splitNotes(note..<last, newFrom: called, room: room) else { return }
        last = split
        price += PagePrices.splitNote
      }
      room -= chapter.height(ofNotes: note..<last)
    }
    add(range, note: last, room: room, price: price, faults: [])
  }

  /// Where the notes of a page may be parted so that those above have room: every note that the
  /// page calls begins on it.
  private func splitNotes(_ lines: Range<Int>, newFrom called: Int, room: Length) -> Int? {
    // Of a note that goes on from the page before, two lines at least stand here.
    var least = lines.lowerBound + 2
    if called < lines.upperBound {
      least = max(least, chapter.noteStarts[lines.upperBound - 1] + 1)
    }
    var end = lines.upperBound - 1
    while end >= least {
      if chapter.notesMayEnd[end], chapter.height(ofNotes: lines.lowerBound..<end) <= room {
        return end
      }
      end -= 1
    }
    return nil
  }

  private mutating func add(
    _ range: Range<Int>, note: Int, room: Length, price: Double, faults: Faults
  ) {
    let isLast = range.upperBound == chapter.strips.count
    let filled = 1 - Double(room.units) / Double(max(chapter.height.units, 1))
    var cost = PagePrices.page + price
    var blank = 0.0
    if isLast {
      cost += PagePrices.lastPage(filled: filled)
    } else if !chapter.hasFill(in: range) {
      let stretch = chapter.stretch(of: range)
      let rest = room - stretch
      if rest > .zero { blank = rest.millimetres }
      if stretch > .zero, room > .zero {
        let ratio = min(1, Double(room.units) / Double(stretch.units))
        cost += PagePrices.fullStretch * ratio * ratio
      }
      cost += PagePrices.blank(blank)
      if filled < PagePrices.fullEnough { cost += PagePrices.shortPage }
    }
    offers.append(
      Offer(end: range.upperBound, note: note, cost: cost, blank: blank, faults: faults))
  }

  /// Offers what has to be when no page keeps the rules: the most that has room, or a single strip
  /// whatever its height, with its notes as far as they go.
  private mutating func offerAgainstTheRules(from start: Int, note: Int) {
    var end = start + 1
    var best: Int?
    while end <= chapter.strips.count {
      let used = chapter.height(of: start..<end)
      let notes = note..<max(note, chapter.notes(before: end))
      if used - chapter.foot(before: end) > chapter.height { break }
      if used + chapter.height(ofNotes: notes) <= chapter.height { best = end }
      end += 1
    }
    if let best {
      let notes = note..<max(note, chapter.notes(before: best))
      let used = chapter.height(of: start..<best) + chapter.height(ofNotes: notes)
      return add(
        start..<best, note: notes.upperBound, room: chapter.height - used,
        price: PagePrices.brokenKeep, faults: .brokenKeep)
    }
    let room = chapter.height - chapter.height(of: start..<start + 1)
    guard room >= .zero else {
      return add(
        start..<start + 1, note: note, room: .zero,
        price: PagePrices.overfull + (.zero - room).millimetres, faults: .overfull)
    }
    var last = note
    let called = max(note, chapter.notes(before: start + 1))
    while last < called, chapter.height(ofNotes: note..<last + 1) <= room { last += 1 }
    add(
      start..<start + 1, note: last, room: room - chapter.height(ofNotes: note..<last),
      price: PagePrices.lateNote, faults: .lateNote)
  }

  /// Offers a page of nothing but the notes that are left.
  private mutating func offerNotesAlone(from note: Int) {
    let total = chapter.noteLines.count
    var last = note + 1
    var end = last
    while end <= total, chapter.height(ofNotes: note..<end) <= chapter.height {
      if end == total || chapter.notesMayEnd[end] { last = end }
      end += 1
    }
    offers.append(
      Offer(
        end: chapter.strips.count, note: min(last, total), cost: PagePrices.page, blank: 0,
        faults: []))
  }
}

import Diagnostics

extension RuleWalk {
  /// The text as the walk leaves it, with the places of its characters.
  func result(text: String, places: PlaceMap) -> NormalisedText {
    var result = NormalisedText(text: text, places: places)
    if !edits.isEmpty {
      result.changes = changes(places)
      result.text = newText()
      result.places = moved(places, by: result.changes)
    }
    guard !remarks.isEmpty else { return result }
    var cursor = PlaceCursor(bytes: bytes, places: places)
    for remark in remarks.sorted(by: { $0.start < $1.start }) {
      let place = cursor.place(at: remark.start)
      result.findings.append(
        NormalisedText.Finding(
          rule: remark.rule, range: remark.start..<remark.end, place: place,
          message: remark.message))
      let stretch = bytes[remark.start..<remark.end]
      let columns = stretch.count { $0 & 0xC0 != 0x80 }
      result.diagnostics.append(
        Diagnostic(
          .note, remark.code, remark.message, rule: remark.rule.rawValue, at: place,
          endColumn: stretch.contains(0x0A) ? nil : Int(place.column) + columns))
    }
    return result
  }

  private func newText() -> String {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 2 * edits.count)
    var next = 0
    for edit in edits {
      output += bytes[next..<edit.start]
      output += edit.text.utf8
      next = edit.end
    }
    output += bytes[next...]
    return String(decoding: output, as: UTF8.self)
  }

  private func changes(_ places: PlaceMap) -> [NormalisedText.Change] {
    var cursor = PlaceCursor(bytes: bytes, places: places)
    var growth = 0
    return edits.map { edit in
      let change = NormalisedText.Change(
        rule: edit.rule, range: edit.start..<edit.end, start: edit.start + growth,
        place: cursor.place(at: edit.start),
        before: String(decoding: bytes[edit.start..<edit.end], as: UTF8.self), after: edit.text)
      growth += change.growth
      return change
    }
  }

  /// The map of the text's places after its changes.
  ///
  /// A change that puts in as many characters as it takes out keeps the places as they run; after
  /// any other the text turns to where its source goes on.
  private func moved(_ places: PlaceMap, by changes: [NormalisedText.Change]) -> PlaceMap {
    var map = PlaceMap(start: places.start)
    var cursor = PlaceCursor(bytes: bytes, places: places)
    var turns = places.turns[...]
    var growth = 0
    for change in changes {
      while let turn = turns.first, turn.offset <= change.range.lowerBound {
        map.add(PlaceMap.Turn(offset: turn.offset + growth, place: turn.place))
        turns.removeFirst()
      }
      growth += change.growth
      let hasTurn = turns.first.map { $0.offset < change.range.upperBound } ?? false
      while let turn = turns.first, turn.offset < change.range.upperBound { turns.removeFirst() }
      if hasTurn || change.before.unicodeScalars.count != change.after.unicodeScalars.count {
        let end = change.range.upperBound
        map.add(PlaceMap.Turn(offset: end + growth, place: cursor.place(at: end)))
      }
    }
    for turn in turns {
      map.add(PlaceMap.Turn(offset: turn.offset + growth, place: turn.place))
    }
    return map
  }
}

extension PlaceMap {
  /// Adds a turn after those there are; one at the same offset takes the place of the last.
  fileprivate mutating func add(_ turn: Turn) {
    if turns.last?.offset == turn.offset { turns.removeLast() }
    if turn.offset == 0 { start = turn.place } else { turns.append(turn) }
  }
}

/// Gives the places of ascending offsets, reading a text once.
private struct PlaceCursor {
  private let bytes: [UInt8]
  private var turns: ArraySlice<PlaceMap.Turn>
  private var place: Place
  private var offset = 0

  /// A cursor at a text's beginning.
  init(bytes: [UInt8], places: PlaceMap) {
    self.bytes = bytes
    self.turns = places.turns[...]
    self.place = places.start
  }

  /// The place of the character at an offset, not before the one that was asked for last.
  mutating func place(at wanted: Int) -> Place {
    guard wanted >= offset else { return place }
    while let turn = turns.first, turn.offset <= wanted {
      (offset, place) = (turn.offset, turn.place)
      turns.removeFirst()
    }
    var columns: Int32 = 0
    for byte in bytes[offset..<max(offset, min(wanted, bytes.count))] where byte & 0xC0 != 0x80 {
      columns += 1
    }
    place.column += columns
    offset = wanted
    return place
  }
}

import Diagnostics
import Input
import Swedish

extension Composer {
  /// A row of a table before its cells are made.
  struct RowItem {
    var frames: [Frame]
    /// The numbers of the items on the way to the row, one for each of the rows' lists.
    var path: [Int]
  }

  /// The frames of each item, or of each group of them, in order.
  func items(of selection: Selection, _ frames: [Frame]) -> [[Frame]] {
    let rows = rows(of: selection, frames, keepsParents: false)
    guard let grouping = selection.grouping else { return rows.map(\.frames) }
    var number = 0
    return groups(of: rows, by: grouping).map { group in
      number += 1
      let items = group.rows.compactMap(\.frames.last?.value)
      let place = group.value?.place ?? items.first?.place ?? Place.none
      var entries = [
        Map.Entry(
          key: Scope.groupItems, keyPlace: place, value: Value(.list(items), at: place))
      ]
      if let value = group.value {
        entries.append(Map.Entry(key: grouping.name, keyPlace: place, value: value))
      }
      let frame = Frame(Value(.map(Map(entries: entries)), at: place), number: number)
      return frames.entering(frame, kept: grouping.kept)
    }
  }

  /// The rows that a selection goes through, in order.
  ///
  /// With `keepsParents`, an item whose own list is empty gives one row with nothing further in.
  func rows(of selection: Selection, _ frames: [Frame], keepsParents: Bool) -> [RowItem] {
    var rows: [RowItem] = []
    gather(
      selection.levels[...], RowItem(frames: frames, path: []), keepsParents: keepsParents, &rows)
    if let condition = selection.condition { rows.removeAll { !holds(condition, $0.frames) } }
    if !selection.order.isEmpty { sort(&rows, by: selection.order) }
    return rows
  }

  private func gather(
    _ levels: ArraySlice<Selection.Level>, _ parent: RowItem, keepsParents: Bool,
    _ rows: inout [RowItem]
  ) {
    guard let level = levels.first else {
      rows.append(parent)
      return
    }
    let items = level.slot.value(in: parent.frames)?.items ?? []
    if items.isEmpty, keepsParents, !parent.path.isEmpty {
      var row = parent
      for level in levels {
        row.frames = row.frames.entering(.absent, kept: level.kept)
        row.path.append(0)
      }
      rows.append(row)
    }
    for (index, item) in items.enumerated() {
      let frame = Frame(item, number: index + 1)
      let row = RowItem(
        frames: parent.frames.entering(frame, kept: level.kept), path: parent.path + [index + 1])
      gather(levels.dropFirst(), row, keepsParents: keepsParents, &rows)
    }
  }

  /// Rows that have a value in common, in the order in which their values first appear.
  func groups(
    of rows: [RowItem], by grouping: Selection.Grouping
  ) -> [(value: Value?, rows: [RowItem])] {
    var groups: [(value: Value?, rows: [RowItem])] = []
    var indices: [String: Int] = [:]
    for row in rows {
      let value = grouping.slot.value(in: row.frames)
      let key = value?.scalar?.text.trimmingSpaces ?? ""
      if let index = indices[key] {
        groups[index].rows.append(row)
      } else {
        indices[key] = groups.count
        groups.append((value, [row]))
      }
    }
    return groups
  }

  // MARK: Order

  /// What a row is sorted by: numbers before words, and nothing last.
  private enum SortKey {
    case number(Amount)
    case words(SwedishOrder)
    case nothing

    init(_ scalar: Scalar?) {
      guard let text = scalar?.text, !text.isBlank else {
        self = .nothing
        return
      }
      let notation: Amount.Notation = scalar?.style == .jsonNumber ? .json : .swedish
      if let amount = Amount(text, notation: notation) {
        self = .number(amount)
      } else {
        self = .words(SwedishOrder(text))
      }
    }

    /// Whether it comes before another; nil when they are equal.
    ///
    /// What is nothing is last whichever way the others go.
    func precedes(_ other: SortKey, isDescending: Bool) -> Bool? {
      switch (self, other) {
      case (.nothing, .nothing): nil
      case (.nothing, _): false
      case (_, .nothing): true
      case (.number(let a), .number(let b)): a == b ? nil : (a < b) != isDescending
      case (.words(let a), .words(let b)): a == b ? nil : (a < b) != isDescending
      case (.number, .words): !isDescending
      case (.words, .number): isDescending
      }
    }
  }

  private func sort(_ rows: inout [RowItem], by orders: [Selection.Order]) {
    let keys = rows.map { row in orders.map { SortKey($0.slot.scalar(in: row.frames)) } }
    let sorted = rows.indices.sorted { a, b in
      for (index, order) in orders.enumerated() {
        if let precedes = keys[a][index].precedes(
          keys[b][index], isDescending: order.isDescending)
        {
          return precedes
        }
      }
      return a < b
    }
    rows = sorted.map { rows[$0] }
  }
}

extension Value {
  /// The items of a list; a value that is no list is its only item.
  var items: [Value] {
    switch content {
    case .list(let list): list
    case .null: []
    case .scalar, .map: [self]
    }
  }
}

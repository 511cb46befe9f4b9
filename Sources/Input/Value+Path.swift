public import Diagnostics

extension Value {
  /// The path of the deepest value that begins at or before a place, `perspektiv[2].namn`, for
  /// diagnostics that are born where only the place is left.
  ///
  /// Items are counted from 0. The whole is the empty path; nil when the place is in another file
  /// or before the first value.
  public func path(to place: Place) -> String? {
    guard begins(at: self.place, before: place) else { return nil }
    var path = ""
    var value = self
    while true {
      switch value.content {
      case .scalar, .null: return path
      case .list(let items):
        guard let index = last(items.indices, at: { items[$0].place }, before: place) else {
          return path
        }
        path += "[\(index)]"
        value = items[index]
      case .map(let map):
        let entries = map.entries
        guard let index = last(entries.indices, at: { entries[$0].keyPlace }, before: place) else {
          return path
        }
        let entry = entries[index]
        path += (path.isEmpty ? "" : ".") + entry.key
        // An alias's value stands where its anchor does; its parts are not at this place.
        guard entry.value.place >= entry.keyPlace else { return path }
        value = entry.value
      }
    }
  }

  private func begins(at start: Place, before place: Place) -> Bool {
    start.file == place.file && start <= place
  }

  /// The index of the part that begins last, at or before the place.
  private func last(
    _ indices: Range<Int>, at start: (Int) -> Place, before place: Place
  ) -> Int? {
    indices.filter { begins(at: start($0), before: place) }.max { start($0) < start($1) }
  }
}

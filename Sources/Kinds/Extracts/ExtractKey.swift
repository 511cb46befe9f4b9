import Diagnostics
public import Input

/// A key by which items of a plan's list are printed alone: minutes have `paragraf`, so that `--only
/// paragraf=159` prints one of their `paragrafer`.
public struct ExtractKey: Sendable {
  /// What the command calls it.
  public let name: String
  /// The keys that lead from the plan to the list.
  let list: [String]
  /// The item's key that says which it is; nil where items are counted from 1.
  let key: String?
  /// Whether an item that does not write the key has its number in the list for it.
  let countsItems: Bool
  /// The kind whose template sets the extract; nil for the plan's own.
  public let template: String?

  /// One item of the list.
  public struct Item: Sendable {
    /// What the command calls it.
    public let name: String
    /// Its place in the list, from 0.
    public let index: Int
    /// What the plan holds there.
    public let value: Value
  }

  /// The items of a plan's list that have a name, in their order.
  public func items(in data: Value) -> [Item] {
    let items = list.reduce(data) { $0?[$1] }?.list ?? []
    return items.enumerated().compactMap { index, value in
      if let name = key.flatMap({ value[$0]?.scalar?.text.trimmed }), !name.isEmpty {
        return Item(name: name, index: index, value: value)
      }
      guard key == nil || countsItems else { return nil }
      return Item(name: "\(index + 1)", index: index, value: value)
    }
  }

  /// The plan with one item alone in the list, which says its number where items are counted: it is
  /// the first now, whatever it was.
  public func keeping(_ item: Item, in data: Value) -> Value {
    func keeping(_ data: Value, _ path: ArraySlice<String>) -> Value {
      guard let key = path.first else { return Value(.list([saying(item)]), at: data.place) }
      guard var map = data.map,
        let index = map.entries.firstIndex(where: { $0.key == key })
      else { return data }
      map.entries[index].value = keeping(map.entries[index].value, path.dropFirst())
      return Value(.map(map), at: data.place)
    }
    return keeping(data, list[...])
  }

  /// An item that says what it is called.
  private func saying(_ item: Item) -> Value {
    guard let key, countsItems, var map = item.value.map,
      item.value[key]?.scalar?.text.trimmed.isEmpty ?? true
    else { return item.value }
    map.entries.removeAll { $0.key == key }
    let place = item.value.place
    let number = Scalar(item.name, style: .plain, places: PlaceMap(start: place))
    map.entries.append(
      Map.Entry(key: key, keyPlace: place, value: Value(.scalar(number), at: place)))
    return Value(.map(map), at: place)
  }

  /// The place in the list of the item that a path in the plan, `paragrafer[3].rubrik`, leads to;
  /// nil for a path that leads elsewhere.
  public func index(ofItemIn path: String) -> Int? {
    let start = list.joined(separator: ".") + "["
    guard path.hasPrefix(start) else { return nil }
    return Int(path.dropFirst(start.count).prefix { $0 != "]" })
  }
}

extension String {
  /// The text without spaces around it.
  fileprivate var trimmed: String {
    var text = self[...].drop(while: \.isWhitespace)
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}

import Diagnostics
import Input

extension SchemaNode {
  /// The parts of a cell between the node's separators, each at its place; nil where there is none,
  /// or the node takes no list.
  func list(in cell: Value) -> Value? {
    guard let separator, types.contains(.array), let scalar = cell.scalar,
      scalar.text.contains(separator)
    else { return nil }
    let parts = scalar.text.split(separator: separator).compactMap { part -> Value? in
      var word = part.drop(while: \.isWhitespace)
      while word.last?.isWhitespace == true { word.removeLast() }
      guard !word.isEmpty else { return nil }
      let offset = scalar.text.utf8.distance(from: scalar.text.startIndex, to: word.startIndex)
      let place = scalar.places.place(at: offset, in: scalar.text)
      return Value(
        .scalar(Scalar(String(word), style: scalar.style, places: PlaceMap(start: place))),
        at: place)
    }
    return Value(.list(parts), at: cell.place)
  }
}

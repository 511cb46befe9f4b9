public import Diagnostics

extension Value {
  /// The value as JSON, its numbers and truth values as they stand.
  public var json: JSONText {
    switch content {
    case .null: .null
    case .list(let items): .list(items.map(\.json))
    case .map(let map): .object(map.entries.map { ($0.key, $0.value.json) })
    case .scalar(let scalar):
      switch scalar.style {
      case .jsonNumber, .jsonBoolean: .literal(scalar.text)
      default: .string(scalar.text)
      }
    }
  }
}

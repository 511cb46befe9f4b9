public import Diagnostics
public import Input

/// A value of a plan, with the way that leads to it.
public struct Field: Sendable {
  /// The way from the plan's top, as long as the plan is deep.
  private indirect enum Trail: Sendable {
    case top
    case key(String, of: Trail)
    case entry(Int, of: Trail)
  }

  /// The value.
  public let value: Value
  /// Where its key begins; nil for an entry of a list and the plan's top.
  public let keyPlace: Place?
  private let trail: Trail

  /// The plan's top.
  init(_ plan: Value) {
    value = plan
    keyPlace = nil
    trail = .top
  }

  private init(_ value: Value, keyPlace: Place?, _ trail: Trail) {
    self.value = value
    self.keyPlace = keyPlace
    self.trail = trail
  }

  /// The path in the plan, `perspektiv[2].namn`, entries counted from 0.
  public var path: String {
    var steps: [String] = []
    var trail = trail
    while true {
      switch trail {
      case .top:
        let path = steps.reversed().joined()
        return path.hasPrefix(".") ? String(path.dropFirst()) : path
      case .key(let key, let outer):
        steps.append("." + key)
        trail = outer
      case .entry(let index, let outer):
        steps.append("[\(index)]")
        trail = outer
      }
    }
  }

  /// The nearest key outwards; nil at the plan's top.
  public var key: String? {
    var trail = trail
    while true {
      switch trail {
      case .top: return nil
      case .key(let key, _): return key
      case .entry(_, let outer): trail = outer
      }
    }
  }

  /// Where it begins: the place of its characters where they stand on one line.
  public var place: Place {
    guard let scalar = value.scalar, scalar.isOnOneLine else { return value.place }
    return scalar.places.start
  }

  /// The first column after it, where it is a scalar on one line.
  public var endColumn: Int? {
    guard let scalar = value.scalar, scalar.isOnOneLine, !scalar.text.isEmpty else { return nil }
    return Int(place.column) + scalar.text.unicodeScalars.count
  }

  // MARK: Walking

  /// The value of a key; nil where there is none, or nothing is written.
  public subscript(key: String) -> Field? {
    guard let entry = value.map?.entries.first(where: { $0.key == key }), !entry.value.isNull
    else { return nil }
    return Field(entry.value, keyPlace: entry.keyPlace, .key(key, of: trail))
  }

  /// The values of all keys that have one, in the order they were written; none if it is no map.
  public var members: [Field] {
    (value.map?.entries ?? []).filter { !$0.value.isNull }.map {
      Field($0.value, keyPlace: $0.keyPlace, .key($0.key, of: trail))
    }
  }

  /// The entries of a list, and of lists in it; the field itself if it is no list, and none if
  /// nothing is written.
  public var entries: [Field] {
    if value.isNull { return [] }
    guard let list = value.list else { return [self] }
    return list.enumerated().flatMap { index, value in
      Field(value, keyPlace: nil, .entry(index, of: trail)).entries
    }
  }

  /// The fields that a path leads to, in the order of the plan.
  public func fields(at path: FieldPath) -> [Field] { fields(at: path.steps[...]) }

  private func fields(at steps: ArraySlice<FieldPath.Step>) -> [Field] {
    guard let step = steps.first else { return [self] }
    let rest = steps.dropFirst()
    switch step {
    case .key(let key): return entries.flatMap { $0[key]?.fields(at: rest) ?? [] }
    case .anyDepth: return fields(atAnyDepth: rest)
    }
  }

  /// What some steps lead to from here and from all that is in here.
  private func fields(atAnyDepth rest: ArraySlice<FieldPath.Step>) -> [Field] {
    // A list is gone into by its entries, so that they are not met twice.
    if value.list != nil { return entries.flatMap { $0.fields(atAnyDepth: rest) } }
    guard case .key(let key)? = rest.first else {
      return fields(at: rest) + members.flatMap { $0.fields(atAnyDepth: rest) }
    }
    return members.flatMap { member in
      (member.trailKey == key ? member.fields(at: rest.dropFirst()) : [])
        + member.fields(atAnyDepth: rest)
    }
  }

  private var trailKey: String? { if case .key(let key, _) = trail { key } else { nil } }
}

extension Scalar {
  /// Whether its characters stand on one line, as they are.
  fileprivate var isOnOneLine: Bool {
    switch style {
    case .plain, .quoted, .jsonNumber, .jsonBoolean:
      places.turns.isEmpty && !text.unicodeScalars.contains("\n")
    case .cell, .literal, .folded, .file: false
    }
  }
}

public import Diagnostics

/// How many files may stand behind one another.
private let mostLayers = 8

/// A file with those that it extends, the one that all others build on first.
///
/// A theme or a kind extends another by its name: `extends: default`.
/// - Parameters:
///   - value: What the file holds.
///   - loadBase: Gives the file that another extends, by its name and where that is written.
/// - Returns: The layers, the file itself last; none where one of them cannot be had, which is told
///   at its `extends`, as are files that build on each other in a circle.
public func layers(
  of value: Value, loadBase: (String, Place) -> (Value?, [Diagnostic])
) -> ([Value], [Diagnostic]) {
  var layers = [value]
  var names: [String] = []
  while let base = layers.last?["extends"] {
    guard let name = base.scalar?.text else { return ([], [.baseIsNoName(at: base.place)]) }
    guard !names.contains(name), names.count < mostLayers else {
      return ([], [.circularBase(name, at: base.place)])
    }
    names.append(name)
    let (layer, found) = loadBase(name, base.place)
    guard let layer, !found.hasErrors else { return ([], found) }
    layers.append(layer)
  }
  return (layers.reversed(), [])
}

extension Value {
  /// The value with another laid over it: maps key by key to a depth, all else replaced.
  ///
  /// - Parameters:
  ///   - other: What is laid over it.
  ///   - depth: How deep maps are joined; below that the other's stand whole.
  /// - Returns: The whole, at the other's place.
  public func overlaid(with other: Value, depth: Int = .max) -> Value {
    guard depth > 0, var under = map, let over = other.map else { return other }
    for entry in over.entries {
      if let index = under.entries.firstIndex(where: { $0.key == entry.key }) {
        let value = under.entries[index].value.overlaid(with: entry.value, depth: depth - 1)
        under.entries[index] = entry
        under.entries[index].value = value
      } else {
        under.entries.append(entry)
      }
    }
    return Value(.map(under), at: other.place)
  }

  /// A file of a kind laid over that of the kind it extends.
  ///
  /// - Parameters:
  ///   - base: The other kind's file.
  ///   - joined: The keys whose maps are joined name by name, a name's own value standing whole.
  ///   - added: The keys whose lists are added up, the base's items first.
  /// - Returns: The file, whose other keys are its own where it has them, and else the base's.
  public func extending(_ base: Value, joined: [String], added: [String]) -> Value {
    guard let own = map, var result = base.map else { return self }
    result.entries.removeAll { $0.key == "extends" }
    for var entry in own.entries where entry.key != "extends" {
      guard let index = result.entries.firstIndex(where: { $0.key == entry.key }) else {
        result.entries.append(entry)
        continue
      }
      let under = result.entries[index].value
      if joined.contains(entry.key) {
        entry.value = under.overlaid(with: entry.value, depth: 1)
      } else if added.contains(entry.key), let first = under.list, let rest = entry.value.list {
        entry.value = Value(.list(first + rest), at: entry.value.place)
      }
      result.entries[index] = entry
    }
    return Value(.map(result), at: place)
  }
}

extension Diagnostic {
  fileprivate static func baseIsNoName(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongKeywordValue,
      Message(
        sv: "'extends' ska vara ett namn på det som byggs på",
        en: "'extends' should be the name of what is built on"), at: place)
  }

  fileprivate static func circularBase(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongKeywordValue,
      Message(
        sv: "'\(name)' bygger i sin tur på det som står här",
        en: "'\(name)' extends in its turn what stands here"), at: place)
  }
}

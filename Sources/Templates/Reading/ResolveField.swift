import Diagnostics
import Input
import Kinds

extension TemplateReader {
  /// A field as its path was found.
  struct Resolved {
    var frame: Int
    var keys: [String]
    var shape: Scope.Shape
  }

  /// Why a path leads nowhere from where its first name was found.
  private enum Failure {
    /// A name in the path is not there.
    case unknown(part: Int, of: Scope.Shape)
    /// A name in the path is a list, and only `each` and `rows` go through lists.
    case list(part: Int)
  }

  /// Finds a field by its path, from the innermost item outwards.
  ///
  /// In each frame the item's own fields come first; then, for a path that goes on, the name of the
  /// list that the item came from: inside `each: mål`, `mål.namn` is that goal's name.
  mutating func resolve(_ path: String, at place: Place, _ scope: Scope) -> Resolved? {
    let last = scope.frames.count - 1
    if path == "." { return Resolved(frame: last, keys: [], shape: scope.frames[last].shape) }
    let names = path.names
    guard isPath(names, path, at: place) else { return nil }
    var failure: Failure?
    for index in scope.frames.indices.reversed() {
      let frame = scope.frames[index]
      if schema.property(names[0], of: frame.shape) != nil {
        switch walk(names[...], from: frame.shape) {
        case .success(let shape): return Resolved(frame: index, keys: names, shape: shape)
        case .failure(let found): failure = failure ?? found
        }
      }
      if names.count > 1, frame.name == names[0] {
        switch walk(names[1...], from: frame.shape) {
        case .success(let shape):
          return Resolved(frame: index, keys: Array(names[1...]), shape: shape)
        case .failure(let found): failure = failure ?? found
        }
      }
    }
    report(failure, names, at: place, scope)
    return nil
  }

  /// Whether a path has a name between all its points.
  private mutating func isPath(_ names: [String], _ path: String, at place: Place) -> Bool {
    if !names.contains(where: \.isEmpty) { return true }
    report(.noPath(path, at: place))
    return false
  }

  private enum Walk {
    case success(Scope.Shape)
    case failure(Failure)
  }

  private func walk(_ names: ArraySlice<String>, from start: Scope.Shape) -> Walk {
    var shape = start
    for index in names.indices {
      if let next = schema.property(names[index], of: shape) {
        shape = next
      } else if schema.item(of: shape) != nil {
        return .failure(.list(part: index - 1))
      } else {
        return .failure(.unknown(part: index, of: shape))
      }
    }
    return .success(shape)
  }

  private mutating func report(
    _ failure: Failure?, _ names: [String], at place: Place, _ scope: Scope
  ) {
    switch failure {
    case nil:
      var known: [String] = []
      for frame in scope.frames.reversed() {
        for name in schema.propertyNames(of: frame.shape) where !known.contains(name) {
          known.append(name)
        }
      }
      report(.unknownField(names[0], in: nil, known: known, at: place))
    case .unknown(let part, let shape):
      let start = names[..<part].reduce(0) { $0 + $1.unicodeScalars.count + 1 }
      var there = place
      there.column += Int32(start)
      let owner = part > 0 ? names[part - 1] : nil
      report(
        .unknownField(names[part], in: owner, known: schema.propertyNames(of: shape), at: there))
    case .list(let part):
      report(.throughList(names[...part].joined(separator: "."), at: place))
    }
  }

  /// The slot of a field that was found.
  func slot(_ resolved: Resolved) -> Slot {
    let node = schema.node(of: resolved.shape)
    return Slot(
      frame: resolved.frame, keys: resolved.keys.map(Slot.Key.init), fallback: node?.defaultValue,
      isProse: node?.isProse ?? false, isBoolean: node?.types == [.boolean])
  }

  // MARK: Lists and objects

  /// The lists that a path goes through, and the context of their items.
  ///
  /// `perspektiv.mål` goes through every perspektiv, and through every mål of each.
  mutating func levels(
    _ path: String, at place: Place, _ context: Context
  ) -> (levels: [Selection.Level], inner: Context)? {
    let names = path.names
    if path != ".", !isPath(names, path, at: place) { return nil }
    var context = context
    var levels: [Selection.Level] = []
    if path == ".", let item = itself(context) {
      // Nothing is entered that was not entered before: this is no step further into the data.
      let descent = context.descent
      enter("", item.shape, item, &context, &levels)
      context.descent = descent
      return (levels, context)
    }
    // As far as one object reaches is one step; where a list stands in the way, it is entered.
    var rest = path == "." ? ["."] : names[...]
    var column = place.column
    while !rest.isEmpty {
      var end = rest.endIndex
      let isFirst = levels.isEmpty
      if rest.first != "." {
        end = listEnd(of: rest, context.scope, isFirst: isFirst) ?? rest.endIndex
      }
      // Most steps are one name.
      let step =
        end - rest.startIndex == 1
        ? rest[rest.startIndex] : rest[..<end].joined(separator: ".")
      var there = place
      there.column = column
      let scope = isFirst ? context.scope : context.scope.innermost
      guard var resolved = resolve(step, at: there, scope) else { return nil }
      if !isFirst { resolved.frame = context.scope.frames.count - 1 }
      guard let item = schema.item(of: resolved.shape) else {
        report(.noList(step, at: there))
        return nil
      }
      let name = rest[..<end].last ?? ""
      enter(name == "." ? "" : name, item, resolved, &context, &levels)
      column += Int32(step.unicodeScalars.count + 1)
      rest = rest[end...]
    }
    return (levels, context)
  }

  /// The innermost item, where it is no list but an object: its only item is itself.
  private mutating func itself(_ context: Context) -> Resolved? {
    guard let shape = context.scope.frames.last?.shape, schema.item(of: shape) == nil,
      schema.mayBeObject(shape)
    else { return nil }
    return Resolved(frame: context.scope.frames.count - 1, keys: [], shape: shape)
  }

  /// The end of the part of a path up to and with its first list.
  private func listEnd(of names: ArraySlice<String>, _ scope: Scope, isFirst: Bool) -> Int? {
    let frames = isFirst ? scope.frames : scope.frames.suffix(1)
    for frame in frames.reversed() {
      guard var shape = schema.property(names[names.startIndex], of: frame.shape) else { continue }
      var index = names.startIndex + 1
      while index < names.endIndex {
        guard let next = schema.property(names[index], of: shape) else {
          return schema.item(of: shape) != nil ? index : nil
        }
        shape = next
        index += 1
      }
      return nil
    }
    return nil
  }

  private mutating func enter(
    _ name: String, _ shape: Scope.Shape, _ resolved: Resolved, _ context: inout Context,
    _ levels: inout [Selection.Level]
  ) {
    let isInward = resolved.frame == context.scope.frames.count - 1
    context.descent = isInward ? context.descent.map { $0 + 1 } : nil
    let frame = Scope.Frame(name: name, shape: shape)
    let entered = context.scope.entering(frame, schema, &propertyNames)
    context.scope = entered.scope
    levels.append(Selection.Level(slot: slot(resolved), kept: entered.kept))
  }

  /// The object that `with` enters.
  mutating func object(
    _ value: Value, _ context: Context
  ) -> (level: Selection.Level, inner: Context)? {
    guard let path = word(value, of: "with"),
      let resolved = resolve(path.text, at: value.place, context.scope)
    else { return nil }
    guard schema.mayBeObject(resolved.shape) else {
      report(.noObject(path.text, at: value.place))
      return nil
    }
    var context = context
    var levels: [Selection.Level] = []
    let name = path.text.split(separator: ".").last.map(String.init) ?? ""
    enter(name, resolved.shape, resolved, &context, &levels)
    return levels.first.map { ($0, context) }
  }
}

extension String {
  /// The names of a path, which has points between them.
  fileprivate var names: [String] {
    // Most paths are one name.
    guard utf8.contains(UInt8(ascii: ".")) else { return [self] }
    return split(separator: ".", omittingEmptySubsequences: false).map(String.init)
  }
}

extension Scope {
  /// The innermost frame alone: where the rest of a path through lists is looked for.
  fileprivate var innermost: Scope {
    var scope = self
    scope.frames = Array(frames.suffix(1))
    return scope
  }
}

extension Diagnostic {
  fileprivate static func unknownField(
    _ name: String, in owner: String?, known: [String], at place: Place
  ) -> Diagnostic {
    let list = known.prefix(12).joined(separator: ", ") + (known.count > 12 ? " …" : "")
    let (sv, en) =
      owner.map { (" i '\($0)'", " in '\($0)'") } ?? ("", "")
    return Diagnostic(
      .error, .unknownField,
      Message(
        sv: known.isEmpty
          ? "okänt fält '\(name)'\(sv), som inte har några fält"
          : "okänt fält '\(name)'\(sv); här finns \(list)",
        en: known.isEmpty
          ? "unknown field '\(name)'\(en), which has no fields"
          : "unknown field '\(name)'\(en); there are \(list)"),
      at: place, endColumn: Int(place.column) + name.unicodeScalars.count,
      fixes: .nearest(to: name, in: known))
  }

  fileprivate static func noPath(_ path: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongTextPattern,
      Message(
        sv: "'\(path)' är inget fält; ett fält är namn med punkt emellan",
        en: "'\(path)' is no field; a field is names with points between them"), at: place,
      endColumn: Int(place.column) + path.unicodeScalars.count)
  }

  fileprivate static func throughList(_ path: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongFieldShape,
      Message(
        sv: "'\(path)' är en lista, och det går inte att peka in i den utan att gå igenom den",
        en: "'\(path)' is a list, and nothing in it can be named without going through it"),
      at: place, endColumn: Int(place.column) + path.unicodeScalars.count,
      fixes: [
        Fix(
          Message(sv: "sätt blocket inuti 'each: \(path)'", en: "put the block in 'each: \(path)'"))
      ])
  }

  fileprivate static func noList(_ path: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongFieldShape,
      Message(
        sv: "'\(path)' är ingen lista enligt schemat",
        en: "'\(path)' is no list according to the schema"), at: place,
      endColumn: Int(place.column) + path.unicodeScalars.count)
  }

  fileprivate static func noObject(_ path: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongFieldShape,
      Message(
        sv: "'\(path)' har inga fält enligt schemat, så 'with' kan inte gå in i det",
        en: "'\(path)' has no fields according to the schema, so 'with' cannot enter it"),
      at: place, endColumn: Int(place.column) + path.unicodeScalars.count)
  }
}

public import Diagnostics

/// Puts a scalar in place of one of a plan's values, as `--set fält=värde` asks for.
///
/// The name is the path that findings print: `titel`, `perspektiv[2].namn`; items count from 0. Its
/// last key may be new to its map, everything before it must be there. No characters after the
/// equals sign means no value. The new value has its place in a source of its own, which holds the
/// assignment as it was written, so that what the schema has against it is shown there.
///
/// - Parameters:
///   - value: The plan.
///   - assignment: The path, an equals sign and the characters.
///   - sources: Takes the assignment in, under the name `--set`.
/// - Returns: The plan with the value in it, or nil where the path does not lead to a place for a
///   scalar, and what was found.
public func overriding(
  _ value: Value, with assignment: String, into sources: inout SourceSet
) -> (Value?, [Diagnostic]) {
  let file = sources.add(path: overrideSource, text: assignment)
  let start = Place(file: file, line: 1, column: 1)
  guard let equals = assignment.firstIndex(of: "="),
    let steps = steps(of: assignment[..<equals])
  else { return (nil, [.assignmentMalformed(at: start)]) }
  let text = String(assignment[assignment.index(after: equals)...])
  let column = assignment[...equals].unicodeScalars.count + 1
  let place = Place(file: file, line: 1, column: column)
  let new =
    text.isEmpty
    ? Value(.null, at: place)
    : Value(
      .scalar(Scalar(text, style: .plain, places: PlaceMap(start: place))), at: place)
  var copy = value
  if let finding = copy.put(new, at: steps[...], walked: "", start) { return (nil, [finding]) }
  return (copy, [])
}

/// What the source of a value from the command line is called.
public let overrideSource = "--set"

/// One step of a path.
private enum PathStep {
  case key(String)
  case item(Int)
}

/// The steps of a path such as `perspektiv[2].namn`; nil where it is none.
private func steps(of path: Substring) -> [PathStep]? {
  var steps: [PathStep] = []
  for part in path.split(separator: ".", omittingEmptySubsequences: false) {
    let key = part.prefix { $0 != "[" }
    guard !key.isEmpty else { return nil }
    steps.append(.key(String(key)))
    var rest = part[key.endIndex...]
    while !rest.isEmpty {
      guard rest.first == "[", let end = rest.firstIndex(of: "]"),
        let item = Int(rest[rest.index(after: rest.startIndex)..<end]), item >= 0
      else { return nil }
      steps.append(.item(item))
      rest = rest[rest.index(after: end)...]
    }
  }
  return steps
}

extension Value {
  /// Puts a value at the end of a path; gives what stood in the way.
  fileprivate mutating func put(
    _ new: Value, at steps: ArraySlice<PathStep>, walked: String, _ start: Place
  ) -> Diagnostic? {
    guard let step = steps.first else {
      guard list == nil, map == nil else { return .overrideOfMany(walked, at: start) }
      self = new
      return nil
    }
    switch (step, content) {
    case (.key(let key), .map(var map)):
      let path = walked.isEmpty ? key : "\(walked).\(key)"
      if let index = map.entries.firstIndex(where: { $0.key == key }) {
        let finding = map.entries[index].value.put(
          new, at: steps.dropFirst(), walked: path, start)
        if steps.count == 1 { map.entries[index].keyPlace = start }
        content = .map(map)
        return finding
      }
      guard steps.count == 1 else {
        return .overrideMisses(path, near: nearest(to: key, among: map.entries.map(\.key)), start)
      }
      map.entries.append(Map.Entry(key: key, keyPlace: start, value: new))
      content = .map(map)
      return nil
    case (.item(let item), .list(var items)) where items.indices.contains(item):
      let finding = items[item].put(
        new, at: steps.dropFirst(), walked: "\(walked)[\(item)]", start)
      content = .list(items)
      return finding
    case (.item(let item), _): return .overrideMisses("\(walked)[\(item)]", near: nil, start)
    case (.key(let key), _): return .overrideMisses("\(walked).\(key)", near: nil, start)
    }
  }
}

extension Diagnostic {
  fileprivate static func assignmentMalformed(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .overrideMisses,
      Message(
        sv: "väntade ett fält, '=' och ett värde, som titel=Budget eller perspektiv[0].namn=Miljö",
        en: "expected a field, '=' and a value, as in titel=Budget or perspektiv[0].namn=Miljö"),
      at: place)
  }

  fileprivate static func overrideMisses(
    _ path: String, near: String?, _ place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, .overrideMisses,
      Message(sv: "planen har inget '\(path)'", en: "the plan has no '\(path)'"), at: place,
      fixes: near.map {
        [Fix(Message(sv: "menade du '\($0)'?", en: "did you mean '\($0)'?"), replacement: $0)]
      } ?? [])
  }

  fileprivate static func overrideOfMany(_ path: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .overrideMisses,
      Message(
        sv: "'\(path)' är en lista eller har egna fält; --set ändrar enkla värden",
        en: "'\(path)' is a list or has fields of its own; --set changes plain values"),
      at: place)
  }
}

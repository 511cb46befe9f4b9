public import Diagnostics
public import Input

/// The figures that a plan's texts may quote from its tables, `{{bilaga1.resultat.2023}}`, so that
/// the two cannot differ.
///
/// A reference names a table (by its id or key), a row (by its name) and a column (by its head, or a
/// word of it), case and spaces aside; after a bar may stand how the figure is printed:
/// `{{bilaga1.resultat.2023|mnkr 1}}`. An amount is converted to the unit asked for where the table
/// says what it counts in. `\{{` stands for the characters themselves.
public struct QuotedFigures: Sendable {
  private let data: Value
  private let schema: Schema
  private let isQuoted: Bool
  private let tables: [DataTable]

  /// The figures of a plan whose rows have been filled in.
  public init(of data: Value, schema: Schema) {
    self.data = data
    self.schema = schema
    isQuoted = data.quotesFigures
    tables = isQuoted ? DataTable.all(in: data, schema: schema) : []
  }

  /// The plan with figures in place of what refers to them.
  ///
  /// Reports `unknown-figure` for what leads to none, and leaves it as it was.
  public func filledPlan() -> (Value, [Diagnostic]) {
    guard isQuoted else { return (data, []) }
    var filler = FigureFiller(tables: tables)
    return (filler.fill(data), filler.diagnostics)
  }

  /// A text that a plan names by its file, with figures in place of what refers to them.
  public func filled(_ scalar: Scalar) -> (Scalar, [Diagnostic]) {
    guard scalar.quotesFigures else { return (scalar, []) }
    var filler = FigureFiller(
      tables: isQuoted ? tables : DataTable.all(in: data, schema: schema))
    return (filler.fill(scalar), filler.diagnostics)
  }
}

/// Puts figures in place of references.
private struct FigureFiller {
  let tables: [DataTable]
  var diagnostics: [Diagnostic] = []

  mutating func fill(_ value: Value) -> Value {
    switch value.content {
    case .map(var map):
      for index in map.entries.indices { map.entries[index].value = fill(map.entries[index].value) }
      return Value(.map(map), at: value.place)
    case .list(let list): return Value(.list(list.map { fill($0) }), at: value.place)
    case .scalar(let scalar):
      return scalar.quotesFigures ? Value(.scalar(fill(scalar)), at: value.place) : value
    case .null: return value
    }
  }

  mutating func fill(_ scalar: Scalar) -> Scalar {
    let bytes = Array(scalar.text.utf8)
    var filled: [UInt8] = []
    var places = PlaceMap(start: scalar.places.start)
    // How far into the text it has been copied, and its turns with it.
    var copied = 0
    var turns = scalar.places.turns[...]
    func copy(to end: Int) {
      let shift = filled.count - copied
      while let turn = turns.first, turn.offset < end {
        turns.removeFirst()
        guard turn.offset >= copied else { continue }
        places.turns.append(.init(offset: turn.offset + shift, place: turn.place))
      }
      filled += bytes[copied..<end]
      copied = end
    }
    var next = 0
    while let start = bytes.pair(0x7B, from: next) {
      next = start + 2
      if start > 0, bytes[start - 1] == 0x5C { continue }
      let place = scalar.places.place(at: start, in: scalar.text)
      guard let end = bytes.pair(0x7D, from: next) else {
        diagnostics.append(.unclosed(at: place))
        break
      }
      next = end + 2
      let written = String(decoding: bytes[start + 2..<end], as: UTF8.self)
      switch FigureReference.read(written, at: place, in: tables) {
      case .figure(let figure):
        copy(to: start)
        places.turns.append(.init(offset: filled.count, place: place))
        filled += figure.utf8
        copied = next
        places.turns.append(
          .init(offset: filled.count, place: scalar.places.place(at: next, in: scalar.text)))
      case .fault(var fault):
        if fault.endColumn == nil, !written.contains(where: \.isNewline) {
          fault.endColumn = Int(place.column) + written.unicodeScalars.count + 4
        }
        diagnostics.append(fault)
      }
    }
    copy(to: bytes.count)
    var result = scalar
    result.text = String(decoding: filled, as: UTF8.self)
    result.places = places
    return result
  }
}

extension [UInt8] {
  /// The offset of two of a byte in a row, at or after an offset.
  fileprivate func pair(_ byte: UInt8, from start: Int) -> Int? {
    var index = start
    while index + 1 < count {
      if self[index] == byte, self[index + 1] == byte { return index }
      index += 1
    }
    return nil
  }
}

extension Scalar {
  /// Whether a reference to a figure may begin in it.
  fileprivate var quotesFigures: Bool {
    var wasOpen = false
    for byte in text.utf8 {
      if byte == 0x7B, wasOpen { return true }
      wasOpen = byte == 0x7B
    }
    return false
  }
}

extension Value {
  /// Whether a reference to a figure may begin in a text of it.
  fileprivate var quotesFigures: Bool {
    switch content {
    case .map(let map): map.entries.contains { $0.value.quotesFigures }
    case .list(let list): list.contains { $0.quotesFigures }
    case .scalar(let scalar): scalar.quotesFigures
    case .null: false
    }
  }
}

extension Diagnostic {
  fileprivate static func unclosed(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .unknownFigure,
      Message(
        sv: "'{{' hänvisar till en siffra och ska sluta med '}}'",
        en: "'{{' refers to a figure and should end with '}}'"),
      at: place, endColumn: Int(place.column) + 2,
      fixes: [
        Fix(
          Message(
            sv: #"skriv \{{ för klammer som ska stå på sidan"#,
            en: #"write \{{ for braces that are to be printed"#))
      ])
  }
}

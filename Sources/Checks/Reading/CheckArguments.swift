public import Swedish

/// The arguments of a check as its schema wrote them, read and held against what it takes.
public struct CheckArguments: Sendable {
  /// One argument.
  enum Argument: Sendable {
    case paths([FieldPath])
    case texts([String])
    case amount(Amount)
    case flag(Bool)
    case entries([CheckArguments])
  }

  /// The arguments that were written, by name.
  var arguments: [String: Argument] = [:]

  /// Whether an argument was written.
  public func has(_ name: String) -> Bool { arguments[name] != nil }

  /// The fields that an argument's paths lead to from a field, none for one that was not written.
  ///
  /// They come in the order of the paths and then of the plan. A list is one field: `Field.entries`.
  public func fields(_ name: String, in field: Field) -> [Field] {
    guard case .paths(let paths) = arguments[name] else { return [] }
    return paths.flatMap { field.fields(at: $0) }
  }

  /// The first of those fields.
  public func field(_ name: String, in field: Field) -> Field? { fields(name, in: field).first }

  /// The entries of those fields, where they are lists, and else the fields.
  public func entries(_ name: String, in field: Field) -> [Field] {
    fields(name, in: field).flatMap(\.entries)
  }

  /// The last key of an argument's path, as messages name it.
  public func key(_ name: String) -> String? {
    guard case .paths(let paths) = arguments[name], case .key(let key) = paths.first?.steps.last
    else { return nil }
    return key
  }

  /// The words of an argument; none for one that was not written.
  public func texts(_ name: String) -> [String] {
    if case .texts(let texts) = arguments[name] { texts } else { [] }
  }

  /// The first word of an argument.
  public func text(_ name: String) -> String? { texts(name).first }

  /// The number of an argument.
  public func amount(_ name: String) -> Amount? {
    if case .amount(let amount) = arguments[name] { amount } else { nil }
  }

  /// Whether an argument is `true`; one that was not written is not.
  public func flag(_ name: String) -> Bool {
    if case .flag(true) = arguments[name] { true } else { false }
  }

  /// The entries of an argument that is a list of maps.
  public func groups(_ name: String) -> [CheckArguments] {
    if case .entries(let entries) = arguments[name] { entries } else { [] }
  }
}

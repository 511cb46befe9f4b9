import Kinds

/// The names that values of each shape have, as sets of numbers.
///
/// A part is read once for each scope that it is used in, so that a kind with a tree of goals enters
/// a thousand scopes of a hundred names each: compared as texts they took half the time of reading
/// its template.
struct PropertyNames {
  private var numbers: [String: Int] = [:]
  private var sets: [Scope.Shape: NameSet] = [:]

  /// The names that a value of a shape has.
  mutating func names(of shape: Scope.Shape, _ schema: Schema) -> NameSet {
    if let known = sets[shape] { return known }
    var set = NameSet()
    for name in schema.propertyNames(of: shape) {
      let number = numbers[name] ?? numbers.count
      numbers[name] = number
      set.insert(number)
    }
    sets[shape] = set
    return set
  }
}

/// A set of names by their numbers.
struct NameSet {
  /// A bit for each number.
  private var words: [UInt64] = []

  /// Takes a number in.
  mutating func insert(_ number: Int) {
    while words.count <= number / 64 { words.append(0) }
    words[number / 64] |= 1 << UInt64(number % 64)
  }

  /// Takes all numbers of another set in.
  mutating func formUnion(_ other: NameSet) {
    while words.count < other.words.count { words.append(0) }
    for index in other.words.indices { words[index] |= other.words[index] }
  }

  /// Whether all numbers are in another set too.
  func isSubset(of other: NameSet) -> Bool {
    for index in words.indices {
      let known = index < other.words.count ? other.words[index] : 0
      if words[index] & ~known != 0 { return false }
    }
    return true
  }
}

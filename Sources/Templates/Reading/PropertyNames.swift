import Kinds

/// Names by numbers, and the names that values of each shape have as sets of them.
///
/// Each scope that is entered, and each use of a part, asks which of a hundred names are found
/// where. Compared as texts they took half the time of reading the template of a tree of goals.
struct PropertyNames {
  /// The names that are more than one word, which cannot be told from the words around them where
  /// they are mentioned.
  private(set) var phrases = NameSet()
  private var numbers: [String: Int] = Dictionary(minimumCapacity: 256)
  private var sets: [Scope.Shape: NameSet] = Dictionary(minimumCapacity: 64)

  /// The number of a name.
  mutating func number(of name: String) -> Int {
    if let known = numbers[name] { return known }
    let number = numbers.count
    numbers[name] = number
    if !name.isOneWord { phrases.insert(number) }
    return number
  }

  /// The names that a value of a shape has.
  mutating func names(of shape: Scope.Shape, _ schema: Schema) -> NameSet {
    if let known = sets[shape] { return known }
    var set = NameSet()
    for name in schema.propertyNames(of: shape) { set.insert(number(of: name)) }
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

  /// Whether a number is in it.
  func contains(_ number: Int) -> Bool {
    number / 64 < words.count && words[number / 64] & 1 << UInt64(number % 64) != 0
  }

  /// Whether all numbers are in another set too.
  func isSubset(of other: NameSet) -> Bool {
    words.indices.allSatisfy { words[$0] & ~other.word($0) == 0 }
  }

  /// Whether a number is in both sets, and not in a third.
  func intersects(_ other: NameSet, outside third: NameSet = NameSet()) -> Bool {
    words.indices.contains { words[$0] & other.word($0) & ~third.word($0) != 0 }
  }

  private func word(_ index: Int) -> UInt64 { index < words.count ? words[index] : 0 }
}

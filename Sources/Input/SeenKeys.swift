/// The keys of a map that is being read, to find those that stand twice.
struct SeenKeys {
  /// Looked up in once the keys are more than a few.
  private var indices: [String: Int] = [:]
  private static let few = 24

  /// Takes a key in that comes after some entries; the index of the entry that has it already.
  mutating func insert(_ key: String, after entries: [Map.Entry]) -> Int? {
    guard entries.count >= Self.few else {
      for index in entries.indices where entries[index].key == key { return index }
      return nil
    }
    if indices.isEmpty {
      for (index, entry) in entries.enumerated() { indices[entry.key] = index }
    }
    if let first = indices[key] { return first }
    indices[key] = entries.count
    return nil
  }
}

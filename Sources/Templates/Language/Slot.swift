import Diagnostics
import Input
import Kinds

/// A field of the data, as a checked template finds it: in which frame, and by which keys.
struct Slot: Sendable {
  /// The index of the frame that the path starts from.
  var frame: Int
  /// The keys from the frame inwards; empty for the frame's own value.
  var keys: [Key]
  /// What the value is where the plan does not write it.
  var fallback: Value?
  /// Whether it is prose in Markdown.
  var isProse: Bool
  /// Whether it says yes or no.
  var isBoolean: Bool

  /// A key to look up.
  struct Key: Sendable {
    /// The key.
    let name: String
    private let length: Int
    private let isASCII: Bool

    init(_ name: String) {
      self.name = name
      length = name.utf8.count
      isASCII = name.utf8.allSatisfy { $0 < 0x80 }
    }

    /// The value of the key among entries.
    ///
    /// Comparing lengths first skips nearly all entries. The same word written with combining marks
    /// is longer, so only then, and only for words with such letters, are longer keys compared.
    func value(in entries: [Map.Entry]) -> Value? {
      for entry in entries {
        let count = entry.key.utf8.count
        if count == length || !isASCII && count > length, entry.key == name {
          return entry.value.isNull ? nil : entry.value
        }
      }
      return nil
    }
  }
}

/// An item that the flow is inside of while a document is composed.
struct Frame: Sendable {
  /// What it holds by name; empty for a text.
  var entries: [Map.Entry]
  /// The item itself.
  var value: Value
  /// Its number in its list, from 1.
  var number: Int

  /// A frame of an item.
  init(_ value: Value, number: Int = 1) {
    self.value = value
    self.number = number
    entries = value.map?.entries ?? []
  }

  /// The frame of an item that is not there.
  static var absent: Frame { Frame(Value(.null, at: .none)) }
}

extension Slot {
  /// The value, or what stands for it where the plan does not write it; nil for nothing.
  func value(in frames: [Frame]) -> Value? {
    let frame = frames[self.frame]
    guard let first = keys.first else { return frame.value.isNull ? nil : frame.value }
    var value = first.value(in: frame.entries)
    // What an object says unless it is told otherwise, it says also where it is not there.
    for key in keys.dropFirst() { value = value?.map.flatMap { key.value(in: $0.entries) } }
    return value ?? (frame.value.isNull ? nil : fallback)
  }

  /// The scalar there, if it is one.
  func scalar(in frames: [Frame]) -> Scalar? { value(in: frames)?.scalar }
}

/// A reference to an indirect object; generations other than 0 are kept apart by the table.
struct Reference: Hashable, Sendable {
  var number: Int
}

/// A value as PDF writes values.
enum PDFObject: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int)
  case real(Double)
  case name(String)
  case string([UInt8])
  case array([PDFObject])
  case dictionary(PDFDictionary)
  case reference(Reference)
}

/// A dictionary in the order it was written in.
struct PDFDictionary: Hashable, Sendable {
  /// A key and its value.
  struct Entry: Hashable, Sendable {
    var key: String
    var value: PDFObject
  }

  var entries: [Entry] = []

  /// The value of a key, nil when there is none; setting nil removes the entry.
  subscript(key: String) -> PDFObject? {
    get { entries.first { $0.key == key }?.value }
    set {
      if let index = entries.firstIndex(where: { $0.key == key }) {
        if let newValue {
          entries[index].value = newValue
        } else {
          entries.remove(at: index)
        }
      } else if let newValue {
        entries.append(Entry(key: key, value: newValue))
      }
    }
  }
}

extension PDFObject {
  /// The number, if it is one without a fraction.
  var integer: Int? {
    if case .integer(let value) = self { value } else { nil }
  }

  /// The number, if it is one.
  var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    default: nil
    }
  }

  /// The name, if it is one.
  var name: String? {
    if case .name(let value) = self { value } else { nil }
  }

  /// The bytes, if it is a string.
  var bytes: [UInt8]? {
    if case .string(let value) = self { value } else { nil }
  }

  /// The elements, if it is an array.
  var array: [PDFObject]? {
    if case .array(let value) = self { value } else { nil }
  }

  /// The entries, if it is a dictionary.
  var dictionary: PDFDictionary? {
    if case .dictionary(let value) = self { value } else { nil }
  }

  /// The object's number, if it is a reference.
  var reference: Reference? {
    if case .reference(let value) = self { value } else { nil }
  }

  /// A string's characters.
  var text: String? { bytes.map(TextEncoding.text) }
}

import Diagnostics
import Hyphenation
import Input

/// The words that a theme, an organisation and a plan divide in a way of their own, or never.
struct Divisions {
  /// Words as they may be divided; of two entries for a word the later one holds.
  private(set) var words: [String] = []
  /// Names, of which no word is divided.
  private(set) var names: [String] = []
  /// What is wrong with entries, each at its place.
  private(set) var faults: [Diagnostic] = []

  /// The words of all three: what is nearer to the plan goes before what holds for many.
  init(theme: [Scalar], organisation: Value?, plan: Value) {
    for word in theme { add(word) }
    for source in [organisation, plan] {
      for word in source?["avstavning"]?.scalars ?? [] { add(word) }
      for name in source?["avstavas-inte"]?.scalars ?? [] { add(name: name) }
    }
  }

  private mutating func add(_ word: Scalar) {
    if let fault = Hyphenator.fault(ofException: word.text) {
      faults.append(.wrongEntry(fault, at: word))
    } else {
      words.append(word.text)
    }
  }

  private mutating func add(name: Scalar) {
    if let fault = Hyphenator.fault(ofName: name.text) {
      faults.append(.wrongEntry(fault, at: name))
    } else {
      names.append(name.text)
    }
  }
}

extension Value {
  /// The scalars of a list, or the one scalar that stands for a list of one.
  fileprivate var scalars: [Scalar] { scalar.map { [$0] } ?? list?.compactMap(\.scalar) ?? [] }
}

extension Diagnostic {
  fileprivate static func wrongEntry(_ fault: Message, at entry: Scalar) -> Diagnostic {
    let length = entry.text.unicodeScalars.count
    let start = entry.places.start
    return Diagnostic(
      .error, .wrongHyphenation, fault, at: start,
      endColumn: entry.style == .plain ? Int(start.column) + length : nil)
  }
}

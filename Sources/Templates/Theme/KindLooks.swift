import Diagnostics
import Input

// What a theme says of documents of some kinds: `kinds` in its file.

extension ThemeReader {
  /// What a theme says of its own as a whole, and not of some kinds.
  private static let wholeKeywords: Set<String> = ["description", "extends", "kinds"]

  /// The keywords that may stand in the look of a kind.
  private static let lookKeywords = keywords.filter { !wholeKeywords.contains($0) }

  /// Reads what a theme's file lays over the rest of the theme for documents of one kind.
  ///
  /// An entry of `kinds` is called by the kinds that it is for, with commas between them as in CSS,
  /// and holds keywords, or the name of a file that holds them: a file is read for documents of its
  /// kinds alone, so that others do not pay for it.
  ///
  /// - Parameters:
  ///   - value: What stands under `kinds`; nil for nothing.
  ///   - kind: The folder of the document's kind.
  ///   - loadFile: Gives a file that lies beside the theme's, by its name as it is written.
  ///   - findKind: Gives the folder of a kind by its name and where it is named.
  /// - Returns: The looks that are for the kind, in their order.
  mutating func readLooks(
    _ value: Value?, for kind: String, loadFile: (Scalar) -> (Value?, [Diagnostic]),
    findKind: (_ name: String, _ place: Place) -> (String?, [Diagnostic])
  ) -> [Value] {
    guard let value else { return [] }
    guard let map = value.map else {
      report(
        .wrongValue(
          of: "kinds",
          wanted: .described(
            sv: "dokumentslag med det som är eget för dem", en: "kinds with what is their own"),
          found: value))
      return []
    }
    var looks: [Value] = []
    for entry in map.entries {
      if let own = entry.value.map {
        checkKeys(of: own, owner: entry.key, known: Self.lookKeywords)
      }
      var isMeant = false
      for (name, place) in names(of: entry) {
        if name == kind {
          isMeant = true
          continue
        }
        let (folder, found) = findKind(name, place)
        for fault in found { report(fault) }
        if folder == kind { isMeant = true }
      }
      if isMeant, let look = look(entry, loadFile) { looks.append(look) }
    }
    return looks
  }

  /// The kinds that an entry is for, each where it is named.
  private func names(of entry: Map.Entry) -> [(String, Place)] {
    var names: [(String, Place)] = []
    var place = entry.keyPlace
    for part in entry.key.split(separator: ",", omittingEmptySubsequences: false) {
      let name = part.drop { $0 == " " }
      var start = place
      start.column += Int32(part.unicodeScalars.count - name.unicodeScalars.count)
      let end = name.lastIndex { $0 != " " }.map { name.index(after: $0) } ?? name.startIndex
      names.append((String(name[..<end]), start))
      place.column += Int32(part.unicodeScalars.count) + 1
    }
    return names
  }

  /// The look that an entry holds or names, without keywords that cannot stand there.
  private mutating func look(
    _ entry: Map.Entry, _ loadFile: (Scalar) -> (Value?, [Diagnostic])
  ) -> Value? {
    var look = entry.value
    if let file = look.scalar {
      let (value, found) = loadFile(file)
      for fault in found { report(fault) }
      guard let value else { return nil }
      look = value
      _ = map(look, of: file.text, known: Self.lookKeywords)
    } else if look.map == nil {
      report(
        .wrongValue(
          of: entry.key,
          wanted: .described(
            sv: "temats nyckelord, eller en fil med dem",
            en: "a theme's keywords, or a file with them"), found: look))
    }
    guard var own = look.map else { return nil }
    own.entries.removeAll { !Self.lookKeywords.contains($0.key) }
    return Value(.map(own), at: look.place)
  }
}

import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Input

/// That the reader of plain YAML gives what the parser gives, wherever it does not give up.
struct PlainYAMLTests {
  private let file = FileID(index: 0)

  private func plain(_ text: String) -> Value? {
    var reader = PlainYAMLReader(SourceLines(text), file: file, limits: .init())
    return reader.readDocument()
  }

  /// What the two readers say of a text, where they do not say the same.
  private func difference(_ text: String) -> String? {
    guard let value = plain(text) else { return nil }
    let (parsed, found) = readParsedYAML(text, SourceLines(text), file: file, limits: .init())
    let (one, other) = (value.dump(), parsed?.dump() ?? "nothing")
    guard one != other || !found.isEmpty else { return nil }
    return "\(text)\n\(one)\n\(other)\n\(found.map(\.message.en))"
  }

  /// The YAML files of the project, by their paths.
  private static let files: [(path: String, text: String)] = {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardized
    var files: [(path: String, text: String)] = []
    for folder in ["templates", "samples", "fonts", "Tests"] {
      let inside = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
      while let name = inside?.nextObject() as? String {
        guard name.hasSuffix(".yaml") else { continue }
        let url = root.appending(path: "\(folder)/\(name)")
        if let text = try? String(contentsOf: url, encoding: .utf8) {
          files.append(("\(folder)/\(name)", text))
        }
      }
    }
    return files.sorted { $0.path < $1.path }
  }()

  @Test func `gives what the parser gives for all files of the project`() {
    #expect(Self.files.count > 40)
    for (path, text) in Self.files {
      #expect(difference(text) == nil, "\(path)")
    }
  }

  @Test func `reads templates, themes and manifests of fonts without the parser`() {
    let needed = Self.files.filter { path, text in
      // An alias is for the parser.
      ["/template.yaml", "/theme.yaml", "/fonts.yaml"].contains { path.hasSuffix($0) }
        && !text.contains(": *")
    }
    #expect(needed.count > 20)
    for (path, text) in needed { #expect(plain(text) != nil, "\(path)") }
  }

  @Test(arguments: [
    "a:\nb: ~\nc: \"\"  # not\n", "- a\n- - b\n  - c: d\n    e:\n    - f\n-\n  g: h",
    "a: [ ]\nb: {}\n",
    "a: |\n\n  ett\n\n   två \n      \n\n# slut\nb: |-\n    x\n\n", "a: |\n  ett",
    "a: |-\n  ett\n  \n",
    "a: \"x\\ny\\tz\\_\\\"\"\nb: 'it''s'\nc: 'det är ''så'''\n",
    "\"a b\": 'c'\n'd': {\"e\": [f, 'g, h']}\n",
    "# först\n\na:\n  # inuti\n  b: c\n\n# sist", "a: {b: c,\n  d: [e,\n f]}\n",
    "å: –10 %\nä: -10 %\n",
  ])
  func `reads plain YAML, and the parser gives the same`(text: String) {
    #expect(plain(text) != nil)
    #expect(difference(text) == nil)
  }

  @Test(arguments: [
    "a: b\n c\n", "a: \"b\n  c\"\n", "a: >\n  b\n", "a: &x b\nc: *x\n", "a: !t b\n", "? a\n: b\n",
    "a: b\na: c\n", "a: b #c\n", "– a: b\n", "a: {b}\n", "a: [1,5]\n", "a: b: c\n", "a:\tb\n",
    "---\na: b\n", "a: b\n--- \nc: d\n", "a: b\r\nc: d\r\n", "<<: a\n", "a: \"\\x41\"\n",
    "a: [b, ]\n",
    "a: |2\n  b\n", "a:\n   b: c\n  d: e\n", "a\n", "[a]\n", "", "a: @b\n", "a: [b: c]\n",
    "a: {b: }\n",
    "a: |\n   \n b\n", "-\n- a\n", "a: \u{85}b\n",
  ])
  func `leaves to the parser what is not plain`(text: String) {
    #expect(plain(text) == nil)
  }

  /// Seeded, so that it finds the same each time.
  private struct Chance: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  @Test func `gives what the parser gives for files with anything in the wrong place`() {
    var chance = Chance(state: 0x5A75)
    let pieces: [Character] = Array("  \n\n:-,#|'\"{}[]\\&*!?>%~<ab1å– \t").map { $0 } + ["\u{A0}"]
    let seeds = [
      "a: b\nc:\n  - d: e\n    f: [g, h]\n  - {i: j, k: 'l'}\n",
      "a: |\n  ett\n\n   två\nb: \"x \\n y\"\n",
      "- a\n- b: c\n  d: -1,5 %\n# e\n- - f\n  - g\n",
      "a:\n- b\n- c # d\ne: {f: [g], h: \"i\"}\n",
    ]
    var read = 0
    for round in 0..<6_000 {
      var text = Array(seeds[round % seeds.count])
      for _ in 0...Int.random(in: 0..<4, using: &chance) {
        let place = Int.random(in: 0..<text.count, using: &chance)
        let piece = pieces[Int.random(in: 0..<pieces.count, using: &chance)]
        switch Int.random(in: 0..<4, using: &chance) {
        case 0: text.remove(at: place)
        case 1: text[place] = piece
        case 2: text.insert(text[Int.random(in: 0..<text.count, using: &chance)], at: place)
        default: text.insert(piece, at: place)
        }
      }
      let written = String(text)
      if plain(written) != nil { read += 1 }
      if let difference = difference(written) {
        Issue.record("\(difference)")
        return
      }
    }
    #expect(read > 500)
  }
}

extension Value {
  /// Everything that it says, with the places.
  fileprivate func dump() -> String {
    let start = "\(place.line):\(place.column) "
    switch content {
    case .null: return start + "null"
    case .scalar(let scalar):
      let places = scalar.places
      let turns = places.turns.map { "\($0.offset)@\($0.place.line):\($0.place.column)" }
      return start + "\(scalar.style) \(places.start.line):\(places.start.column) "
        + scalar.text.debugDescription + " \(turns)"
    case .list(let list): return start + "[" + list.map { $0.dump() }.joined(separator: ", ") + "]"
    case .map(let map):
      let entries = map.entries.map { entry in
        "\(entry.keyPlace.line):\(entry.keyPlace.column)-\(entry.keyEndColumn ?? 0) "
          + "\(entry.key.debugDescription): \(entry.value.dump())"
      }
      return start + "{" + entries.joined(separator: ", ") + "}"
    }
  }
}

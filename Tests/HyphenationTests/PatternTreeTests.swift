import Foundation
import TestSupport
import Testing

@testable import Hyphenation

struct PatternTreeTests {
  /// The patterns of some lines after the header.
  private func reading(_ lines: String, header: String = "ISO8859-1") -> PatternTree? {
    reading(Data("\(header)\n\(lines)\n".utf8))
  }

  private func reading(_ file: Data) -> PatternTree? { PatternTree(file.span) }

  /// A word in ISO 8859-1 with a hyphen where the patterns let it be divided.
  private func divide(_ word: String, by tree: PatternTree) -> String {
    let letters = word.unicodeScalars.map { UInt8($0.value) }
    var levels: [UInt8] = []
    tree.mark(letters[...], into: &levels)
    var divided = ""
    for (index, scalar) in word.unicodeScalars.enumerated() {
      if index > 0, levels[index + 1] & 1 == 1 { divided += "-" }
      divided.unicodeScalars.append(scalar)
    }
    return divided
  }

  @Test func `odd levels divide, higher ones win, and edges are letters`() throws {
    let tree = try #require(reading("a1b\na2bc\n.a3c\nd1.\n1e."))
    #expect(divide("xabx", by: tree) == "xa-bx")
    #expect(divide("xabcx", by: tree) == "xabcx")
    #expect(divide("acac", by: tree) == "acac")
    #expect(divide("xxed", by: tree) == "xxed")
  }

  @Test func `points too near an edge are none, by the file's own numbers`() throws {
    let patterns = "a1b\nb1c\nc1d\nd1e"
    #expect(divide("abcde", by: try #require(reading(patterns))) == "ab-c-de")
    let near = try #require(reading("LEFTHYPHENMIN 1\nRIGHTHYPHENMIN 3\n" + patterns))
    #expect(divide("abcde", by: near) == "a-b-cde")
  }

  @Test func `remarks, empty lines and carriage returns are nothing`() throws {
    let tree = try #require(reading("% a1b\r\n\r\n\nb1c\r", header: "ISO8859-1\r"))
    #expect(divide("abcd", by: tree) == "ab-cd")
  }

  @Test(arguments: ["a1b/a=b,1,2", "NEXTLEVEL", "COMPOUNDLEFTHYPHENMIN 2", "LEFTHYPHENMIN x"])
  func `what is not read is refused`(line: String) {
    #expect(reading(line) == nil)
  }

  @Test func `files for other character sets are refused`() {
    #expect(reading("a1b", header: "UTF-8") == nil)
    #expect(reading(Data()) == nil)
  }

  @Test func `thousands of nodes find each its own place`() throws {
    var generator = SeededGenerator(seed: 5)
    let words = (0..<40_000).map { _ in
      let letters = (0..<6).map { _ in UInt8.random(in: 0x61...0x7A, using: &generator) }
      return String(decoding: letters, as: UTF8.self)
    }
    let patterns = words.map { ".\($0.prefix(3))1\($0.suffix(3))." }
    let tree = try #require(reading(patterns.joined(separator: "\n")))
    for word in words { #expect(divide(word, by: tree).contains("-")) }
  }

  /// Every word of the sources and of the cases, and strings of letters that no one wrote.
  private func words() throws -> [String] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    var files = ["Benchmarks/corpus.json"]
    files += ["hyphenation-cases", "long-words", "read-by-eye"].map {
      "Tests/HyphenationTests/Cases/\($0).tsv"
    }
    for sample in try FileManager.default.contentsOfDirectory(
      atPath: root.appendingPathComponent("samples").path)
    {
      let source = "samples/\(sample)/source.txt"
      if FileManager.default.fileExists(atPath: root.appendingPathComponent(source).path) {
        files.append(source)
      }
    }
    var words: Set<String> = []
    for file in files {
      let text = try String(contentsOf: root.appendingPathComponent(file), encoding: .utf8)
      for run in text.lowercased().split(whereSeparator: { !$0.isLetter }) {
        let letters = run.precomposedStringWithCanonicalMapping
        guard letters.unicodeScalars.allSatisfy({ $0.value < 256 }) else { continue }
        words.insert(letters)
        // What the lexicon leaves to the patterns is often a word's end.
        words.insert(String(letters.dropFirst(letters.count / 2)))
      }
    }
    #expect(words.count > 10_000)
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<20_000 {
      let word = (0..<Int.random(in: 1...14, using: &generator)).map { _ in
        "aaabcdeeefghiijklmnnoopqrrssttuuvwxyyzåäöéü".randomElement(using: &generator) ?? "a"
      }
      words.insert(String(word))
    }
    // Shorter pieces have no place for a point, and are not asked for.
    return words.filter { $0.count >= 4 }.sorted()
  }

  @Test func `every word is divided as libhyphen divides it`() throws {
    let patterns = try #require(FileManager.default.contents(atPath: Hyphenator.systemPatterns))
    let tree = try #require(reading(patterns))
    let words = try self.words()
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "sats-patterns-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let list = folder.appendingPathComponent("words.txt")
    try words.joined(separator: "\n").write(to: list, atomically: true, encoding: .utf8)

    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("libhyphen.py").path
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", script, Hyphenator.systemPatterns, list.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let told = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)

    let expected = told.split(separator: "\n").map(String.init)
    try #require(expected.count == words.count)
    #expect(expected.filter { $0.contains("-") }.count > 10_000)
    for (word, divided) in zip(words, expected) {
      #expect(divide(word, by: tree) == divided)
    }
  }
}

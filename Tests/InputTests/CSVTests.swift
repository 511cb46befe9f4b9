import Diagnostics
import Foundation
import Input
import TestSupport
import Testing

/// The table of a text, which must be without fault.
private func table(_ text: String) throws -> FileTable {
  let (table, found) = readCSV(text, file: FileID(index: 0))
  #expect(found == [])
  return try #require(table)
}

extension FileTable {
  /// Head and rows as lists of texts.
  fileprivate var texts: [[String]] { ([head] + rows).map { $0.map(\.text) } }
}

struct CSVTests {
  @Test(arguments: [
    "Namn;Utfall\nEtt;1,5\nTvå;2,5\n", "Namn\tUtfall\r\nEtt\t1,5\r\nTvå\t2,5",
    "sep=;\r\nNamn;Utfall\r\nEtt;1,5\r\nTvå;2,5", "Namn;Utfall\rEtt;1,5\rTvå;2,5\r",
    "\n;\nNamn;Utfall\n\nEtt;1,5\n;\nTvå;2,5\n\n", "Namn , \"Utfall\"\nEtt,\"1,5\"\n Två ,\"2,5\" ",
    "Namn;Utfall;;\nEtt;1,5;;\nTvå;2,5;;\n",
  ])
  func `the separator and the line ends are found`(text: String) throws {
    #expect(try table(text).texts == [["Namn", "Utfall"], ["Ett", "1,5"], ["Två", "2,5"]])
  }

  @Test func `a comma in the words of the head is not taken for the separator`() throws {
    #expect(try table("Belopp, tkr, netto;År\n1;2\n3;4").texts[0] == ["Belopp, tkr, netto", "År"])
  }

  @Test func `one column needs no separator`() throws {
    #expect(try table("Namn\nEtt\nTvå").texts == [["Namn"], ["Ett"], ["Två"]])
  }

  @Test func `a field in quotes holds separators, quotes and lines`() throws {
    let read = try table("a;b\n\"x;\"\"y\"\"\r\nz\";\"\"\n5\" tum;\"  \"\n")
    #expect(read.texts == [["a", "b"], ["x;\"y\"\nz", ""], ["5\" tum", "  "]])
    #expect(read.rows[0][1].value.isNull && read.rows[1][1].value.isNull)
  }

  @Test func `every character of a field has its place`() throws {
    let plan = MarkedText("år;text\n 2024 ;\"å;\"\"1️⃣b\n2️⃣c\"\n3️⃣x;4️⃣y\n")
    let read = try table(plan.text)
    let field = read.rows[0][1]
    let text = field.text
    func offset(_ character: Character) throws -> Int {
      text.utf8.distance(from: text.startIndex, to: try #require(text.firstIndex(of: character)))
    }
    #expect(field.places.place(at: try offset("b"), in: text) == plan.place(of: 1))
    #expect(field.places.place(at: try offset("c"), in: text) == plan.place(of: 2))
    #expect(read.rows[0][0].place == Place(file: FileID(index: 0), line: 2, column: 2))
    #expect(read.rows[1].map(\.place) == [plan.place(of: 3), plan.place(of: 4)])
  }

  @Test(arguments: [
    ("a;b\n1;1️⃣\"2\n3;4\n", Code.unclosedQuote), ("a;b\n1;\"2\"1️⃣3\n", .textAfterQuote),
    ("a;b\n1;2;1️⃣3\n", .rowTooLong), ("a;b;c\n1️⃣1;2\n", .rowTooShort),
    ("a;1️⃣;c\n1;2;3\n", .headMissing), ("a;b; 1️⃣A\n1;2;3\n", .duplicateHead),
    ("1️⃣;;\n\n", .headMissing),
  ])
  func `faults are told at their place`(text: String, code: Code) {
    let csv = MarkedText(text, path: "a.csv")
    let (read, found) = readCSV(csv.text, file: csv.file)
    #expect(read == nil)
    csv.expect(found, [.at(1, code)])
  }

  @Test func `a fault in every row is told of the first rows alone`() throws {
    let text = "a;b\n" + String(repeating: "1\n", count: 500)
    let (table, found) = readCSV(text, file: FileID(index: 0))
    #expect(table == nil && found.count == 20)
    #expect(found.last?.notes.last?.message.sv == "och 480 fel till i samma tabell")
  }

  @Test func `more fields than are read are refused`() {
    var limits = ReadingLimits()
    limits.values = 10
    let text = "a;b\n" + String(repeating: "1;2\n", count: 5)
    #expect(readCSV(text, file: FileID(index: 0), limits: limits).1.map(\.code) == [.tooManyValues])
  }

  @Test func `random bytes of a table give a table or a finding`() {
    var generator = SeededGenerator(seed: 9)
    let letters = Array("a;,\"\n\r\t å1 ")
    for _ in 0..<2_000 {
      let text = String((0..<30).map { _ in letters.randomElement(using: &generator) ?? "a" })
      let (read, found) = readCSV(text, file: FileID(index: 0))
      #expect((read == nil) == found.hasErrors)
      for row in read?.rows ?? [] { #expect(row.count == read?.head.count) }
    }
  }
}

/// Files as programs save them.
final class CSVFileTests {
  private let folder: String
  private let files = FileManager.default

  init() throws {
    folder = files.temporaryDirectory.appendingPathComponent("sats-csv-\(UUID().uuidString)").path
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? files.removeItem(atPath: folder) }

  private func read(_ bytes: some Sequence<UInt8>) throws -> (FileTable?, [Diagnostic], SourceSet) {
    try Data(bytes).write(to: URL(fileURLWithPath: folder + "/a.csv"))
    var sources = SourceSet()
    let plan = sources.add(path: "plan.yaml", text: "rader: {fil: a.csv}\n")
    let place = Place(file: plan, line: 1, column: 14)
    let (file, faults) = readFile(
      named: "a.csv", at: place, inside: Fence(folder: folder), into: &sources)
    guard let file else { return (nil, faults, sources) }
    let (table, found) = readCSV(file, namedAt: place, into: &sources)
    return (table, faults + found, sources)
  }

  @Test func `UTF-8 with and without its mark, Latin-1 and Windows-1252 are read`() throws {
    let text = "Mål;År\nÅtgärd – 5 €;2024\n"
    let latin: [UInt8] = text.unicodeScalars.map {
      $0 == "–" ? 0x96 : $0 == "€" ? 0x80 : UInt8($0.value)
    }
    for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), latin] {
      let (table, found, sources) = try read(bytes)
      #expect(found == [])
      #expect(table?.texts == [["Mål", "År"], ["Åtgärd – 5 €", "2024"]])
      #expect(table?.head[1].place.column == 5)
      // Its text is kept to show lines of.
      #expect(sources.files.last?.text == text && sources.files.count == 2)
    }
  }

  @Test func `UTF-8 with a damaged byte is not taken for Latin-1`() throws {
    let (table, found, sources) = try read(Array("a;b\nå;".utf8) + [0xC3, 0x28, 0x0A])
    #expect(table == nil && found.map(\.code) == [.notText])
    let place = try #require(found.first?.place)
    #expect(sources[place.file]?.path.hasSuffix("a.csv") ?? false)
    #expect(place.line == 2 && place.column == 3)
  }

  @Test func `a zero byte is told at its place in the file`() throws {
    let (table, found, sources) = try read(Array("a;b\nå;\0\n".utf8))
    #expect(table == nil && found.map(\.code) == [.notText])
    let place = try #require(found.first?.place)
    #expect(sources[place.file]?.path.hasSuffix("a.csv") ?? false)
    #expect(place.line == 2 && place.column == 3)
  }

  @Test(arguments: ["%PDF-1.7", ""])
  func `a binary or empty file is told of where it is named`(text: String) throws {
    let (table, found, _) = try read(text.utf8)
    #expect(table == nil && found.count == 1)
    #expect(found.first?.place == Place(file: FileID(index: 0), line: 1, column: 14))
    #expect(found.first?.message.sv.contains("a.csv") ?? false)
  }
}

import Diagnostics
import TestSupport
import Testing

struct SourceLinesTests {
  private let text = "ett\r\ntvå 🙂\rtre\n\nfem"

  @Test func `lines end with LF, CR or both`() {
    let lines = SourceLines(text)
    #expect((1...lines.count).map(lines.text(ofLine:)) == ["ett", "två 🙂", "tre", "", "fem"])
    #expect(lines.text(ofLine: 9) == "")
  }

  @Test func `line and column lead to the byte and back, in any order`() {
    let lines = SourceLines(text)
    var cursor = SourceCursor(lines, file: FileID(index: 0))
    var generator = SeededGenerator(seed: 7)
    let starts = lines.bytes.indices.filter { lines.bytes[$0] & 0xC0 != 0x80 } + [lines.bytes.count]
    for _ in 0..<500 {
      guard let offset = starts.randomElement(using: &generator) else { continue }
      let place = lines.place(at: offset, in: FileID(index: 0))
      #expect(cursor.place(at: offset) == place)
      // A line break is past what is on its line.
      guard lines.bounds(ofLine: Int(place.line)).contains(offset) else { continue }
      #expect(cursor.offset(line: Int(place.line), column: Int(place.column)) == offset)
      #expect(lines.offset(line: Int(place.line), column: Int(place.column)) == offset)
    }
  }

  @Test func `a column past the line is its end`() {
    let lines = SourceLines(text)
    #expect(lines.offset(line: 1, column: 99) == 3)
    #expect(lines.position(at: 5).line == 2)
  }

  @Test func `a map of places turns where it says`() {
    let file = FileID(index: 0)
    func at(_ line: Int, _ column: Int) -> Place { Place(file: file, line: line, column: column) }
    let text = "ett\ntvå\ntre"
    let map = PlaceMap(
      start: at(4, 3),
      turns: [.init(offset: 4, place: at(5, 3)), .init(offset: 9, place: at(6, 3))])
    #expect(map.place(at: 0, in: text) == at(4, 3))
    #expect(map.place(at: 2, in: text) == at(4, 5))
    #expect(map.place(at: 4, in: text) == at(5, 3))
    // The å takes two bytes and one column.
    #expect(map.place(at: 8, in: text) == at(5, 6))
    #expect(map.place(at: 11, in: text) == at(6, 5))
  }
}

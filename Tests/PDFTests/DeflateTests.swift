import Deflate
import Testing

struct DeflateTests {
  @Test(arguments: [0, 1, 1000, 300_000])
  func `gives back what went in, one string after another in the same tables`(
    count: Int
  ) throws {
    var deflater = try Deflater(level: 6)
    var inflater = try Inflater()
    for round in 1...3 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * round / 7) }
      var packed: [UInt8] = [1, 2, 3]
      deflater.compress(bytes, to: &packed)
      var restored: [UInt8] = [9, 9]
      try inflater.restore(packed, 3..<packed.count, into: &restored)
      #expect(restored == bytes)
    }
  }

  @Test func `tells a stream that is cut off, changed, or longer than allowed`() throws {
    var deflater = try Deflater(level: 1)
    var packed: [UInt8] = []
    deflater.compress(Array(repeating: 7, count: 100_000), to: &packed)
    var inflater = try Inflater()
    var output: [UInt8] = []
    #expect(throws: DeflateError.damaged) {
      try inflater.restore(packed, 0..<packed.count / 2, into: &output)
    }
    #expect(throws: DeflateError.tooLong) {
      try inflater.restore(packed, 0..<packed.count, into: &output, limit: 5000)
    }
    packed[packed.count - 1] ^= 1
    #expect(throws: DeflateError.damaged) {
      try inflater.restore(packed, 0..<packed.count, into: &output)
    }
  }

  @Test func `a checksum differs when one byte does`() {
    var bytes = Array(repeating: UInt8(5), count: 1000)
    let before = checksum(of: bytes)
    bytes[500] = 6
    #expect(checksum(of: bytes) != before)
  }
}

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

  @Test func `a buffer holds what was appended, numbers in figures`() throws {
    var buffer = ByteBuffer(capacity: 1)
    for number in [0, 7, 10, 99, 100, 123_456_789_012, -5, .max, .min] {
      buffer.add(decimal: number)
      buffer.add(" ")
    }
    buffer.add(text: "åäö ")
    buffer.add(Array("abcdef".utf8), 2..<4)
    buffer.add(UInt8(ascii: "!"))
    let text = "0 7 10 99 100 123456789012 -5 9223372036854775807 -9223372036854775808 åäö cd!"
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == text)
    var other = ByteBuffer()
    other.add(buffer, from: buffer.count - 3)
    #expect(other.bytes == Array("cd!".utf8))
    var packed = ByteBuffer()
    var deflater = try Deflater(level: 1)
    deflater.compress(buffer, to: &packed)
    var inflater = try Inflater()
    var restored: [UInt8] = []
    try inflater.restore(packed.bytes, 0..<packed.count, into: &restored)
    #expect(restored == buffer.bytes)
    #expect(checksum(of: buffer) == checksum(of: restored))
    buffer.removeAll()
    #expect(buffer.count == 0)
  }
}

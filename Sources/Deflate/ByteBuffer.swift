/// Bytes that are gathered, to be compressed or to be the file: a long document's are appended to some
/// hundred thousand times, a word or a number at a time.
///
/// An array asks at each byte whether it is shared. This cannot be, so that a number costs a third.
@safe
public struct ByteBuffer: ~Copyable {
  @usableFromInline
  var storage: UnsafeMutablePointer<UInt8>
  @usableFromInline
  var capacity: Int
  @usableFromInline
  var used = 0

  /// An empty buffer with room for some bytes.
  public init(capacity: Int = 256) {
    self.capacity = max(32, capacity)
    unsafe storage = .allocate(capacity: self.capacity)
  }

  deinit { unsafe storage.deallocate() }

  /// How many bytes there are.
  @inlinable public var count: Int { used }

  /// The bytes, copied.
  public var bytes: [UInt8] {
    unsafe Array(unsafeUninitializedCapacity: used) { room, copied in
      if let first = room.baseAddress { unsafe first.initialize(from: storage, count: used) }
      copied = used
    }
  }

  /// Appends a byte.
  @inlinable
  public mutating func add(_ byte: UInt8) {
    if used == capacity { grow(by: 1) }
    unsafe storage[used] = byte
    used &+= 1
  }

  /// Appends a text that stands in the program.
  @inlinable
  public mutating func add(_ text: StaticString) {
    unsafe add(text.utf8Start, text.utf8CodeUnitCount)
  }

  /// Appends a text in UTF-8.
  public mutating func add(text: String) {
    var text = text
    text.withUTF8 { source in
      if let first = source.baseAddress { unsafe add(first, source.count) }
    }
  }

  /// Appends bytes.
  public mutating func add(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { source in
      if let first = source.baseAddress { unsafe add(first, source.count) }
    }
  }

  /// Appends a range of bytes.
  public mutating func add(_ bytes: [UInt8], _ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    guard !range.isEmpty else { return }
    unsafe bytes.withUnsafeBufferPointer { source in
      if let first = source.baseAddress { unsafe add(first + range.lowerBound, range.count) }
    }
  }

  /// Appends what another buffer holds from a place on.
  public mutating func add(_ other: borrowing ByteBuffer, from start: Int = 0) {
    precondition((0...other.count).contains(start))
    unsafe add(UnsafePointer(other.storage + start), other.count - start)
  }

  /// Appends a whole number in figures.
  public mutating func add(decimal number: Int) {
    // The longest has a sign and nineteen figures.
    if capacity - count < 20 { grow(by: 20) }
    if number < 0 {
      unsafe storage[count] = UInt8(ascii: "-")
      used += 1
    }
    var rest = number.magnitude
    var digits = 1
    var power: UInt = 10
    while digits < 19, rest >= power {
      digits &+= 1
      power &*= 10
    }
    var place = used &+ digits
    used = place
    repeat {
      let tenth = rest / 10
      place &-= 1
      unsafe storage[place] = UInt8(truncatingIfNeeded: 0x30 &+ rest &- tenth &* 10)
      rest = tenth
    } while rest > 0
  }

  /// Empties the buffer and keeps its room.
  public mutating func removeAll() { used = 0 }

  @unsafe @inlinable
  mutating func add(_ bytes: UnsafePointer<UInt8>, _ added: Int) {
    if capacity - count < added { grow(by: added) }
    unsafe (storage + count).update(from: bytes, count: added)
    used += added
  }

  @usableFromInline
  mutating func grow(by added: Int) {
    let room = max(capacity * 2, count + added)
    let other = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
    unsafe other.update(from: storage, count: count)
    unsafe storage.deallocate()
    unsafe storage = other
    capacity = room
  }

  /// Calls a closure with the bytes.
  @unsafe
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    unsafe body(UnsafeBufferPointer(start: storage, count: count))
  }

  /// Appends as many bytes as a closure writes into the room that it asks for.
  @unsafe
  mutating func append(room: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
    if capacity - count < room { grow(by: room) }
    let written = unsafe write(
      UnsafeMutableBufferPointer(start: storage + count, count: capacity - count))
    precondition(written <= capacity - count)
    used += written
  }
}

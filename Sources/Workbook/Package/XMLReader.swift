import CWorkbook

/// Walks through the elements and texts of an XML part, by their names without prefixes.
///
/// Nothing is read from elsewhere, and a part that declares a document type is refused: no workbook
/// has one, and its entities can swell without bound.
@safe
final class XMLReader {
  /// What the walk has come to.
  enum Event {
    case start(String)
    case text(String)
    case end(String)
  }

  private let library: sats_xml
  private let reader: UnsafeMutableRawPointer
  private let bytes: UnsafeMutableBufferPointer<CChar>
  /// An element without content, whose end is still to be told.
  private var emptyElement: String?

  /// Opens a part.
  init(_ part: [UInt8]) throws(WorkbookFault) {
    var library = sats_xml()
    guard unsafe sats_load_xml(&library) else { throw .libraryMissing("libxml2") }
    // libxml2 reads from where the bytes stand.
    let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: max(part.count, 1))
    for (index, byte) in part.enumerated() { unsafe copy[index] = CChar(bitPattern: byte) }
    /// No messages to the terminal, no network, CDATA as text.
    let quiet: Int32 = 32 | 64
    let offline: Int32 = 2048
    let joined: Int32 = 16_384
    guard
      let reader = unsafe library.open(
        copy.baseAddress, Int32(part.count), nil, nil, quiet | offline | joined)
    else {
      unsafe copy.deallocate()
      throw .damaged
    }
    self.library = library
    unsafe self.reader = reader
    unsafe bytes = copy
  }

  deinit {
    unsafe library.release(reader)
    unsafe bytes.deallocate()
  }

  /// The next event; nil at the end.
  func next() throws(WorkbookFault) -> Event? {
    if let name = emptyElement {
      emptyElement = nil
      return .end(name)
    }
    while true {
      let status = unsafe library.read(reader)
      guard status >= 0 else { throw .damaged }
      guard status == 1 else { return nil }
      switch unsafe library.node_type(reader) {
      case 1:
        let name = name
        if unsafe library.is_empty(reader) == 1 { emptyElement = name }
        return .start(name)
      case 15: return .end(name)
      // Text, CDATA and both sorts of white space.
      case 3, 4, 13, 14: return .text(value)
      // A reference to an entity, and a document type.
      case 5, 10: throw .documentType
      default: continue
      }
    }
  }

  /// The values of attributes of the element just begun, by their names without prefixes.
  func attributes() -> [String: String] {
    var found: [String: String] = [:]
    while unsafe library.next_attribute(reader) == 1 { found[name] = value }
    _ = unsafe library.to_element(reader)
    return found
  }

  /// The text within the element just begun, up to its end, without that of some elements in it.
  func text(without left: String? = nil) throws(WorkbookFault) -> String {
    var text = ""
    var depth = 1
    /// How deep the element is that is being left out; 0 for none.
    var leftDepth = 0
    while depth > 0, let event = try next() {
      switch event {
      case .start(let name):
        depth += 1
        if leftDepth == 0, name == left { leftDepth = depth }
      case .text(let part): if leftDepth == 0 { text += part }
      case .end:
        if depth == leftDepth { leftDepth = 0 }
        depth -= 1
      }
    }
    return text
  }

  private var name: String {
    guard let name = unsafe library.name(reader) else { return "" }
    return unsafe String(cString: name)
  }

  private var value: String {
    guard let value = unsafe library.value(reader) else { return "" }
    return unsafe String(cString: value)
  }
}

import Manuscript

extension HTMLWriter {
  /// Writes running text with its marks, languages and links.
  mutating func write(_ rich: RichText) {
    let bytes = Array(rich.text.utf8)
    func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    var end = 0
    for span in rich.spans {
      if span.start > end { escape(part(end..<span.start)) }
      write(span, part(span.start..<span.end))
      end = span.end
    }
    if end < bytes.count { escape(part(end..<bytes.count)) }
  }

  private mutating func write(_ span: RichText.Span, _ characters: String) {
    var closing: [String] = []
    func open(_ name: String, _ attributes: [(String, String)] = [], in writer: inout HTMLWriter) {
      writer.text += "<\(name)"
      for (name, value) in attributes { writer.attribute(name, value) }
      writer.text += ">"
      closing.append("</\(name)>")
    }
    var characters = characters
    if let language = span.language { open("span", [("lang", language)], in: &self) }
    if span.marks.contains(.strong) { open("strong", in: &self) }
    if span.marks.contains(.emphasis) { open("em", in: &self) }
    if span.marks.contains(.verbatim) { open("span", [("translate", "no")], in: &self) }
    if span.marks.contains(.raised) { open("sup", in: &self) }
    switch span.target {
    case .address(let address) where address.isSafe: open("a", [("href", address)], in: &self)
    case .block(let id): open("a", [("href", "#\(id)")], in: &self)
    case .page(let id):
      open("a", [("href", "#\(id)")], in: &self)
      characters = options.pageNumbers[id] ?? characters
    case .pages(let id):
      open("a", [("href", "#\(id)")], in: &self)
      characters = options.partLengths[id].map(String.init) ?? characters
    case .note(let index) where calls.indices.contains(index):
      open(
        "a",
        [
          ("href", "#" + noteID(index)), ("id", callID(index, calls[index])),
          ("class", "call"),
        ], in: &self)
      calls[index] += 1
    case .address, .note, nil: break
    }
    if !span.expansion.isEmpty { open("abbr", [("title", span.expansion)], in: &self) }
    escape(characters)
    text += closing.reversed().joined()
  }

  /// What links call a note by.
  func noteID(_ index: Int) -> String { "_note-\(index + 1)" }

  /// What links call the place by that calls a note for the nth time, from 0.
  func callID(_ index: Int, _ call: Int) -> String { "_call-\(index + 1)-\(call + 1)" }
}

extension String {
  /// Whether a link may lead there: to the web, to a mailbox or to a telephone, and never to a
  /// program in the address itself.
  fileprivate var isSafe: Bool {
    let scheme = prefix { $0 != ":" }.lowercased()
    return ["http", "https", "mailto", "tel"].contains(scheme)
  }
}

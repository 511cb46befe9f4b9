import CMarkdown

/// The parser, with the extensions that we use.
@safe
enum Parser {
  nonisolated(unsafe) private static let table = unsafe syntaxExtension("table")
  nonisolated(unsafe) private static let addresses = unsafe syntaxExtension("autolink")

  /// Extensions are registered once in a process; the parser only reads them afterwards.
  private static let areExtensionsRegistered: Void = cmark_gfm_core_extensions_ensure_registered()

  @unsafe
  private static func syntaxExtension(_ name: String) -> OpaquePointer? {
    _ = areExtensionsRegistered
    return unsafe cmark_find_syntax_extension(name)
  }

  /// Parses a text, and one that follows it; the tree is the caller's to free.
  ///
  /// - Parameters:
  ///   - text: The text, as UTF-8.
  ///   - appendix: What is parsed as if it stood after the text.
  /// - Returns: The document's node.
  @unsafe
  static func parse(_ text: [UInt8], _ appendix: String) -> OpaquePointer? {
    guard let parser = unsafe cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return nil }
    defer { unsafe cmark_parser_free(parser) }
    if !hasTooWideTable(text) { unsafe cmark_parser_attach_syntax_extension(parser, table) }
    unsafe cmark_parser_attach_syntax_extension(parser, addresses)
    unsafe text.withUnsafeBytes { bytes in
      unsafe cmark_parser_feed(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    if !appendix.isEmpty { unsafe cmark_parser_feed(parser, appendix, appendix.utf8.count) }
    return unsafe cmark_parser_finish(parser)
  }

  /// Beyond this many columns a table is set as text: the parser fills each row up to as many cells
  /// as the head has, so that a file of a few kilobytes could ask for millions.
  private static let mostColumns = 200

  /// Whether a line of only bars, dashes and colons has too many bars.
  private static func hasTooWideTable(_ text: [UInt8]) -> Bool {
    var bars = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "|"):
        bars += 1
        if bars > mostColumns { return true }
      case UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"): break
      default: bars = 0
      }
    }
    return false
  }

  /// Copies a string of the parser's; nothing for none.
  @unsafe
  static func string(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    return unsafe String(cString: pointer)
  }
}

import CMarkdown

/// The parser, with the extensions that we use.
@safe
enum Parser {
  /// Extensions are registered once in a process; the parser only reads them afterwards.
  nonisolated(unsafe) private static let extensions: [OpaquePointer] = {
    cmark_gfm_core_extensions_ensure_registered()
    return unsafe ["table", "autolink"].compactMap { (name: String) -> OpaquePointer? in
      unsafe cmark_find_syntax_extension(name)
    }
  }()

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
    for unsafe syntax in unsafe extensions {
      unsafe cmark_parser_attach_syntax_extension(parser, syntax)
    }
    unsafe text.withUnsafeBytes { bytes in
      unsafe cmark_parser_feed(
        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    if !appendix.isEmpty { unsafe cmark_parser_feed(parser, appendix, appendix.utf8.count) }
    return unsafe cmark_parser_finish(parser)
  }

  /// Copies a string of the parser's; nothing for none.
  @unsafe
  static func string(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer = unsafe pointer else { return "" }
    return unsafe String(cString: pointer)
  }
}

import CYAML

/// libyaml's parser over bytes that outlive it, and the event that it gave last.
@safe
struct EventReader: ~Copyable {
  // libyaml keeps the parser's address, so it may not move.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>

  /// A parser at the start of a source in UTF-8.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(YAMLError) {
    unsafe parser = .allocate(capacity: 1)
    unsafe event = .allocate(capacity: 1)
    unsafe event.initialize(to: yaml_event_t())
    guard unsafe yaml_parser_initialize(parser) == 1 else { throw .unreadable }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    unsafe yaml_event_delete(event)
    unsafe yaml_parser_delete(parser)
    unsafe event.deallocate()
    unsafe parser.deallocate()
  }

  /// Reads the next event.
  mutating func next() throws(YAMLError) -> yaml_event_type_t {
    unsafe yaml_event_delete(event)
    guard unsafe yaml_parser_parse(parser, event) == 1 else { throw error }
    return unsafe event.pointee.type
  }

  /// Where the event begins.
  var mark: YAMLMark { unsafe YAMLMark(event.pointee.start_mark) }

  /// The name of its anchor, or of the one that an alias repeats.
  var anchor: String? { unsafe sats_yaml_anchor(event).map { unsafe String(cString: $0) } }

  /// Its tag, resolved.
  var tag: String? { unsafe sats_yaml_tag(event).map { unsafe String(cString: $0) } }

  /// The text of a scalar.
  var text: String {
    unsafe String(
      decoding: UnsafeBufferPointer(start: sats_yaml_text(event), count: sats_yaml_length(event)),
      as: UTF8.self)
  }

  /// How a scalar was written.
  var style: YAMLStyle {
    switch unsafe sats_yaml_style(event) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }

  private var error: YAMLError {
    // What is no text to libyaml has an offset in place of a mark.
    guard unsafe parser.pointee.error != YAML_READER_ERROR,
      let problem = unsafe parser.pointee.problem
    else { return .unreadable }
    let context = unsafe parser.pointee.context.map { text in
      unsafe YAMLError.Context(
        text: String(cString: text), mark: YAMLMark(parser.pointee.context_mark))
    }
    return unsafe .syntax(String(cString: problem), YAMLMark(parser.pointee.problem_mark), context)
  }
}

extension YAMLMark {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}

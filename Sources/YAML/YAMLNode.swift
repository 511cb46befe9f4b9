/// A YAML document as its parser sees it: nodes in a row, in the order in which they begin.
///
/// What a list or map holds follows it, the first of it first; in a map each key stands before its
/// value. So a document is read from its beginning to its end, and nothing of it is a tree.
public struct YAMLDocument: Sendable {
  /// All nodes; the first is the document's own.
  public let nodes: [YAMLNode]
}

/// A text, list or map, with the place where it begins, or an alias that stands for one of them.
public struct YAMLNode: Sendable {
  /// What a node is.
  public enum Content: Sendable {
    /// A text.
    case scalar(YAMLStyle)
    /// A list of so many items.
    case list(count: Int)
    /// A map of so many keys, each with a value.
    case map(count: Int)
    /// What repeats the node of an index, which stands before it.
    case alias(of: Int)
  }

  /// What it is.
  public internal(set) var content: Content
  /// Where it begins, with its anchor and tag.
  public let mark: YAMLMark
  /// Whether an alias may repeat it: `&namn`.
  public let isAnchored: Bool
  /// What a scalar reads without its quotes, indentation and escapes.
  ///
  /// Of a list or map its tag, resolved, `tag:yaml.org,2002:seq` for `!!seq`; empty where it has none.
  public let text: String
}

/// How a scalar was written.
public enum YAMLStyle: Sendable {
  /// Without quotes, in `'…'` or `"…"`, after `|` or after `>`.
  case plain, singleQuoted, doubleQuoted, literal, folded
}

/// A place in the source: line and column from 1, columns in code points.
public struct YAMLMark: Hashable, Sendable {
  /// The line, from 1; one more than the source has for a place past its end.
  public let line: Int
  /// The column in code points, from 1.
  public let column: Int
}

/// Why a source is not the YAML of one document.
public enum YAMLError: Error, Hashable, Sendable {
  /// What the parser was in the midst of, and where that began.
  public struct Context: Hashable, Sendable {
    /// The parser's words for it.
    public let text: String
    /// Where it began.
    public let mark: YAMLMark
  }

  /// What is wrong in the parser's words, and where.
  case syntax(String, YAMLMark, Context?)
  /// The keys of a map that stand in it more than once, sorted, with the place of the first of them.
  case duplicateKeys([String], YAMLMark)
  /// A list or map in more others than may stand in each other.
  case tooDeep(YAMLMark)
  /// Bytes that are no text, or no memory for them.
  case unreadable
}

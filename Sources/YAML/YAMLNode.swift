/// A YAML document as its parser sees it: nodes in a row, which name each other by index.
///
/// An alias is the index of the node that it repeats, so a node may stand in many lists and maps.
public struct YAMLDocument: Sendable {
  /// All nodes; what stands in a node comes before it.
  public let nodes: [YAMLNode]
  /// The index of the document's own node.
  public let root: Int
}

/// A text, list or map, with the place where it begins.
public struct YAMLNode: Sendable {
  /// What a node is, with the indices of what it holds.
  public enum Content: Sendable {
    /// A text as it reads without its quotes, indentation and escapes.
    case scalar(String, YAMLStyle)
    /// The items of a list.
    case list([Int])
    /// The keys and values of a map, in the order they are written.
    case map([(key: Int, value: Int)])
  }

  /// What it is.
  public let content: Content
  /// Where it begins, with its anchor and tag.
  public let mark: YAMLMark
  /// Whether an alias may repeat it: `&namn`.
  public let isAnchored: Bool
  /// The tag that was written, resolved: `tag:yaml.org,2002:str` for `!!str`.
  public let tag: String?
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

import Input

// Blocks that are a list of entries, each of which may stand for every item of a list: pairs of
// terms and values, places to sign.

extension TemplateReader {
  /// Reads the entries of a block and its style: `[…]`, or `{key: […], style}`.
  mutating func entries(
    _ value: Value, of keyword: String, under key: String, style usual: String
  ) -> (list: [Value], style: String)? {
    var entries = value
    var style = usual
    if value.map != nil {
      guard let map = map(value, of: keyword, known: [key, "style"]) else { return nil }
      guard let written = map[key] else {
        report(.missingKeyword(key, in: keyword, at: value.place))
        return nil
      }
      entries = written
      style = map["style"].flatMap { word($0, of: "style")?.text } ?? style
    }
    guard let list = entries.list else {
      report(.wrongValue(of: keyword, wanted: .list, found: entries))
      return nil
    }
    return (list, style)
  }

  /// Reads one entry's keywords: what it is repeated for, if anything, and the context that its
  /// patterns are in.
  mutating func entry(
    _ value: Value, of keyword: String, known: [String], _ context: Context
  ) -> (map: Map, selection: Selection?, context: Context)? {
    guard let map = map(value, of: keyword, known: known + ["each", "where", "sort"]) else {
      return nil
    }
    guard let each = map["each"] else { return (map, nil, context) }
    guard let (selection, inner) = selection(each, of: map, context, mayGroup: false) else {
      return nil
    }
    return (map, selection, inner)
  }
}

import Diagnostics
import Geometry
import Input

extension TemplateReader {
  /// Reads `columns: {count: 2, gutter: 6 mm, flow: […]}`.
  mutating func columns(_ value: Value, _ context: Context) -> Step? {
    let known = ["count", "gutter", "flow"]
    guard let map = map(value, of: "columns", known: known) else { return nil }
    guard let flow = map["flow"] else {
      report(.missingKeyword("flow", in: "columns", at: value.place))
      return nil
    }
    let count = map["count"].flatMap { integer($0, of: "count", in: 2...3) } ?? 2
    var gutter: Length?
    if let written = map["gutter"] {
      gutter = written.scalar.flatMap { Length(measure: $0.text) }
      if gutter == nil {
        report(
          .wrongValue(
            of: "gutter",
            wanted: .described(
              sv: "ett mått i pt eller mm, som 6 mm", en: "a length in pt or mm, such as 6 mm"),
            found: written))
      }
    }
    return .columns(count: count, gutter: gutter, steps(flow, context))
  }
}

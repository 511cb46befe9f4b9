public import Diagnostics
public import Input

/// Checks a plan's data against its kind's schema, and tells every fault at once, in the order of
/// the file.
///
/// Each finding has the path of its value, `perspektiv[2].namn`, entries counted from 0. What it
/// can report: `unknown-key`, `missing-key`, `wrong-type`, `wrong-format`, `decimal-point`,
/// `value-not-allowed`, `pattern-mismatch`. A key without a value counts as not written.
public func check(_ data: Value, against schema: Schema) -> [Diagnostic] {
  var checker = PlanChecker(schema: schema)
  checker.check(data, schema.root)
  // A missing key is found at the end of its map, but stands at its beginning.
  return checker.diagnostics.enumerated()
    .sorted { a, b in
      let (placeA, placeB) = (a.element.place ?? .none, b.element.place ?? .none)
      return placeA == placeB ? a.offset < b.offset : placeA < placeB
    }
    .map(\.element)
}

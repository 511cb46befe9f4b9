public import Diagnostics

extension NormalisedText {
  /// What became of the words around some changes, for those who want to read what was changed.
  public struct Correction: Hashable, Sendable {
    /// The rules that had a part in it, in order.
    public var rules: [Rule]
    /// The place of the first word in the source.
    public var place: Place
    /// The words as they came.
    public var before: String
    /// The words as they are now.
    public var after: String
  }

  /// The changes, told by the words they are in: `14%` became `14 %`, `t ex` became `t.ex.`.
  public var corrections: [Correction] {
    let output = Array(text.utf8)
    var corrections: [Correction] = []
    var rest = changes[...]
    while let first = rest.first {
      let start = Self.wordStart(before: first.start, in: output)
      var end = first.start + first.after.utf8.count
      var group: [Change] = []
      while let next = rest.first, next.start <= end {
        group.append(next)
        rest.removeFirst()
        end = Self.wordEnd(after: max(end, next.start + next.after.utf8.count), in: output)
      }
      corrections.append(correction(group, start..<end, output))
    }
    return corrections
  }

  private func correction(
    _ changes: [Change], _ range: Range<Int>, _ output: [UInt8]
  ) -> Correction {
    var before: [UInt8] = []
    var next = range.lowerBound
    for change in changes {
      before += output[next..<change.start]
      before += change.before.utf8
      next = change.start + change.after.utf8.count
    }
    before += output[next..<range.upperBound]
    var rules: [Rule] = []
    for change in changes where rules.last != change.rule { rules.append(change.rule) }
    return Correction(
      rules: rules, place: places.place(at: range.lowerBound, in: text),
      before: String(decoding: before, as: UTF8.self),
      after: String(decoding: output[range], as: UTF8.self))
  }

  private static func wordStart(before offset: Int, in bytes: [UInt8]) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] > 0x20 { start -= 1 }
    return start
  }

  private static func wordEnd(after offset: Int, in bytes: [UInt8]) -> Int {
    var end = offset
    while end < bytes.count, bytes[end] > 0x20 { end += 1 }
    return end
  }
}

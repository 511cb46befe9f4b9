/// A length on paper, as a whole number of 1/1024 points (the unit that Pango counts in, too).
///
/// Whole numbers make sums exact, equality mean equality and snapshots stand still. Glue ratios are
/// `Double`; rounding to a `Length` happens once, when a line is set. 1 pt = 1/72 inch.
///
/// ```swift
/// let measure = Length.millimetres(112)
/// let indent = Length.points(11.5)
/// ```
@frozen
public struct Length: Hashable, Sendable {
  /// The count of 1/1024 points.
  public var units: Int

  /// A length from a count of 1/1024 points.
  @inlinable public init(units: Int) { self.units = units }

  /// No length at all.
  @inlinable public static var zero: Length { Length(units: 0) }

  /// A length far above any paper's, which still leaves room for sums of a million of them.
  @inlinable public static var unbounded: Length { Length(units: 1 << 40) }

  /// A length from points (1/72 inch), rounded to the nearest unit.
  @inlinable public static func points(_ value: Double) -> Length {
    Length(units: Int((value * 1024).rounded()))
  }

  /// A length from millimetres, rounded to the nearest unit.
  @inlinable public static func millimetres(_ value: Double) -> Length {
    .points(value * 72 / 25.4)
  }

  /// The length in points.
  @inlinable public var points: Double { Double(units) / 1024 }

  /// The length in millimetres.
  @inlinable public var millimetres: Double { points * 25.4 / 72 }

  /// The length times a ratio, rounded to the nearest unit.
  @inlinable public func scaled(by ratio: Double) -> Length {
    Length(units: Int((Double(units) * ratio).rounded()))
  }

  /// The length cut into parts in proportion to the weights; the parts add up to the length exactly.
  ///
  /// Each cut is rounded from the left edge, so no rounding error gathers at the end.
  public func divided(by weights: [Double]) -> [Length] {
    let total = weights.reduce(0, +)
    guard total > 0 else { return weights.map { _ in .zero } }
    var parts: [Length] = []
    parts.reserveCapacity(weights.count)
    var gone = 0.0
    var edge = 0
    for weight in weights {
      gone += weight
      let next = Int((Double(units) * gone / total).rounded())
      parts.append(Length(units: next - edge))
      edge = next
    }
    return parts
  }
}

extension Length: Comparable {
  /// Whether the first is shorter.
  @inlinable public static func < (a: Length, b: Length) -> Bool { a.units < b.units }
}

extension Length: AdditiveArithmetic {
  /// The sum.
  @inlinable public static func + (a: Length, b: Length) -> Length {
    Length(units: a.units + b.units)
  }
  /// The difference.
  @inlinable public static func - (a: Length, b: Length) -> Length {
    Length(units: a.units - b.units)
  }
  /// The same length the other way.
  @inlinable public static prefix func - (a: Length) -> Length { Length(units: -a.units) }
  /// The length so many times.
  @inlinable public static func * (a: Length, count: Int) -> Length {
    Length(units: a.units * count)
  }
  /// Half, a third …, rounded towards zero.
  @inlinable public static func / (a: Length, count: Int) -> Length {
    Length(units: a.units / count)
  }
}

extension Length: CustomStringConvertible {
  /// The length in points with one decimal, as the dumps print it: `12.5`.
  public var description: String {
    let tenths = (units * 10 + (units < 0 ? -512 : 512)) / 1024
    let sign = tenths < 0 ? "-" : ""
    return "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}

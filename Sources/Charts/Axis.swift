import Geometry
import Swedish

/// An axis of numbers: from where to where, and the numbers that stand at it.
///
/// Numbers stand a step apart that is one, two or five times a power of ten, and the axis ends at
/// one of them on both sides, so that every value lies between two numbers.
struct Axis {
  /// A number at the axis.
  struct Tick {
    var value: Double
    var text: String
  }

  let low: Double
  let high: Double
  let ticks: [Tick]

  /// The axis for values between two bounds, with at most so many steps.
  init(from least: Double, to most: Double, mostSteps: Int, numbers: NumberStyle) {
    var (least, most) = (least, most)
    // Beyond what a ratio can tell apart, or with nothing to tell apart, there is only the way from
    // nothing.
    if most - least <= max(abs(least), abs(most)) * 1e-12 {
      if least == 0 {
        most = 1
      } else {
        (least, most) = (min(least, 0), max(most, 0))
      }
    }
    // There is a number at nothing, so values on both its sides take two steps.
    let mostSteps = max(mostSteps, least < 0 && most > 0 ? 2 : 1)
    var step = Step(atLeast: (most - least) / Double(mostSteps))
    func bounds() -> (Int, Int) {
      let slack = 1e-9
      return (
        Int((least / step.value + slack).rounded(.down)),
        Int((most / step.value - slack).rounded(.up))
      )
    }
    var (first, last) = bounds()
    while last - first > mostSteps {
      step = step.next
      (first, last) = bounds()
    }
    low = Double(first) * step.value
    high = Double(max(last, first + 1)) * step.value
    ticks = (first...max(last, first + 1)).map { index in
      Tick(value: Double(index) * step.value, text: step.text(times: index, numbers))
    }
  }

  /// How far up the axis a value stands, in parts of one.
  func share(_ value: Double) -> Double { (value - low) / (high - low) }
}

extension Axis {
  /// One, two or five times a power of ten.
  private struct Step {
    var factor: Int
    var exponent: Int

    /// The least step that is at least as long.
    init(atLeast length: Double) {
      var exponent = 0
      var unit = 1.0
      while unit * 10 <= length, exponent < 37 {
        unit *= 10
        exponent += 1
      }
      while unit > length, exponent > -37 {
        unit /= 10
        exponent -= 1
      }
      self.exponent = exponent
      let slack = 1 + 1e-9
      factor = [1, 2, 5].first { Double($0) * unit * slack >= length } ?? 1
      if Double(factor) * unit * slack < length { self.exponent += 1 }
    }

    private init(factor: Int, exponent: Int) {
      self.factor = factor
      self.exponent = exponent
    }

    var next: Step {
      switch factor {
      case 1: Step(factor: 2, exponent: exponent)
      case 2: Step(factor: 5, exponent: exponent)
      default: Step(factor: 1, exponent: exponent + 1)
      }
    }

    var value: Double {
      var value = Double(factor)
      for _ in 0..<abs(exponent) { value = exponent < 0 ? value / 10 : value * 10 }
      return value
    }

    /// The number at so many steps from nothing, as it is printed; empty where it has too many
    /// digits for a number.
    func text(times index: Int, _ numbers: NumberStyle) -> String {
      var coefficient = Int128(index) * Int128(factor)
      for _ in 0..<max(exponent, 0) {
        let (product, overflow) = coefficient.multipliedReportingOverflow(by: 10)
        if overflow { return "" }
        coefficient = product
      }
      return Amount(coefficient: coefficient, scale: max(-exponent, 0))?.text(numbers) ?? ""
    }
  }
}

extension Axis {
  /// The most numbers at an axis, however long it is.
  static let mostSteps = 6

  /// How many steps an axis of a length has room for, its numbers so far apart at least.
  static func steps(in length: Length, apart: Length) -> Int {
    guard apart > .zero else { return mostSteps }
    return min(max(length.units / apart.units, 1), mostSteps)
  }
}

extension Axis {
  /// The axis that ends at the values themselves and has no numbers, since they stand at them.
  init(exactlyFrom least: Double, to most: Double) {
    low = least
    high = most > least ? most : least + 1
    ticks = []
  }
}

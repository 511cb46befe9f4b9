import Geometry
import Swedish
import Testing

@testable import Charts

struct AxisTests {
  private static func numbers(_ from: Double, _ to: Double, steps: Int = 5) -> [String] {
    Axis(from: from, to: to, mostSteps: steps, numbers: .printed).ticks.map(\.text)
  }

  @Test func `numbers stand one, two or five times a power of ten apart, as Swedes write them`() {
    #expect(Self.numbers(0, 1) == ["0,0", "0,2", "0,4", "0,6", "0,8", "1,0"])
    #expect(Self.numbers(5.6, 6.5) == ["5,6", "5,8", "6,0", "6,2", "6,4", "6,6"])
    #expect(Self.numbers(0, 9) == ["0", "2", "4", "6", "8", "10"])
    #expect(
      Self.numbers(0, 4_600) == [
        "0", "1\u{202F}000", "2\u{202F}000", "3\u{202F}000", "4\u{202F}000", "5\u{202F}000",
      ])
    #expect(Self.numbers(-7, 12) == ["−10", "−5", "0", "5", "10", "15"])
    #expect(Self.numbers(0, 100, steps: 2) == ["0", "50", "100"])
  }

  @Test(arguments: [1, 2, 3, 6])
  func `an axis holds its values with no more steps than it has room for`(steps: Int) {
    var value = 0.000_013
    while value < 1e18 {
      for low in [0, -value / 3, value * 0.98] {
        let axis = Axis(from: low, to: value, mostSteps: steps, numbers: .printed)
        #expect(axis.low <= low + value * 1e-8)
        #expect(axis.high >= value * (1 - 1e-8))
        #expect(axis.ticks.count <= max(steps, low < 0 ? 2 : 1) + 1)
      }
      value *= 3.7
    }
  }

  @Test func `numbers beyond all measure are no reason to stop`() {
    for (low, high) in [(1e37, 1.000_000_1e37), (-1e38, 1e38), (1e-38, 2e-38), (0, 0)] {
      let axis = Axis(from: low, to: high, mostSteps: 5, numbers: .printed)
      #expect(axis.high > axis.low)
    }
  }

  @Test func `stretches move apart as little as they must, within their bounds`() throws {
    let extents = Array(repeating: Length.points(10), count: 3)
    let apart = try #require(
      spread(
        [.points(50), .points(52), .points(90)], extents: extents,
        within: .zero ..< .points(100)))
    #expect(apart == [.points(41), .points(51), .points(85)])
    let high = try #require(
      spread([.zero, .zero, .zero], extents: extents, within: .zero ..< .points(100)))
    #expect(high == [.zero, .points(10), .points(20)])
    #expect(spread([.zero, .zero, .zero], extents: extents, within: .zero ..< .points(29)) == nil)
  }
}

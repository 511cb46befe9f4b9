extension Colour {
  /// How far two colours are apart for the eye, 1 to 21.
  ///
  /// **Source**: WCAG 2.1, the definition of *contrast ratio*.
  public func contrast(to other: Colour) -> Double {
    let a = luminance + 0.05
    let b = other.luminance + 0.05
    return max(a, b) / min(a, b)
  }

  /// White paper.
  public static var white: Colour { Colour(red: 255, green: 255, blue: 255) }

  private var luminance: Double {
    0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
  }

  private static func linear(_ channel: UInt8) -> Double {
    let value = Double(channel) / 255
    guard value > 0.03928 else { return value / 12.92 }
    // x to the power of 2.4 is x² times the fifth root of x².
    let square = (value + 0.055) / 1.055 * ((value + 0.055) / 1.055)
    var root = 1.0
    for _ in 0..<24 { root = (4 * root + square / (root * root * root * root)) / 5 }
    return square * root
  }
}

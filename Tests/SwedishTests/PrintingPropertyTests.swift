import Swedish
import Testing

/// What holds for any text that someone may write in a plan.
@Suite struct PrintingPropertyTests {
  /// Texts made of what figures and målvärden are made of, the same in every run.
  static let texts: [String] = {
    let pieces = [
      "0", "5", "12", "345", "6789", "2024", ",", ".", " ", "\u{A0}", "\u{202F}", "-", "−", "–",
      "+",
      "<", "≥", "%", "§", "kr", "ton", "minst", "högst", "lägre än", "ökande", "våren", "delår",
      "av",
      "(", ")", ";", "\n", "jämfört med", "åäö", ":", "/", "med", "års", "e\u{301}",
    ]
    var state: UInt64 = 2024
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    return (0..<5_000).map { _ in
      (0...next(9)).map { _ in pieces[next(pieces.count)] }
        .joined(separator: next(2) == 0 ? "" : " ")
    }
  }()

  @Test func `a målvärde is printed with every letter and digit that was written`() {
    for text in Self.texts {
      let printed = format(text, as: .målvärde)
      #expect(
        printed.filter { $0.isLetter || $0.isNumber } == text.filter { $0.isLetter || $0.isNumber },
        "\(text.debugDescription)")
    }
  }

  @Test func `printing what was printed changes nothing`() {
    for text in Self.texts {
      for name in FormatName.allCases where ![.heltal, .datum, .dag].contains(name) {
        let once = format(text, as: name)
        #expect(format(once, as: name) == once, "\(name) of \(text.debugDescription)")
      }
    }
  }

  @Test func `a number is read again from how it is typed and how it is printed`() {
    var numbers = 0
    for text in Self.texts {
      guard let amount = Amount(text) else { continue }
      numbers += 1
      for again in [amount.text(.typed), amount.text()] {
        #expect(Amount(again) == amount)
        #expect(Amount(again)?.scale == amount.scale)
      }
    }
    #expect(numbers > 60)
  }

  @Test func `no two different texts have the same place in the alphabet`() {
    for (a, b) in zip(Self.texts, Self.texts.dropFirst()) where a != b {
      let (first, second) = (SwedishOrder(a), SwedishOrder(b))
      #expect((first < second) != (second < first), "\(a.debugDescription) \(b.debugDescription)")
    }
  }
}

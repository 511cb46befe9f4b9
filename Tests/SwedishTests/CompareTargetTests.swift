import Swedish
import Testing

/// What a measured value comes to against a target: `reached`, `missed`, `unclear` or the units.
private func compare(
  _ outcome: String, to target: String, from start: String? = nil,
  _ direction: TargetValue.Direction = .up
) throws -> String {
  let measured = try #require(TargetValue(outcome).readings.first)
  let wanted = try #require(TargetValue(target).readings.first)
  let begin = start.flatMap { TargetValue($0).readings.first?.meaning }
  return switch wanted.meaning.compare(measured.meaning, from: begin, direction: direction) {
  case .reached: "reached"
  case .missed: "missed"
  case .unclear: "unclear"
  case .otherUnits(let own, let other): "\(own) and \(other)"
  }
}

struct CompareTargetTests {
  @Test(arguments: [
    ("90 %", "90 %", "reached"), ("89,999 %", "90 %", "missed"), ("90,0 %", "90 %", "reached"),
    ("85 %", "<85 %", "missed"), ("84,9 %", "<85 %", "reached"), ("85", "högst 85 %", "reached"),
    ("25 st.", ">25 st.", "missed"), ("26", ">25 st.", "reached"),
    ("0,1", "minst 0,10", "reached"), ("88 %", "85–90 %", "reached"), ("91 %", "85-90 %", "missed"),
    ("92 %", "cirka 90 %", "unclear"), ("nästan", "90 %", "unclear"), ("–", "90 %", "unclear"),
    ("Finns och är beslutad", "finns och är beslutad", "reached"),
    ("90 %", "Vi ska bli bäst", "unclear"), ("28 dagar", "4 veckor", "dagar and veckor"),
    ("3 procent", "3 %", "reached"), ("12 kronor", "10 kr", "reached"),
  ])
  func `a number is held to its bound, exactly`(
    outcome: String, target: String, expected: String
  ) throws {
    #expect(try compare(outcome, to: target) == expected)
  }

  @Test func `which way is good decides for a bare number`() throws {
    #expect(try compare("5,6 %", to: "5,5 %", .down) == "missed")
    #expect(try compare("5,5 %", to: "5,5 %", .down) == "reached")
    #expect(try compare("5,6 %", to: "5,5 %", .unchanged) == "missed")
  }

  @Test(arguments: [
    ("88", "100", "reached"), ("88,01", "100", "missed"), ("-12 %", "100", "reached"),
    ("-11,9 %", "100", "missed"), ("66 ton", "75 ton", "reached"),
    ("0,000000000000000088", "0,0000000000000001", "reached"),
  ])
  func `a change is counted from where it began, without rounding`(
    outcome: String, start: String, expected: String
  ) throws {
    #expect(try compare(outcome, to: "−12 %", from: start) == expected)
  }

  @Test func `a change of points is a difference, not a share`() throws {
    #expect(try compare("62 %", to: "+2 procentenheter", from: "60 %") == "reached")
    #expect(try compare("61 %", to: "+2 procentenheter", from: "60 %") == "missed")
    #expect(try compare("62", to: "+2", from: "60") == "reached")
    #expect(try compare("61,9", to: "+2", from: "60") == "missed")
  }

  @Test(arguments: [
    ("Ökande", "51", "50", "reached"), ("Ökande", "50", "50", "missed"),
    ("Minskande", "49", "50", "reached"), ("Oförändrad", "50,0", "50", "reached"),
    ("Ökande", "ökande", nil, "reached"), ("Ökande", "minskat", nil, "missed"),
    ("Ökande", "+3 %", nil, "reached"), ("Ökande", "51", nil, "unclear"),
    ("Högre än föregående år", "51", "50", "reached"),
    ("Högre än föregående år", "50", "50", "missed"),
    ("20 % mindre än 2020 års nivåer", "80", "100", "reached"),
    ("20 % mindre än 2020 års nivåer", "80,1", "100", "missed"),
  ])
  func `a way to go needs to know where from`(
    target: String, outcome: String, start: String?, expected: String
  ) throws {
    #expect(try compare(outcome, to: target, from: start) == expected)
  }
}

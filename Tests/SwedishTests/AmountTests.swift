import Swedish
import Testing

@Suite struct AmountTests {
  @Test(arguments: [
    ("147,0", "147,0"), ("1 234,50", "1 234,50"), ("-5", "−5"), ("− 5", "−5"), ("–5,25", "−5,25"),
    ("+12", "12"), ("77\u{A0}231", "77 231"), ("1\u{202F}234\u{202F}567", "1 234 567"),
    ("0,05", "0,05"), ("-0,5", "−0,5"), ("2024", "2 024"), ("12345678", "12 345 678"),
    ("99999999999999999999999999999999999999", nil), ("0", "0"), ("-0", "0"),
  ])
  func `reads Swedish numbers and prints them with the decimals that were written`(
    _ text: String, _ printed: String?
  ) throws {
    guard let printed else {
      #expect(Amount(text) != nil)
      #expect(Amount(text + "9") == nil)
      return
    }
    let amount = try #require(Amount(text))
    #expect(amount.text(NumberStyle(groupSeparator: " ")) == printed)
  }

  @Test(arguments: [
    ("147.0", NumberFault.decimalPoint(withComma: "147,0", asGroup: nil)),
    ("-1.5", .decimalPoint(withComma: "-1,5", asGroup: nil)),
    ("107.135", .decimalPoint(withComma: "107,135", asGroup: "107 135")),
    ("1 107.135", .decimalPoint(withComma: "1 107,135", asGroup: nil)),
    ("1.234.567", .foreignGroups(withSpaces: "1 234 567")),
    ("1.234,50", .foreignGroups(withSpaces: "1 234,50")),
    ("1,234.50", .foreignGroups(withSpaces: "1 234,50")),
    ("12 34", .brokenGroups(joined: "1 234")),
    ("1 23,5", .brokenGroups(joined: "123,5")),
    ("3.1.10", .notANumber), ("tolv", .notANumber), ("5,", .notANumber), ("", .empty),
    ("12 st", .notANumber), ("007", .notANumber), ("0 345", .notANumber),
    ("--5", .notANumber), (",5", .notANumber), ("5-", .notANumber),
    ("1" + String(repeating: "0", count: 39), .tooLarge),
  ])
  func `says what is wrong with a number and what to write`(_ text: String, _ fault: NumberFault) {
    #expect(Amount.read(text) == .fault(fault))
  }

  @Test(arguments: [
    ("147.0", "147,0"), ("-12", "-12"), ("1.5e2", "150"), ("2E-3", "0,002"), ("0e999", "0"),
    ("1e99", nil), ("147,0", nil), ("1 000", nil), (".5", nil), ("5.", nil),
  ])
  func `reads JSON's numbers with their point`(_ text: String, _ typed: String?) {
    #expect(Amount(text, notation: .json)?.description == typed)
  }

  @Test func `reads the marks of missing values`() {
    #expect(Amount.read("–") == .missing(.nothing))
    #expect(Amount.read(" - ") == .missing(.nothing))
    #expect(Amount.read("..") == .missing(.unavailable))
    #expect(Amount.read(".") == .missing(.impossible))
  }

  @Test func `adds to the last digit`() throws {
    let a = try #require(Amount("13,1"))
    let b = try #require(Amount("133,95"))
    #expect(a.adding(b)?.description == "147,05")
    #expect(a.subtracting(b)?.description == "-120,85")
    #expect(a.multiplied(by: -3)?.description == "-39,3")
    let tenth = try #require(Amount("0,1"))
    let ten = try (0..<10).reduce(Amount.zero) { sum, _ in try #require(sum.adding(tenth)) }
    #expect(ten == Amount(1))
  }

  @Test func `gives nil rather than lose a digit`() throws {
    let most = try #require(Amount(coefficient: .max))
    #expect(most.adding(Amount(1)) == nil)
    #expect((-most).subtracting(Amount(1)) == nil)
    #expect(most.multiplied(by: 2) == nil)
    #expect(most.rounded(toScale: 1) == nil)
    #expect(Amount(coefficient: .min) == nil)
    #expect(Amount(coefficient: 1, scale: 39) == nil)
  }

  @Test func `compares numbers and not how they are written`() throws {
    let a = try #require(Amount("1,5"))
    let b = try #require(Amount("1,50"))
    #expect(a == b)
    #expect(a.hashValue == b.hashValue)
    let most = try #require(Amount(coefficient: .max))
    let least = try #require(Amount(coefficient: 1, scale: 38))
    #expect(least < most)
    #expect(-most < -least)
    let (lower, higher) = (try #require(Amount("-1,51")), try #require(Amount("-1,5")))
    #expect(lower < higher)
  }

  @Test(arguments: [
    ("2,5", 0, "3", "2"), ("3,5", 0, "4", "4"), ("-2,5", 0, "-3", "-2"), ("0,449", 1, "0,4", "0,4"),
    ("0,45", 1, "0,5", "0,4"), ("0,4501", 1, "0,5", "0,5"), ("7", 2, "7,00", "7,00"),
    ("-0,04", 0, "0", "0"),
  ])
  func `rounds halves up or to even`(_ text: String, _ scale: Int, _ up: String, _ even: String)
    throws
  {
    let amount = try #require(Amount(text))
    #expect(amount.rounded(toScale: scale)?.description == up)
    #expect(amount.rounded(toScale: scale, .halfEven)?.description == even)
  }

  @Test func `groups as the style asks`() throws {
    let amount = try #require(Amount("1234,5"))
    #expect(amount.text() == "1\u{202F}234,5")
    #expect(amount.text(NumberStyle(groupSeparator: "\u{A0}")) == "1\u{A0}234,5")
    #expect(amount.text(NumberStyle(groupsFromDigits: 5)) == "1234,5")
    #expect(amount.text(decimals: 0, plus: true) == "+1\u{202F}235")
    #expect(Amount.zero.text(decimals: 1, plus: true) == "0,0")
  }
}

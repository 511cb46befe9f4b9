import Swedish
import Testing

@Suite struct SwedishOrderTests {
  @Test(arguments: [
    [
      "Ek", "Ekdahl", "Lindén", "Linder", "Vik", "Vux", "Wall", "Wäng", "Yng", "Zorn", "Åberg",
      "Åmål", "Älmhult", "Ö", "Öst",
    ],
    ["a b", "ab", "a-c", "ad"],
    ["ide", "idé", "ideell"],
    ["Muller", "my", "Müller", "Mynt"],
    ["Asa", "Zeta", "åsa", "Åsa", "æsa", "Äsb", "Øst"],
    ["1177", "2c8", "Astrada"],
    ["ek", "eK-", "Ek", "eka"],
  ])
  func `sorts as a Swedish dictionary`(_ order: [String]) {
    #expect(order.reversed().sorted { SwedishOrder($0) < SwedishOrder($1) } == order)
  }

  @Test func `counts a letter and a mark over it as one letter`() {
    #expect(SwedishOrder("zon") < SwedishOrder("o\u{308}st"))
    #expect(SwedishOrder("o\u{308}st") == SwedishOrder("öst"))
  }
}

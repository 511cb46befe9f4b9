import Diagnostics
import Manuscript
import Templates
import TestSupport
import Testing

@Suite struct CarriedSumTests {
  private let template = """
    flow:
      - table:
          rows: rader
          kind: "{slag}"
          unit: "{enhet}"
          carry: true
          columns:
            - {head: Namn, cell: "{namn}"}
            - {each: kolumner, head: "{.}", cells: celler}
    """

  private func carried(_ lines: [String]) -> [String] { lines.filter { $0.contains("carried") } }

  @Test func `every row down to the total says what those above add up to, exactly`() throws {
    let plan = """
      kolumner: [A, B]
      rader:
        - {namn: a, celler: ["0,1", "1 000"]}
        - {namn: varav x, slag: varav, celler: ["0,05", "1"]}
        - {namn: b, celler: ["0,25", ".."]}
        - {namn: Summa, slag: summa, celler: ["0,35", "1 000"]}
        - {namn: utanför, celler: ["9", "9"]}
      """
    #expect(
      carried(try blocks(plan, template)) == [
        #"    carried-foot | head "Att transportera" | "0,10" | "1\,000""#,
        #"    carried-head | head "Transport" | "0,10" | "1\,000""#,
        #"    carried-foot | head "Att transportera" | "0,10" | "1\,000""#,
        #"    carried-head | head "Transport" | "0,10" | "1\,000""#,
        #"    carried-foot | head "Att transportera" | "0,35" | "1\,000""#,
        #"    carried-head | head "Transport" | "0,35" | "1\,000""#,
      ])
  }

  @Test func `a table without a total carries to its last page, and a shared unit is printed`()
    throws
  {
    let plan = """
      kolumner: [A]
      rader:
        - {namn: a, enhet: st, celler: ["1"]}
        - {namn: b, enhet: st, celler: ["2"]}
        - {namn: c, enhet: st, celler: ["3"]}
      """
    #expect(
      carried(try blocks(plan, template)).filter { $0.contains("head |") } == [
        #"    carried-head | head "Transport" | "1~st""#,
        #"    carried-head | head "Transport" | "3~st""#,
      ])
  }

  @Test func `words that cannot be added are told of`() throws {
    let plan = MarkedText(
      """
      kolumner: [A]
      rader:
        - {namn: a, celler: [1️⃣oklart]}
        - {namn: b, celler: ["2"]}
      """)
    let (_, found) = try composed(plan, template)
    plan.expect(found, [.at(1, .valueNotCarried)])
  }

  @Test(arguments: 1...20) func `carried sums are those of the rows above`(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var plan = "kolumner: [A]\nrader:\n"
    var hundredths = 0
    var expected: [String] = []
    let count = Int.random(in: 2...40, using: &random)
    for row in 0..<count {
      let value = Int.random(in: -9_999...99_999, using: &random)
      hundredths += value
      let sign = value < 0 ? "-" : ""
      let whole = abs(value) / 100
      let part = abs(value) % 100
      plan += "  - {celler: [\"\(sign)\(whole),\(part < 10 ? "0" : "")\(part)\"]}\n"
      if row < count - 1 { expected.append(printed(hundredths)) }
    }
    #expect(
      carried(try blocks(plan, template)).filter { $0.contains("foot") }
        .map { String($0.split(separator: "|").last ?? "") } == expected)
  }

  /// Hundredths as an amount is printed.
  private func printed(_ hundredths: Int) -> String {
    let whole = abs(hundredths) / 100
    let part = abs(hundredths) % 100
    let groups =
      whole >= 1000
      ? "\(whole / 1000)\\,\(String(repeating: "0", count: 3 - String(whole % 1000).count))\(whole % 1000)"
      : "\(whole)"
    return " \"\(hundredths < 0 ? "−" : "")\(groups),\(part < 10 ? "0" : "")\(part)\""
  }
}

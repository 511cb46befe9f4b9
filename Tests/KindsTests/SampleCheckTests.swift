import Diagnostics
import Foundation
import Testing

@Suite struct SampleCheckTests {
  private static let path = "samples/folktandvarden-2024/plan.yaml"

  /// What stands in the sample, what is written in its place, and all that the check says of it.
  struct Mutation {
    var was: String
    var becomes: String
    var findings: [String]

    init(_ was: String, _ becomes: String, _ findings: String...) {
      self.was = was
      self.becomes = becomes
      self.findings = findings
    }
  }

  static let mutations: [Mutation] = [
    .init(
      "titel: Verksamhetsplan 2024", "«tittel»: Verksamhetsplan 2024",
      "unknown-key okänd nyckel 'tittel' i planen {titel}"),
    .init(
      "mall: verksamhetsplan\ntitel: Verksamhetsplan 2024\n", "«mall: verksamhetsplan\n",
      "missing-key 'titel' saknas i planen; där ska stå text"),
    .init(
      "titel: Verksamhetsplan 2024", "«titel»:",
      "missing-key 'titel' har inget värde; där ska stå text"),
    .init(
      "år: 2024", "år: «24»", "wrong-format 'år' ska vara ett årtal (2024), fann '24'"),
    .init(
      "diarienummer: RJL 2023/18", "diarienummer: «RJL»",
      "wrong-format 'diarienummer' ska vara ett diarienummer (RJL 2023/18), fann 'RJL'"),
    .init(
      "belopp: 147,0", "belopp: «147.0»",
      "decimal-point 'belopp' har decimalpunkt, '147.0'; det ska vara decimalkomma {147,0}"),
    .init(
      "belopp: 147,0", "belopp: «147,0 mnkr»",
      "wrong-format 'belopp' ska vara ett belopp utan enhet, fann '147,0 mnkr'; "
        + "enheten står för sig {147,0}"),
    .init(
      "    enhet: mnkr", "    enhet: «mkr»",
      "value-not-allowed 'enhet' ska vara mnkr, tkr, kr eller mdkr, fann 'mkr' {mnkr}"),
    .init(
      "målvärde: 0,094 ton koldioxid/årsarbetare", "målvärde: «0.094 ton koldioxid/årsarbetare»",
      "decimal-point 'målvärde' har decimalpunkt, '0.094 ton koldioxid/årsarbetare'; "
        + "det ska vara decimalkomma {0,094 ton koldioxid/årsarbetare}"),
    .init(
      "[77 231, 78 900, 82 800]", "[77 231, «78.9», «82 80»]",
      "decimal-point post 2 i 'värden' har decimalpunkt, '78.9'; det ska vara decimalkomma "
        + "{\"78,9\"}",
      "wrong-format post 3 i 'värden' har mellanslag som inte skiljer tusental: '82 80' {8 280}"),
    .init(
      "adress: Box 1024, 551 11 Jönköping", "adress: «[Box 1024]",
      "wrong-type 'adress' ska vara text, fann en lista"),
    .init(
      """
      utgivare:
        namn: Region Jönköpings län
        adress: Box 1024, 551 11 Jönköping
        webb: www.rjl.se
      """, "utgivare: «Region Jönköpings län",
      "wrong-type 'utgivare' ska vara nycklar med värden, fann 'Region Jönköpings län'"),
    // Three faults in one entry, and none of them hides another.
    .init(
      """
                          märke: Nämnd
                          periodicitet: Månad
                          målvärde: "-10 %"
      """,
      """
                          märke: «{Nämnd: ja}
                          «periodicitat»: Månad
                          «malvarde»: "-10 %"
      """,
      "wrong-type 'märke' ska vara text eller en lista, fann nycklar med värden",
      "unknown-key okänd nyckel 'periodicitat' i mätetal {periodicitet}",
      "unknown-key okänd nyckel 'malvarde' i mätetal {målvärde}"),
  ]

  @Test func `finds nothing wrong with the sample`() throws {
    let plan = try projectText(Self.path)
    #expect(try Kind.verksamhetsplan.findings(plan).map(line) == [])
  }

  @Test(arguments: mutations)
  func `tells what was written wrongly, and nothing else`(_ mutation: Mutation) throws {
    let plan = try projectText(Self.path)
    let at = try #require(plan.range(of: mutation.was))
    let marked = MarkedPlan(plan.replacingCharacters(in: at, with: mutation.becomes))
    let found = try Kind.verksamhetsplan.findings(marked.text).map(line)
    #expect(found == marked.expected(mutation.findings))
  }
}

import Foundation
import Testing

struct HyphenateTests {
  @Test func `words of the command line are shown with their points, a line each`() throws {
    let run = try Run.sats(["hyphenate", "verksamhetsplan", "tillåta", "EU-länderna", "plan"])
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.text == "verk-sam-hets-plan\ntill-låta\nEU-län-derna\nplan\n")
  }

  @Test func `words of standard input are shown line by line`() throws {
    let input = Data("vårdövergångar\n\nhälso- och sjukvården\n".utf8)
    let run = try Run.sats(["hyphenate"], input: input)
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(run.text == "vård-över-gångar\n\nhälso- och sjuk-vår-den\n")
  }

  @Test func `an exception goes before what is known of its word`() throws {
    let run = try Run.sats(
      ["hyphenate", "--exception", "verksamhets-plan", "--exception", "blekinge"]
        + ["Verksamhetsplan", "Blekinge"])
    #expect(run.text == "Verksamhets-plan\nBlekinge\n", "\(run.errors)")
  }

  @Test func `its help shows an example`() throws {
    let run = try Run.sats(["hyphenate", "--help"])
    #expect(run.exitCode == 0)
    #expect(run.text.contains("Exempel: sats hyphenate"))
  }
}

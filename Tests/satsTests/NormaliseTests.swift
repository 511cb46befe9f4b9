import Foundation
import Testing

@Suite struct NormaliseTests {
  private func lines(_ arguments: [String], _ input: String) throws -> [String] {
    let run = try Run.sats(["normalise"] + arguments, input: Data(input.utf8))
    #expect(run.exitCode == 0)
    #expect(run.errors == "")
    return run.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func `a line goes in and a line comes out, empty ones too`() throws {
    #expect(try lines([], "14%\n\nt ex") == ["14\u{A0}%", "", "t.ex.", ""])
    #expect(try lines([], "") == [""])
    #expect(try lines([], "mål\r\n").first == "mål")
  }

  @Test func `the context says what a hyphen is`() throws {
    #expect(try lines(["--context", "prose"], "- 5\n").first == "- 5")
    #expect(try lines(["--context", "cell"], "- 5\n").first == "−5")
    #expect(try lines(["--context", "paragraph-start"], "- Ja.\n").first == "–\u{A0}Ja.")
    #expect(try lines(["--context", "heading"], "Mål - medel\n").first == "Mål\u{A0}– medel")
  }

  @Test func `the house style is asked for`() throws {
    #expect(try lines([], "5 MSEK\n").first == "5\u{A0}MSEK")
    #expect(try lines(["--style"], "5 MSEK\n").first == "5\u{A0}mnkr")
  }

  @Test func `an unknown context is a fault of the command line`() throws {
    let run = try Run.sats(["normalise", "--context", "vers"])
    #expect(run.exitCode == 64)
    #expect(run.errors.contains("vers"))
  }

  @Test func `bytes that are no text do no harm`() throws {
    let bytes = Data([0x31, 0x34, 0x25, 0xFF, 0xC3, 0x0A, 0xE2, 0x80, 0x0A])
    let run = try Run.sats(["normalise"], input: bytes)
    #expect(run.exitCode == 0)
    #expect(run.text.split(separator: "\n").count == 2)
  }
}

import ArgumentParser
import Diagnostics
import Press

/// `sats hyphenate`: where words may be divided.
struct Hyphenate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hyphenate",
    abstract: "Visar var ord får delas vid radslut.",
    discussion: """
      Exempel: sats hyphenate verksamhetsplan tillåta

      Ett ord per rad, med bindestreck på alla ställen där ordet får delas: verk-sam-hets-plan. \
      En bokstav som kommer tillbaka vid delningen skrivs ut: till-låta. Utan ord läses standard in.
      """)

  @Argument(help: ArgumentHelp("Ord att dela.", valueName: "ord"))
  var words: [String] = []

  @Option(
    help: ArgumentHelp(
      "Ett ord som delas på ett eget sätt, verk-sam-hets-plan, eller utan bindestreck aldrig.",
      valueName: "ord"))
  var exception: [String] = []

  @OptionGroup var shared: SharedOptions

  func run() throws {
    var report = Report(shared)
    if words.isEmpty {
      var input: [String] = []
      while let line = readLine() { input.append(line) }
      show(input, in: &report)
    } else {
      show(words, in: &report)
    }
    throw report.finish()
  }

  private func show(_ lines: [String], in report: inout Report) {
    let result = Press.hyphenate(lines, exceptions: exception)
    report.add(result.diagnostics, of: SourceSet())
    for line in result.lines ?? [] { report.say(line) }
  }
}

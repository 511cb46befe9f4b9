import ArgumentParser
import Diagnostics
public import Press

/// `sats normalise`: what Swedish print makes of lines.
struct Normalise: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalise",
    abstract: "Ger rader de tecken som svenskt tryck vill ha.",
    discussion: """
      Exempel: echo '14% t ex' | sats normalise

      Läser rader från standard in och skriver en rad för varje, precis som texten i en plan får \
      sina tecken: citattecken, tankstreck, minus, siffergrupper, förkortningar och mellanslag \
      där raden inte får brytas.
      """)

  @Option(help: ArgumentHelp("Var raderna ska stå.", valueName: "plats"))
  var context: Press.LineContext = .prose

  @Flag(help: "Även det som hör till husets stil: mnkr, m², CO₂, 450 kr för 450:-.")
  var style = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    var report = Report(shared)
    while let line = readLine() {
      report.say(Press.normalise(line, context: context, hasStyle: style))
    }
    throw report.finish()
  }
}

extension Press.LineContext: Choice {}

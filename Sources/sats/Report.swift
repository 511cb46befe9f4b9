import ArgumentParser
import Diagnostics
import FoundationEssentials
import Unix
import Press

/// What a command has to say: results to standard output, diagnostics to standard error, and at
/// the end the exit code.
struct Report {
  private let options: SharedOptions
  /// Whether notes are printed as text; where they are not, the summary says how many there are.
  private let showsNotes: Bool
  /// Whether each corrected character is printed as text; else the first by each rule stands for
  /// all.
  private let showsCorrections: Bool
  /// The diagnostics of all plans so far, and the files they name.
  private var diagnostics: [Diagnostic] = []
  private var sources = SourceSet()
  /// What stood in the way of results that were to be printed.
  private var unprinted: Diagnostic?

  /// A report in the form and language that the options ask for.
  init(_ options: SharedOptions, showsNotes: Bool = true, showsCorrections: Bool = false) {
    self.options = options
    self.showsNotes = showsNotes
    self.showsCorrections = showsCorrections
  }

  /// The press with the home that the options and the environment give; nil when there is none,
  /// which is then reported.
  mutating func press() -> Press? {
    let executable = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let found = Home.find(
      named: options.home, variable: environmentValue("SATS_HOME"),
      executable: executable ?? CommandLine.arguments[0])
    add(found.diagnostics, of: SourceSet())
    return found.home.map { Press(home: $0) }
  }

  /// Takes in what was found in a plan, and prints it at once where the form is text; gives whether
  /// the plan is free of errors.
  @discardableResult
  mutating func add(_ found: [Diagnostic], of files: SourceSet) -> Bool {
    let found = options.strict ? found.promotingWarnings() : found
    if options.diagnostics == .text {
      var shown = found.filter { $0.allowance == nil && (showsNotes || $0.severity > .note) }
      if !showsCorrections { shown = shown.foldingCorrections() }
      printError(renderer.render(shown, sources: files))
    }
    // One list of files for all plans: those of this one come after those so far. What has been
    // printed needs no files any more.
    let earlier = Int32(sources.files.count)
    if options.diagnostics != .text {
      for file in files.files {
        _ = sources.add(path: file.path, text: file.text, sheet: file.sheet)
      }
    }
    diagnostics += found.map { $0.movedPast(earlier) }
    return !found.hasErrors
  }

  /// Prints a line of results.
  mutating func say(_ line: String) {
    write(line + "\n")
  }

  /// Prints text of results, as it is; what does not come through is an error at the end.
  mutating func write(_ text: String) {
    guard unprinted == nil else { return }
    unprinted = Press.print(text)
  }

  /// Prints what is printed only at the end, and gives the exit code.
  mutating func finish() -> ExitCode {
    if let unprinted { add([unprinted], of: SourceSet()) }
    switch options.diagnostics {
    case .text:
      // One finding that is shown says itself how many it is.
      let isHidden =
        !showsNotes && diagnostics.contains { $0.severity == .note && $0.allowance == nil }
      if diagnostics.count > 1 || isHidden {
        printError(summary(of: diagnostics) + (isHidden ? whereNotesAre : "") + "\n")
      }
    case .json:
      printError(renderJSON(diagnostics, sources: sources))
    case .sarif:
      printError(
        renderSARIF(
          diagnostics, sources: sources, catalogue: Press.catalogue, language: options.language,
          version: Sats.configuration.version))
    }
    return diagnostics.hasErrors ? .failure : .success
  }

  private var renderer: TextRenderer {
    TextRenderer(language: options.language, usesColour: Terminal.showsColour)
  }

  private func printError(_ text: String) {
    Terminal.show(text)
  }
}

extension Report {
  /// Says what a document is for and which files are inside it.
  mutating func sayContents(of result: BuildResult) {
    let name = result.profile.rawValue
    let isSwedish = options.language == .swedish
    say("  \(isSwedish ? "profil" : "profile") \(name): \(result.profile.standards)")
    for file in result.embeddedFiles {
      say(
        "  \(isSwedish ? "inbäddad" : "embedded") \(file.name): \(file.description) "
          + "(\(file.relationship), \(file.size) byte)")
    }
  }

  /// A number of pages in words.
  func pages(_ count: Int) -> String {
    switch options.language {
    case .swedish: count == 1 ? "1 sida" : "\(count) sidor"
    case .english: count == 1 ? "1 page" : "\(count) pages"
    }
  }

  /// What to do to see the notes.
  private var whereNotesAre: String {
    switch options.language {
    case .swedish: " (sats check visar anmärkningarna)"
    case .english: " (sats check shows the notes)"
    }
  }

  /// How many errors, warnings and notes there are, in words.
  func summary(of found: [Diagnostic]) -> String { Summary(found).text(in: options.language) }
}

extension Diagnostic {
  /// The same with every place's file counted from after a number of other files.
  fileprivate func movedPast(_ count: Int32) -> Diagnostic {
    func moved(_ place: Place?) -> Place? {
      guard var place, place.file != .none else { return place }
      place.file.index += count
      return place
    }
    var copy = self
    copy.place = moved(place)
    for index in copy.notes.indices { copy.notes[index].place = moved(notes[index].place) }
    return copy
  }
}

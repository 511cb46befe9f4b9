import Diagnostics
import FoundationEssentials

/// How far a run over several plans has come: a line on the terminal that is written over, and at
/// the end the names of the plans that were not set.
///
/// The line is shown where standard error is a terminal; never in a pipe or a file.
struct Progress {
  private var documents: Int
  private let language: MessageLanguage
  private let isText: Bool
  private let start = ContinuousClock.now
  private var done = 0
  private var pages = 0
  private var failed: [String] = []
  private var lastShown: ContinuousClock.Instant?
  private var isOnScreen = false

  /// The least time between two sights of the line: what is read, not what flickers.
  private static let interval = Duration.milliseconds(100)

  /// The progress of a run over a number of plans; silent where standard error is for machines.
  init(documents: Int, options: SharedOptions) {
    isText = options.diagnostics == .text
    self.documents = isText ? documents : 1
    language = options.language
  }

  private var isShown: Bool { documents > 1 && Terminal.isWatched }

  /// Takes in how many documents there will be, where plans have parts.
  mutating func expect(documents count: Int) { if isText { documents = count } }

  /// Takes the line away, so that something else can be printed.
  mutating func pause() {
    guard isOnScreen else { return }
    Terminal.show("\r\u{1B}[K")
    isOnScreen = false
  }

  /// Remembers a plan that was not set.
  mutating func fail(_ plan: String) { failed.append(plan) }

  /// Counts a plan as done, and shows the line when it is time.
  mutating func advance(pages: Int) {
    done += 1
    self.pages += pages
    let now = ContinuousClock.now
    guard isShown, lastShown.map({ now - $0 >= Self.interval }) ?? true else { return }
    lastShown = now
    isOnScreen = true
    Terminal.show("\r" + line(at: now) + "\u{1B}[K")
  }

  /// Takes the line away for good, and names the plans that were not set, when there were several.
  mutating func finish() {
    pause()
    guard documents > 1, !failed.isEmpty else { return }
    let names = failed.joined(separator: ", ")
    switch language {
    case .swedish: Terminal.show("inte satta, \(failed.count) av \(documents): \(names)\n")
    case .english: Terminal.show("not set, \(failed.count) of \(documents): \(names)\n")
    }
  }

  private func line(at now: ContinuousClock.Instant) -> String {
    let seconds = max((now - start) / .seconds(1), 0.001)
    let documentRate = Int((Double(done) / seconds).rounded())
    let pageRate = Int((Double(pages) / seconds).rounded())
    return switch language {
    case .swedish:
      "\(done) av \(documents) dokument, \(documentRate) dokument och \(pageRate) sidor i sekunden"
    case .english:
      "\(done) of \(documents) documents, \(documentRate) documents and \(pageRate) pages a second"
    }
  }
}

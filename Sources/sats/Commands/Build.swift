import ArgumentParser
import Diagnostics
import FoundationEssentials
public import Press

/// `sats build`: sets plans and writes them.
struct Build: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Sätter planer och skriver dem som PDF eller HTML.",
    discussion: """
      Exempel: sats build plan.yaml -o ut/verksamhetsplan.pdf
      Exempel: sats build planer/*.yaml -o ut

      Utan -o skrivs varje dokument bredvid sin plan. Med flera planer är -o en mapp; en plan med \
      fel hindrar inte de andra.

      Med --only sätts en del av planen för sig, när dokumentslaget har sådana delar: \
      sats build protokoll.yaml --only paragraf=159 skriver protokoll-159.pdf.

      Profilen säger vad dokumentet är till för: publicering (webb och de flesta arkiv), \
      arkiv-data (med planen och dess filer inbäddade) eller utskrift (kontorets skrivare, \
      dubbelsidigt med plats för hål).

      En plan utan datum ger en fil utan datum, om inte SOURCE_DATE_EPOCH säger ett.
      """)

  @OptionGroup var planOptions: PlanOptions

  @OptionGroup var onlyOptions: OnlyOptions

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp(
      "Filen att skriva, eller mappen när planerna är flera; - skriver till standard ut.",
      valueName: "ut"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Temat, om inte planens, organisationens eller slagets.", valueName: "tema"))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "Vad dokumentet skrivs som: pdf, eller html för webben.", valueName: "format"))
  var format: BuildRequest.Format = .pdf

  @Option(
    help: ArgumentHelp("Vad dokumentet är till för, om inte det planen säger.", valueName: "profil")
  )
  var profile: Profile?

  @Flag(name: .shortAndLong, help: "Visa också profilen och vilka filer som bäddas in.")
  var verbose = false

  @Option(
    help: ArgumentHelp(
      "Filen där allt som lästes skrivs upp, för make och ninja.", valueName: "fil"))
  var depfile: String?

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "Filen där bygget redovisas som JSON: in- och utfiler med SHA-256, sidor och fynd.",
      valueName: "fil"))
  var reportFile: String?

  /// For the benchmark of lines alone: Benchmarks/README.md.
  @Flag(help: .hidden)
  var layoutTime = false

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    let plans = planOptions.plans
    if output == nil, plans.contains(PlanOptions.standardInput) {
      throw ValidationError("En plan från standard in behöver -o.")
    }
    if output == OutputPaths.standardOutput, plans.count > 1 {
      throw ValidationError("'-o -' tar en enda plan; det kom \(plans.count).")
    }
    if output == OutputPaths.standardOutput, onlyOptions.areMany {
      throw ValidationError("'-o -' tar ett enda dokument; --only kan ge flera.")
    }
    if depfile != nil, output == OutputPaths.standardOutput {
      throw ValidationError("--depfile behöver en fil att skriva till, inte '-o -'.")
    }
    try refuse(outputPaths.collision())
    try refuse(shared: outputPaths.sharedFile(with: ownFiles))
  }

  /// The files that are written beside the documents.
  private var ownFiles: [String] { [depfile, reportFile].compactMap(\.self) }

  private func refuse(_ collision: (first: String, second: String, path: String)?) throws {
    guard let (first, second, path) = collision else { return }
    throw ValidationError("'\(first)' och '\(second)' skulle båda skrivas till '\(path)'.")
  }

  private func refuse(shared path: String?) throws {
    guard let path else { return }
    throw ValidationError(
      "'\(path)' skulle skrivas två gånger: -o, --depfile och --report tar var sin fil.")
  }

  private var outputPaths: OutputPaths {
    OutputPaths(
      output, plans: planOptions.plans, format: format, hasParts: onlyOptions.areMany)
  }

  func run() throws {
    let paths = outputPaths
    paths.makeFolder()
    var report = Report(shared, showsNotes: false)
    let date = try SourceDate.find()
    var record = BuildRecord(
      options: BuildReport.Options(
        set: planOptions.overrides, only: onlyOptions.only, theme: theme,
        profile: profile?.rawValue, format: format.rawValue, isStrict: shared.strict,
        date: date))
    guard let press = report.press() else { throw report.finish() }
    let plans = planOptions.plans
    let requests = try plans.map { plan in
      var request = BuildRequest(
        plan: try planOptions.plan(plan), format: format, output: paths.path(for: plan),
        theme: theme, profile: profile, overrides: planOptions.overrides,
        isStrict: shared.strict)
      request.wantsDigest = reportFile != nil
      request.date = date
      request.only = onlyOptions.selections
      request.namesParts = !paths.namesFile
      return request
    }
    var progress = Progress(documents: plans.count, options: shared)
    try press.build(requests) { documents in
      try refuse(paths.collision(of: documents))
      try refuse(shared: paths.sharedFile(of: documents, with: ownFiles))
      progress.expect(documents: documents.count)
    } finished: { index, result in
      progress.pause()
      if depfile != nil || reportFile != nil {
        record.add(result, of: requests[index].plan, named: plans[index])
      }
      if !report.add(result.diagnostics, of: result.sources) {
        progress.fail(result.name(of: plans[index]))
      }
      if let written = result.output, output != OutputPaths.standardOutput {
        report.say("\(written.shown): \(report.pages(result.pageCount))")
        if verbose { report.sayContents(of: result) }
        if layoutTime { report.say("layout \(result.layoutTime)") }
      }
      progress.advance(pages: result.pageCount)
    }
    progress.finish()
    // Parts have names that only the plan knows.
    let kept = record.inputs + record.outputs
    let failures = [
      depfile.flatMap { Press.write(record.depfile, to: $0, builtFrom: kept) },
      reportFile.flatMap { Press.write(record.json, to: $0, builtFrom: kept) },
    ]
    report.add(failures.compactMap { $0 }, of: SourceSet())
    throw report.finish()
  }
}

extension BuildResult {
  /// What messages call the document that came of a plan.
  fileprivate func name(of plan: String) -> String { part.map { "\(plan) \($0)" } ?? plan }
}

extension BuildRequest.Format: Choice {}
extension Profile: Choice {}

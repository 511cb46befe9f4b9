import Diagnostics
import FoundationEssentials
import Glibc
import HarfBuzz
import Hyphenation
import Input
import Kinds
import Layout
import Manuscript
import Pages
import Pictures
import Swedish
import Templates
import Typography

/// One plan on its way through the row, with the files read and the findings made so far.
///
/// Each step gives its value or nil when the plan cannot go on; the findings say why.
struct Run {
  let home: Home
  let request: BuildRequest
  let workshop: Workshop
  /// The pictures that have been read, for layout to measure and for painting to draw.
  let pictures = PictureLibrary()
  var sources = SourceSet()
  var diagnostics: [Diagnostic] = []
  /// What the document is for.
  private(set) var profile: Profile
  /// The processor time that layout took, in seconds.
  private(set) var layoutTime = 0.0
  /// The prose files that have been read, by the names that the plan gives them.
  var prose: [String: Scalar] = [:]
  /// What the organisation's file says that holds for many plans; nil where there is none.
  private(set) var organisation: Value?

  init(home: Home, request: BuildRequest, workshop: Workshop) {
    self.home = home
    self.request = request
    self.workshop = workshop
    fence = request.plan.fence
    organisationFolder = nearestOrganisationFolder(above: fence.folder)
    shelf = Shelf(home: home, own: organisationFolder.map(folderAsShown))
    profile = request.profile ?? .publication
  }

  /// The folder that the plan may name files in.
  let fence: Fence
  /// The folder of the organisation's file; nil for none.
  let organisationFolder: String?
  /// The kinds, themes and fonts that there are for the plan.
  let shelf: Shelf

  /// What has been read and found so far, for other runs to go on from.
  struct Reading: Sendable {
    var sources: SourceSet
    var diagnostics: [Diagnostic]
    var profile: Profile
    var organisation: Value?
  }

  /// What has been read and found so far.
  var reading: Reading {
    Reading(
      sources: sources, diagnostics: diagnostics, profile: profile, organisation: organisation)
  }

  /// A run that goes on from what another has read.
  init(home: Home, request: BuildRequest, workshop: Workshop, reading: Reading) {
    self.init(home: home, request: request, workshop: workshop)
    sources = reading.sources
    diagnostics = reading.diagnostics
    profile = reading.profile
    organisation = reading.organisation
  }

  /// A plan read and held against its kind's schema.
  struct CheckedPlan {
    var kind: KindFiles
    var data: Value
    var schema: Schema
    /// Whether the plan can be read and its schema finds no error in it.
    var isSound: Bool
    /// What its texts may quote.
    var figures: QuotedFigures
  }

  /// A document with the sheet it is to be set in.
  struct StyledDocument {
    var document: Document
    var sheet: StyleSheet
    /// The faces that the theme asks for, each at its place.
    var faces: [Theme.Face]
    /// The words that are divided in a way of their own.
    var divisions: Divisions
    /// The same plan as the kinds whose pages it shows, by the names that its template has for them.
    var shown: [ShownDocument] = []
  }

  /// A document on its pages, with what its words are drawn from.
  struct SetDocument {
    var pages: PageSet
    var words: WordTable
    var fonts: FontLibrary
    /// Where the lines of text were written, where the proof was asked for.
    var origins: [Proof.Origin]
    /// The families of fonts that the theme names.
    var families: Set<String>
    /// Whether its words are divided by the system's patterns.
    var isDivided: Bool
  }

  private var hasErrors: Bool {
    diagnostics.hasErrors || request.isStrict && diagnostics.contains { $0.severity == .warning }
  }

  /// Takes findings in; gives the value back unless it is missing.
  mutating func take<Value>(_ result: (Value?, [Diagnostic])) -> Value? {
    diagnostics += result.1
    return result.0
  }

  // MARK: Reading

  /// Reads a kind's files; nil, with a finding, where it is not there.
  mutating func files(ofKind name: String) -> KindFiles? {
    take(shelf.files(ofKind: name, into: &sources))
  }

  /// Reads the plan and its kind's schema, and checks the one against the other.
  mutating func checkedPlan() -> CheckedPlan? {
    guard var data = readPlan() else { return nil }
    guard let kind = kind(of: data) else { return nil }
    let schema = kind.schema
    checkVersion(of: data, schema)
    readOrganisation(for: data)
    if let organisation { data = data.completed(from: organisation, schema) }
    let fence = self.fence
    var files = sources
    let (filled, found) = fillTables(in: data, schema: schema) {
      readTable($0, inside: fence, into: &files)
    }
    sources = files
    let (whole, told) = borrowValues(into: filled, schema: schema, from: organisation)
    let figures = QuotedFigures(of: whole, schema: schema)
    let (quoting, faults) = figures.filledPlan()
    diagnostics += found + told + faults
    diagnostics += Kinds.check(quoting, against: schema)
    let (computed, doubts) = computeValues(in: quoting, schema: schema)
    diagnostics += doubts
    // What is no profile, the schema has told of.
    let written = data["profil"]?.scalar.flatMap { Profile(rawValue: $0.text) }
    profile = request.profile ?? written ?? profile
    return knowingStatements(
      CheckedPlan(
        kind: kind.files, data: computed, schema: schema, isSound: !diagnostics.hasErrors,
        figures: figures))
  }

  /// Reads the organisation's file, if there is one in the plan's folder or above it.
  private mutating func readOrganisation(for plan: Value) {
    guard let path = take(organisationPath(for: plan.place)),
      let value = take(shelf.value(at: path, into: &sources)),
      let raw = take(
        shelf.value(at: home.templates + "/organisation/schema.json", into: &sources)),
      let schema = take(Schema.read(raw))
    else { return }
    diagnostics += Kinds.check(value, against: schema)
    organisation = value
  }

  private mutating func readPlan() -> Value? {
    let read: (FileID?, [Diagnostic])
    var isJSON = false
    switch request.plan {
    case .file(let path):
      read = readSource(path: path, into: &sources)
      isJSON = path.lowercased().hasSuffix(".json")
    case .standardInput(let bytes, _):
      read = decodeSource(bytes, shownAs: "-", into: &sources)
    }
    guard let file = take(read), let text = sources[file]?.text else { return nil }
    if case .standardInput = request.plan { isJSON = text.first { !$0.isWhitespace } == "{" }
    guard var value = take(isJSON ? readJSON(text, file: file) : readYAML(text, file: file)) else {
      return nil
    }
    guard value.map != nil else {
      diagnostics.append(.planIsNoMap(at: value.place))
      return nil
    }
    for assignment in request.overrides {
      let (changed, found) = overriding(value, with: assignment, into: &sources)
      diagnostics += found
      value = changed ?? value
    }
    guard !diagnostics.hasErrors else { return nil }
    return value
  }

  /// The kind, from `mall: verksamhetsplan@1`.
  private mutating func kind(of data: Value) -> Workshop.Kind? {
    guard let value = data["mall"] else {
      if let path = sources[data.place.file]?.path, Press.isOrganisationFile(path) {
        diagnostics.append(.organisationIsNoPlan(at: data.place))
        return nil
      }
      let entries = data.map?.entries ?? []
      let near = nearest(to: "mall", among: entries.map(\.key))
      diagnostics.append(
        .kindMissing(
          shelf.kindNames, near: near, at: entries.first { $0.key == near }?.keyPlace ?? data.place)
      )
      return nil
    }
    let name = value.scalar.map { String($0.text.prefix { $0 != "@" }) } ?? ""
    if let folder = shelf.kind(named: name) {
      let (kind, found) = workshop.kind(folder, of: shelf, into: &sources)
      diagnostics += found
      // What has no faults and is no kind either is one that others build on.
      if kind != nil || !found.isEmpty { return kind }
    }
    diagnostics.append(
      .unknownKind(name, among: shelf.allKindNames, at: value.place, in: home))
    return nil
  }

  private mutating func checkVersion(of data: Value, _ schema: Schema) {
    guard let value = data["mall"], let text = value.scalar?.text,
      let at = text.firstIndex(of: "@"), let version = schema.version
    else { return }
    let asked = String(text[text.index(after: at)...])
    if asked != version {
      diagnostics.append(.otherVersion(asked: asked, found: version, at: value.place))
    }
  }

  // MARK: Composing

  /// Composes the document in the kind's template and reads the theme, for itself or to have its
  /// pages shown in another.
  mutating func styledDocument(_ plan: CheckedPlan, isShown: Bool = false) -> StyledDocument? {
    guard
      let template = take(
        workshop.template(of: plan.kind, plan.schema, of: shelf, into: &sources))
    else { return nil }
    guard !diagnostics.hasErrors, let theme = theme(plan, template) else { return nil }
    var sheet = theme.sheet
    let fence = self.fence
    let pictures = self.pictures
    var files = sources
    var texts: [String: Scalar] = [:]
    let numbers = NumberStyle(groupSeparator: String(sheet.digitGroupSeparator))
    let footNoted = Set(sheet.tables.filter(\.value.notesAtFoot).keys)
    var (document, found) = compose(
      plan.data, template: template, numbers: numbers, footNotedTables: footNoted,
      headingLevels: sheet.headings.levels, tellsCorrections: request.tellsCorrections
    ) { name, place in
      // Both readers add to the sources, and never at the same time.
      readPicture(named: name, at: place, inside: fence, into: &files, pictures)
    } loadProse: { name, place in
      let (prose, faults) = readProse(named: name, at: place, inside: fence, into: &files)
      guard let prose else { return (nil, faults) }
      let (quoting, found) = plan.figures.filled(prose)
      texts[name] = quoting
      return (quoting, faults + found)
    }
    var named = NamedPictures(library: pictures)
    named.read(plan: plan.data, inside: fence, organisation: organisation, into: &files)
    named.read(theme: theme, sheet: &sheet, into: &files)
    document.pictures = named.pictures
    document.creditCoverPicture(named.credit)
    diagnostics += named.diagnostics
    sources = files
    prose = texts
    let (abbreviations, faults) = ownAbbreviations(of: plan.data)
    document.addReadings(own: abbreviations)
    if document.metadata.date == nil { document.metadata.date = request.date }
    if profile == .print { document.sayBlankPages() }
    diagnostics += found + faults + document.accessFindings()
    diagnostics.hold(to: profile)
    var styled = StyledDocument(
      document: document, sheet: sheet, faces: theme.faces,
      divisions: Divisions(theme: theme.hyphenation, organisation: organisation, plan: plan.data))
    if !isShown { styled.shown = shownDocuments(of: document, plan) }
    return styled
  }

  // MARK: Setting

  /// Lays the document out with the home's fonts.
  mutating func setDocument(_ styled: StyledDocument) -> SetDocument? {
    guard !diagnostics.hasErrors else { return nil }
    guard let manifest = take(workshop.manifest(of: shelf, into: &sources)) else { return nil }
    let start = clock()
    defer { layoutTime = Double(clock() - start) / Double(CLOCKS_PER_SEC) }
    let (fonts, shaper) = workshop.fonts(of: manifest)
    diagnostics += fonts.faults(of: styled.allFaces)
    guard !diagnostics.hasErrors else { return nil }
    diagnostics += styled.divisions.faults
    guard !diagnostics.hasErrors, let words = words(of: styled, shaper: shaper) else { return nil }
    let shown = shownPages(of: styled, words: words, shaper: shaper)
    var (pages, found): (PageSet, [Diagnostic])
    var origins: [Proof.Origin] = []
    if request.readsProof {
      let proof = Layout.proof(
        of: styled.document, sheet: styled.sheet, words: words, shaper: shaper, shown: shown)
      (pages, found, origins) = (proof.pages, proof.findings, proof.origins)
    } else {
      (pages, found) = layOut(
        styled.document, sheet: styled.sheet, words: words, shaper: shaper, shown: shown)
    }
    diagnostics += found
    if profile == .print {
      let page = styled.sheet.page
      pages.moveForBinding(margins: page.margins, areMirrored: page.isMirrored)
    }
    guard !pages.pages.isEmpty else {
      // The plan is the first file that was read.
      report(.noContent(at: Place(file: FileID(index: 0), line: 0, column: 0)))
      return nil
    }
    return SetDocument(
      pages: pages, words: words, fonts: fonts, origins: origins,
      families: Set(styled.allFaces.map(\.family)),
      isDivided: styled.document.metadata.language.isSwedish)
  }

  /// The table of a document's words.
  private mutating func words(of styled: StyledDocument, shaper: HarfBuzzShaper) -> WordTable? {
    let division = Workshop.Division(
      language: styled.document.metadata.language, words: styled.divisions.words,
      names: styled.divisions.names)
    do throws(HyphenationError) {
      return try workshop.words(divided: division, shaper: shaper)
    } catch {
      report(Diagnostic(.error, error.code, error.message))
      return nil
    }
  }

  /// Adds a finding of a later step.
  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Gives the findings so far to a change.
  mutating func changeFindings(_ change: (inout Diagnostic) -> Void) {
    for index in diagnostics.indices { change(&diagnostics[index]) }
  }

  /// Whether the document may be written.
  var mayWrite: Bool { !hasErrors }

  /// Puts the path in the plan on the findings that have only a place in it.
  mutating func addPaths(from data: Value) {
    changeFindings { finding in
      guard finding.path == nil, let place = finding.place else { return }
      finding.path = data.path(to: place)
    }
  }
}

extension BuildRequest.Plan {
  /// The folder that the plan may name files in.
  var fence: Fence {
    switch self {
    case .file(let path): Fence(ofPlan: path)
    case .standardInput(_, let base): Fence(folder: base)
    }
  }
}

extension Diagnostic {
  fileprivate static func noContent(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .documentEmpty,
      Message(
        sv: "dokumentet har inget innehåll: inte en enda sida kommer av planen",
        en: "the document has no content: not a single page comes of the plan"), at: place)
  }

  fileprivate static func planIsNoMap(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .planIsNoMap,
      Message(
        sv: "planen ska börja med nycklar, som 'mall: verksamhetsplan'; här står något annat",
        en: "a plan begins with keys, such as 'mall: verksamhetsplan'; here is something else"),
      at: place)
  }
}

import Diagnostics
import Digest
import FoundationEssentials
import Input
import Kinds
import Manuscript
import PDF
import Pages

/// The one call that runs the whole row, from a plan to a finished document.
///
/// A press holds no state between calls: the same request gives the same bytes.
public struct Press: Sendable {
  /// Where templates and fonts are found.
  public var home: Home

  /// A press that finds templates and fonts in a home.
  public init(home: Home) {
    self.home = home
  }

  /// Sets a plan and writes the document, whole or (when there are errors) not at all.
  ///
  /// A request for parts of a plan gives the first of them; `build(_:finished:)` sets them all.
  public func build(_ request: BuildRequest) -> BuildResult {
    let workshop = Workshop()
    return jobs(of: request, at: 0, in: workshop)[0].result { build($0, $1, in: workshop) }
  }

  /// Sets a plan, or a part of one, with the fonts and words of the documents set before; where its
  /// proof is to be read, nothing is written.
  func build(
    _ request: BuildRequest, _ draft: ExtractDraft?, in workshop: Workshop
  ) -> BuildResult {
    if request.readsProof { return run(request, draft, in: workshop) { _, _, _, _ in nil } }
    var digest: String?
    let path = request.path
    var result = run(request, draft, in: workshop) { run, styled, document, attachments in
      let file = AtomicFile(path)
      // Nor is a font written over, since it does not begin as documents do.
      if let refusal = file.refusal(madeFrom: run.inputs(of: nil), format: request.format) {
        run.report(refusal)
        return nil
      }
      let bytes: [UInt8]? =
        switch request.format {
        case .pdf: run.finishedBytes(of: document, attachments: attachments)
        case .html: run.webPage(of: styled, set: document)
        }
      guard let bytes else { return nil }
      if let failure = file.write(bytes) {
        run.report(failure)
        return nil
      }
      if request.wantsDigest { digest = sha256(of: bytes) }
      return path
    }
    result.digest = digest
    result.targets = [path]
    return result
  }

  /// Does all that `build` does but writing, reads the pages, and runs the checks of plan and text,
  /// for a plan or for each of the parts asked for.
  public func check(_ request: BuildRequest) -> [BuildResult] {
    var results: [BuildResult] = []
    check([request]) { results.append($1) }
    return results
  }

  private func run(
    _ request: BuildRequest, _ draft: ExtractDraft?, in workshop: Workshop,
    write: (inout Run, Run.StyledDocument, Run.SetDocument, [Attachment]) -> String?
  ) -> BuildResult {
    var run = Run(home: home, request: request, workshop: workshop)
    if let draft {
      run = Run(home: home, request: request, workshop: workshop, reading: draft.reading)
    }
    var result = BuildResult(
      diagnostics: [], sources: SourceSet(), output: nil, pageCount: 0)
    result.part = draft?.name
    var document: Run.SetDocument?
    if let plan = draft?.plan ?? run.checkedPlan() {
      let whole = draft?.whole ?? plan.data
      let allowances = Allowances(whole)
      let styled = run.styledDocument(plan)
      if let styled, var set = run.setDocument(styled) {
        set.pages.metadata.extract = draft?.extract
        document = set
        if draft == nil, !request.readsProof { run.runStoppingChecks(on: plan) }
        run.allow(allowances, in: whole)
        result.layoutTime = run.layoutTime
        let attachments = run.attachedFiles(language: styled.document.metadata.language)
        if run.mayWrite {
          result.pageCount = set.pages.pages.count
          result.date = set.pages.metadata.date
          result.embeddedFiles = attachments.map { EmbeddedFile($0) }
          result.output = write(&run, styled, set, attachments)
        }
      }
      result.profile = run.profile
      // After the pages: what a check finds does not stand in the way of them.
      if request.readsProof {
        if draft == nil { run.runNamedChecks(on: plan) }
        run.checkText(of: styled?.document, plan)
        run.allow(allowances, in: whole)
        if draft == nil { run.tell(of: allowances) }
        run.addPages(from: whole, origins: document?.origins ?? [])
      }
      run.addPaths(from: whole)
    }
    result.diagnostics = run.diagnostics
    result.sources = run.sources
    result.inputs = run.inputs(of: document)
    return result
  }

  /// Gives the text dump of a stage.
  public func inspect(_ request: BuildRequest, stage: Stage) -> InspectResult {
    let workshop = Workshop()
    var run = Run(home: home, request: request, workshop: workshop)
    var text: String?
    var draft: ExtractDraft?
    if !request.only.isEmpty {
      switch jobs(of: request, at: 0, in: workshop)[0].task {
      case .done(let result):
        return InspectResult(diagnostics: result.diagnostics, sources: result.sources, text: nil)
      case .set(_, let first):
        draft = first
        if let first {
          run = Run(home: home, request: request, workshop: workshop, reading: first.reading)
        }
      }
    }
    if let plan = draft?.plan ?? run.checkedPlan() {
      switch stage {
      case .data: text = Kinds.dump(plan.data, schema: plan.schema)
      case .document: text = run.styledDocument(plan)?.document.dump()
      case .pages, .tags:
        if let styled = run.styledDocument(plan), let document = run.setDocument(styled) {
          text =
            stage == .pages
            ? document.pages.dump(words: document.words)
            : document.pages.dumpStructure(words: document.words)
        }
      }
    }
    return InspectResult(diagnostics: run.diagnostics, sources: run.sources, text: text)
  }

  /// Lists the kinds of document that the home has, sorted by name.
  public func kinds() -> KindsResult {
    let shelf = Shelf(home: home, own: ownFolder(above: "."))
    var result = KindsResult(diagnostics: [], sources: SourceSet(), kinds: [])
    for name in shelf.kindNames {
      let path = shelf.path(ofKind: name, "schema.json")
      let (value, found) = shelf.value(at: path, into: &result.sources)
      result.diagnostics += found
      guard let value else { continue }
      result.kinds.append(
        KindsResult.Kind(
          name: name, title: value["title"]?.scalar?.text ?? name,
          summary: value["description"]?.scalar?.text ?? ""))
    }
    return result
  }

  /// Gives a kind's schema as JSON text; the kind is named by its folder or its title.
  public func schema(of kind: String) -> SchemaResult {
    let shelf = Shelf(home: home, own: ownFolder(above: "."))
    var result = SchemaResult(diagnostics: [], sources: SourceSet(), text: nil)
    guard let name = shelf.kind(named: kind) else {
      result.diagnostics.append(.unknownKind(kind, among: shelf.allKindNames, at: nil, in: home))
      return result
    }
    let (files, faults) = shelf.files(ofKind: name, into: &result.sources)
    let (schema, found) = files.map { Schema.read($0.schema) } ?? (nil, [])
    result.diagnostics = faults + found
    // What the program itself cannot check plans against is of no use to an editor either.
    guard schema != nil, !result.diagnostics.hasErrors else { return result }
    result.text = files.map { $0.schema.json.text + "\n" }
    return result
  }
}

extension EmbeddedFile {
  fileprivate init(_ attachment: Attachment) {
    self.init(
      name: attachment.name, description: attachment.description,
      relationship: attachment.relationship.rawValue, size: attachment.bytes.count)
  }
}

extension BuildRequest {
  /// The path that the document is written to: the one that is asked for, or one beside the plan.
  var path: String {
    if let output { return output }
    switch plan {
    case .file(let path):
      return URL(fileURLWithPath: path).deletingPathExtension().path + "." + format.rawValue
    case .standardInput(_, let base): return base + "/plan." + format.rawValue
    }
  }
}

import Diagnostics
import Digest
import FoundationEssentials
import Input
import Kinds
import Pages

/// A part of a plan that is set alone, with all that was read and checked of the whole.
struct ExtractDraft: Sendable {
  /// What has been read, and what was found in the plan that is about this part.
  var reading: Run.Reading
  /// The plan with the part alone, in the kind that sets it.
  var plan: Run.CheckedPlan
  /// The plan with all parts.
  var whole: Value
  /// The part's name.
  var name: String
  /// What the finished file says of where it comes from.
  var extract: PageSet.Metadata.Extract
}

/// One document to set.
struct BuildJob: Sendable {
  /// What there is to do.
  enum Task: Sendable {
    /// A plan, or a part of one.
    case set(BuildRequest, ExtractDraft?)
    /// Nothing: the parts that were asked for cannot be had.
    case done(BuildResult)
  }

  /// The number of the request that it comes of.
  let index: Int
  /// What there is to do.
  let task: Task

  /// What there will be, as far as it is known.
  var planned: PlannedDocument {
    switch task {
    case .set(let request, let draft):
      PlannedDocument(request: index, part: draft?.name, path: request.path)
    case .done: PlannedDocument(request: index)
    }
  }

  /// What comes of it.
  func result(of build: (BuildRequest, ExtractDraft?) -> BuildResult) -> BuildResult {
    switch task {
    case .set(let request, let draft): build(request, draft)
    case .done(let result): result
    }
  }
}

extension Press {
  /// The documents that a request asks for: the plan's own, or those of its parts, whose plan is
  /// read and checked once for all of them.
  ///
  /// The kind's named checks are run here, on the plan as a whole: all for a check of parts, and else
  /// those that let no document be written.
  func jobs(
    of request: BuildRequest, at index: Int, in workshop: Workshop
  ) -> [BuildJob] {
    guard !request.only.isEmpty else {
      return [BuildJob(index: index, task: .set(request, nil))]
    }
    var run = Run(home: home, request: request, workshop: workshop)
    guard let drafts = run.drafts() else {
      var result = BuildResult(
        diagnostics: run.diagnostics, sources: run.sources, output: nil, pageCount: 0)
      result.inputs = run.inputs(of: nil)
      result.targets =
        request.namesParts
        ? request.only.compactMap { $0.name.map { request.path.naming($0) } } : [request.path]
      return [BuildJob(index: index, task: .done(result))]
    }
    return drafts.map { draft in
      var request = request
      request.output = request.namesParts ? request.path.naming(draft.name) : request.path
      return BuildJob(index: index, task: .set(request, draft))
    }
  }
}

extension Run {
  /// Reads the plan and takes out the parts that are asked for; nil where one of them is not there,
  /// or something is wrong with what they share.
  ///
  /// What is wrong with one part stops that part alone. What is found in what they share is told
  /// with the first.
  fileprivate mutating func drafts() -> [ExtractDraft]? {
    guard let plan = checkedPlan() else { return nil }
    if request.readsProof { runNamedChecks(on: plan) } else { runStoppingChecks(on: plan) }
    allow(Allowances(plan.data), in: plan.data)
    let findings = diagnostics
    var drafts: [ExtractDraft] = []
    var names: Set<String> = []
    for selection in request.only {
      let place = plan.data["mall"]?.place
      guard let key = plan.schema.extractKeys.first(where: { $0.name == selection.key }) else {
        report(.unknownExtractKey(selection.key, plan.schema, at: place))
        continue
      }
      let items = key.items(in: plan.data)
      let chosen = items.filter { selection.name == nil || $0.name == selection.name }
      if chosen.isEmpty { report(.missingExtract(selection, items.map(\.name), at: place)) }
      guard let (kind, schema) = kind(setting: key, of: plan) else { return nil }
      for item in chosen {
        let isAlone = Set(request.only.map(\.key)).count == 1
        let name = isAlone ? item.name : "\(key.name) \(item.name)"
        guard names.insert(name.inFileNames).inserted else {
          report(.extractTwice(item.name, key.name, at: item.value.place))
          continue
        }
        var reading = reading
        reading.diagnostics = findings.filter { found in
          let owner = found.path.flatMap { key.index(ofItemIn: $0) }
          return owner.map { $0 == item.index } ?? drafts.isEmpty
        }
        drafts.append(
          ExtractDraft(
            reading: reading,
            plan: CheckedPlan(
              kind: kind, data: key.keeping(item, in: plan.data), schema: schema,
              isSound: plan.isSound, figures: plan.figures),
            whole: plan.data, name: name,
            extract: .init(part: "\(key.name) \(item.name)", digest: digest(of: item.value))))
      }
      let shared = findings.filter { $0.path.flatMap { key.index(ofItemIn: $0) } == nil }
      if shared.hasErrors || request.isStrict && shared.contains(where: { $0.severity == .warning })
      {
        return nil
      }
    }
    return diagnostics.count > findings.count ? nil : drafts
  }

  /// The kind whose template sets a key's parts, with its schema.
  private mutating func kind(
    setting key: ExtractKey, of plan: CheckedPlan
  ) -> (KindFiles, Schema)? {
    guard let name = key.template else { return (plan.kind, plan.schema) }
    guard let kind = files(ofKind: name), let schema = take(Schema.read(kind.schema)) else {
      return nil
    }
    return (kind, schema)
  }

  /// The SHA-256 of what the plan holds of a part, with the files that it names.
  private func digest(of part: Value) -> String {
    let fence = self.fence
    let text = canonicalText(of: part) { name in
      fence.path(of: name, at: part.place).0.flatMap { Press.digest(ofFile: $0) }
    }
    return sha256(of: Array(text.utf8))
  }
}

extension String {
  /// The characters that may stand in a file's name, with hyphens for all others.
  fileprivate var inFileNames: String {
    String(map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "-" })
  }

  /// The path with a part's name before its extension.
  fileprivate func naming(_ part: String) -> String {
    let url = URL(fileURLWithPath: self)
    guard !url.pathExtension.isEmpty else { return self + "-" + part.inFileNames }
    return String(dropLast(url.pathExtension.count + 1)) + "-" + part.inFileNames + "."
      + url.pathExtension
  }
}

extension Diagnostic {
  fileprivate static func unknownExtractKey(
    _ key: String, _ schema: Schema, at place: Place?
  ) -> Diagnostic {
    let known = schema.extractKeys.map(\.name)
    guard !known.isEmpty else {
      return Diagnostic(
        .error, .unknownExtract,
        Message(
          sv: "'\(key)' finns inte: dokumentslaget \(schema.title) sätts bara helt",
          en: "there is no '\(key)': the kind \(schema.title) is only set as a whole"), at: place)
    }
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .error, .unknownExtract,
      Message(
        sv: "'\(key)' är ingen del av ett \(schema.title); de som finns är \(list)",
        en: "'\(key)' is no part of a \(schema.title); those that are there are \(list)"),
      at: place,
      fixes: nearest(to: key, among: known).map {
        [Fix(Message(sv: "menade du '\($0)'?", en: "did you mean '\($0)'?"))]
      } ?? [])
  }

  fileprivate static func missingExtract(
    _ selection: BuildRequest.Selection, _ names: [String], at place: Place?
  ) -> Diagnostic {
    let key = selection.key
    let there =
      names.isEmpty
      ? Message(sv: "planen har ingen", en: "the plan has none")
      : Message(
        sv: "de som finns är \(names.shortened)", en: "those that are there are \(names.shortened)")
    guard let name = selection.name else {
      return Diagnostic(
        .error, .missingExtract,
        Message(sv: "planen har ingen \(key)", en: "the plan has no \(key)"), at: place)
    }
    return Diagnostic(
      .error, .missingExtract,
      Message(
        sv: "\(key) \(name) finns inte; \(there.sv)",
        en: "there is no \(key) \(name); \(there.en)"), at: place)
  }

  fileprivate static func extractTwice(
    _ name: String, _ key: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, .missingExtract,
      Message(
        sv: "\(key) \(name) finns två gånger, eller är begärd två gånger",
        en: "\(key) \(name) is there twice, or asked for twice"), at: place)
  }
}

extension [String] {
  /// The texts with commas between, the middle of many left out.
  fileprivate var shortened: String {
    guard count > 12 else { return joined(separator: ", ") }
    return prefix(8).joined(separator: ", ") + " … " + suffix(2).joined(separator: ", ")
  }
}

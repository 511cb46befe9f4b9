import Diagnostics
import Input

extension TemplateReader {
  /// The use of a part in a scope.
  mutating func part(_ name: Scalar, at place: Place, _ context: Context) -> Step? {
    guard partSources.contains(where: { $0.key == name.text }) else {
      report(.unknownPart(name.text, known: partSources.map(\.key), at: place))
      return nil
    }
    let (scope, kept) = scope(ofPart: name.text, in: context.scope)
    let instance = Instance(name: name.text, scope: scope, surroundings: context.surroundings)
    let index = partIndices[instance] ?? template.parts.count
    if index == template.parts.count {
      partIndices[instance] = index
      template.parts.append([])
      waiting.append((index, instance))
    }
    if let from = context.part {
      calls.append(Call(from: from, to: index, descent: context.descent, place: place))
    }
    return .use(index, kept: kept)
  }

  /// What a part sees of a scope that it is used in, and which of the frames that is.
  private mutating func scope(ofPart name: String, in scope: Scope) -> (Scope, kept: [Int]?) {
    guard !takesWholeScopes, scope.frames.count > 1 else { return (scope, nil) }
    let mentioned = mentionedNames[name] ?? names(mentionedIn: name)
    mentionedNames[name] = mentioned
    return scope.seen(by: mentioned, schema, &propertyNames)
  }

  /// The names that a part may look up, with those of all parts and texts that it leads to.
  private mutating func names(mentionedIn part: String) -> MentionedNames {
    var mentioned = names(writtenIn: part)
    var rest = (partSources + textSources).map(\.key).map { ($0, propertyNames.number(of: $0)) }
    var before = rest.count + 1
    while rest.count < before {
      before = rest.count
      rest.removeAll { name, number in
        guard mentioned.words.contains(number) || propertyNames.phrases.contains(number) else {
          return false
        }
        mentioned.formUnion(names(writtenIn: name))
        return true
      }
    }
    return mentioned
  }

  /// The names that are written in the part, and in the text, of a name.
  private mutating func names(writtenIn name: String) -> MentionedNames {
    if let known = writtenNames[name] { return known }
    var written = MentionedNames()
    for sources in [partSources, textSources] {
      for source in sources where source.key == name {
        written.insert(source.value, &propertyNames)
      }
    }
    writtenNames[name] = written
    return written
  }

  /// Reads the parts that have been asked for, and those that they ask for.
  mutating func readWaitingParts() {
    while let (index, instance) = waiting.popLast() {
      guard let source = partSources.first(where: { $0.key == instance.name }) else { continue }
      var context = Context(scope: instance.scope)
      context.surroundings = instance.surroundings
      context.part = index
      template.parts[index] = steps(source.value, context)
    }
  }

  /// Tells of parts and texts that nothing uses; those of a kind that is extended may wait.
  mutating func reportUnused(in file: FileID) {
    let parts = Set(partIndices.keys.map(\.name))
    let texts = Set(textIndices.keys.map(\.name))
    for (sources, used, key) in [(partSources, parts, "parts"), (textSources, texts, "texts")] {
      for source in sources where !used.contains(source.key) && source.keyPlace.file == file {
        report(.unused(source.key, in: key, at: source.keyPlace))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownPart(
    _ name: String, known: [String], at place: Place
  ) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .error, .unknownPart,
      Message(
        sv: known.isEmpty
          ? "okänd del '\(name)': mallen har inga delar under 'parts'"
          : "okänd del '\(name)'; under 'parts' finns \(list)",
        en: known.isEmpty
          ? "unknown part '\(name)': the template has none under 'parts'"
          : "unknown part '\(name)'; there are \(list) under 'parts'"),
      at: place, endColumn: Int(place.column) + name.unicodeScalars.count,
      fixes: .nearest(to: name, in: known))
  }

  fileprivate static func unused(_ name: String, in key: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .warning, .unusedPart,
      Message(
        sv: "'\(name)' under '\(key)' används inte, och är därför inte heller kontrollerad",
        en: "'\(name)' under '\(key)' is not used, and so has not been checked either"),
      at: place, endColumn: Int(place.column) + name.unicodeScalars.count)
  }
}

import Diagnostics
import Input
import Kinds
import Manuscript
import Swedish

extension TemplateReader {
  /// Reads a pattern; an empty one where there is none.
  mutating func pattern(_ value: Value?, of key: String, _ context: Context) -> TextPattern {
    optionalPattern(value, of: key, context) ?? TextPattern(pieces: [])
  }

  /// Reads a pattern: words with `{fält}`, `{fält|format}` and `[ … ]` in them.
  mutating func optionalPattern(
    _ value: Value?, of key: String, _ context: Context
  ) -> TextPattern? {
    guard let value, !value.isNull, let scalar = word(value, of: key) else { return nil }
    var lexer = PatternLexer(scalar, at: value.place)
    let tokens = lexer.tokens()
    let fault = lexer.fault
    if let fault { report(fault) }
    var pieces: [TextPattern.Piece] = []
    var optional: [TextPattern.Piece]?
    for token in tokens {
      switch token.content {
      case .words(let words):
        optional?.append(.words(words, at: token.place))
        if optional == nil { pieces.append(.words(words, at: token.place)) }
      case .field(let field):
        guard let piece = piece(field, at: token.place, context) else { continue }
        optional?.append(piece)
        if optional == nil { pieces.append(piece) }
      case .open: optional = []
      case .close:
        let inner = optional ?? []
        optional = nil
        if !inner.contains(where: { if case .field = $0 { true } else { false } }),
          fault == nil, tokens.allSatisfy({ $0.content != .field("") })
        {
          report(.nothingOptional(at: token.place))
        }
        pieces.append(.optional(inner))
      }
    }
    let pattern = TextPattern(pieces: pieces)
    if pattern.single == nil { reportProse(in: pieces, at: value.place) }
    return pattern
  }

  /// Reads what stands between braces.
  private mutating func piece(
    _ text: String, at place: Place, _ context: Context
  ) -> TextPattern.Piece? {
    let parts =
      text.utf8.contains(UInt8(ascii: "|"))
      ? text.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false) : [text[...]]
    let path = String(parts[0]).trimmingSpaces
    if path == "#" { return .number }
    if path.hasPrefix("#") {
      return reference(
        to: String(path.dropFirst()), printing: parts.count == 2 ? String(parts[1]) : nil, at: place
      )
    }
    if context.isRunning, let field = Furniture.Field(template: path) {
      return .furniture(field.rawValue)
    }
    guard let resolved = resolve(path, at: place, context.scope) else { return nil }
    var use = FieldUse(slot: slot(resolved))
    use.format = schema.node(of: resolved.shape)?.format?.printing.map { Format($0) }
    let item = schema.item(of: resolved.shape)
    if item != nil, use.format == nil {
      use.format = item.flatMap { schema.node(of: $0)?.format?.printing }.map { Format($0) }
    }
    var isNamed = false
    if parts.count == 2 {
      var there = place
      there.column += Int32(parts[0].unicodeScalars.count + 1)
      let shape = item ?? resolved.shape
      let written = String(parts[1]).trimmingSpaces
      switch printing(written, of: shape, called: path, at: there, context) {
      case .text(let index):
        use.itemText = index
        isNamed = true
      case .format(let format): use.format = format
      case nil: return nil
      }
    }
    guard isNamed || isPrintable(resolved.shape) else {
      report(.noText(path, isList: item != nil, at: place))
      return nil
    }
    return .field(use)
  }

  /// What stands after a field's name and a bar.
  enum Printing {
    /// The index of a named text; nil where it has been told that it cannot be used.
    case text(Int?)
    case format(Format)
  }

  /// Reads how a field is printed: by a named text, or in a format.
  mutating func printing(
    _ name: String, of shape: Scope.Shape, called path: String, at place: Place, _ context: Context
  ) -> Printing? {
    guard textSources.contains(where: { $0.key == name }) else {
      return format(name, at: place).map { .format($0) }
    }
    guard !openTexts.contains(name) else {
      report(.endlessText(name, at: place))
      return nil
    }
    return .text(namedText(name, for: shape, called: path, context))
  }

  /// Reads `{#etikett}`, `{#etikett|page}` or `{#etikett|pages}`.
  private mutating func reference(
    to label: String, printing written: String?, at place: Place
  ) -> TextPattern.Piece? {
    let word = written?.trimmingSpaces ?? PatternReference.Print.name.rawValue
    guard let print = PatternReference.Print(rawValue: word) else {
      report(
        .unknownFormat(
          word, known: PatternReference.Print.allCases.map(\.rawValue), texts: [], at: place))
      return nil
    }
    let reference = PatternReference(label: label, print: print)
    if let known = template.references.firstIndex(of: reference) { return .reference(known) }
    template.references.append(reference)
    return .reference(template.references.count - 1)
  }

  /// Whether a value can be printed without a named text: a text or number, or a list of them.
  private func isPrintable(_ shape: Scope.Shape) -> Bool {
    if schema.mayBeScalar(shape) || schema.node(of: shape)?.isProse == true { return true }
    return schema.item(of: shape).map(schema.mayBeScalar) ?? false
  }

  /// Reads a format: a name, and after it `enhet`, `+` or a number of decimals.
  private mutating func format(_ text: String, at place: Place) -> Format? {
    let words = text.split(separator: " ").map(String.init)
    let known = FormatName.allCases.map(\.rawValue)
    guard let first = words.first, let name = FormatName(rawValue: first) else {
      report(
        .unknownFormat(words.first ?? "", known: known, texts: textSources.map(\.key), at: place))
      return nil
    }
    var format = Format(name)
    for word in words.dropFirst() {
      switch word {
      case "enhet": format.printsUnit = true
      case "+": format.printsPlus = true
      default:
        guard let decimals = Int(word), (0...9).contains(decimals) else {
          report(.unknownFormatWord(word, at: place))
          return nil
        }
        format.decimals = decimals
      }
    }
    return format
  }

  /// The index of a named text for items of a shape.
  private mutating func namedText(
    _ name: String, for shape: Scope.Shape, called path: String, _ context: Context
  ) -> Int? {
    guard let source = textSources.first(where: { $0.key == name }) else { return nil }
    let called = path.split(separator: ".").last.map(String.init) ?? ""
    // The item stands on top of all frames, so that composing has only to add it.
    var inner = context
    inner.scope.frames.append(Scope.Frame(name: called, shape: shape))
    let instance = Instance(name: name, scope: inner.scope)
    if let index = textIndices[instance] { return index }
    let index = template.texts.count
    textIndices[instance] = index
    template.texts.append(NamedText(pattern: TextPattern(pieces: []), between: ", "))
    openTexts.append(name)
    defer { openTexts.removeLast() }
    if source.value.map != nil,
      let map = map(source.value, of: name, known: ["text", "between", "before-last"])
    {
      template.texts[index].pattern = pattern(map["text"], of: "text", inner)
      if let between = map["between"].flatMap({ word($0, of: "between") }) {
        template.texts[index].between = between.text.replacingNewlines
      }
      template.texts[index].beforeLast =
        map["before-last"].flatMap { word($0, of: "before-last") }?.text.replacingNewlines
    } else {
      template.texts[index].pattern = pattern(source.value, of: name, inner)
    }
    return index
  }

  /// Prose must stand alone: among other words it would lose its paragraphs.
  private mutating func reportProse(in pieces: [TextPattern.Piece], at place: Place) {
    for piece in pieces {
      switch piece {
      case .field(let use) where use.slot.isProse:
        report(.proseAmongWords(use.slot.keys.map(\.name).joined(separator: "."), at: place))
      case .optional(let inner): reportProse(in: inner, at: place)
      default: break
      }
    }
  }
}

extension Furniture.Field {
  /// The field of a name in a template's `running`.
  fileprivate init?(template name: String) {
    switch name {
    case "page": self = .page
    case "pages": self = .pages
    case "chapter": self = .chapter
    case "section": self = .section
    case "part": self = .part
    default: return nil
    }
  }
}

extension Diagnostic {
  fileprivate static func nothingOptional(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongTextPattern,
      Message(
        sv: "det som står inom hakparentes har inget fält, så det kan aldrig utelämnas",
        en: "there is no field between the brackets, so it can never be left out"), at: place,
      fixes: [
        Fix(
          Message(
            sv: #"skriv \[ och \] för hakparenteser som ska stå på sidan"#,
            en: #"write \[ and \] for brackets that are to be printed"#))
      ])
  }

  fileprivate static func proseAmongWords(_ path: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .wrongTextPattern,
      Message(
        sv: "'{\(path)}' är löpande text i Markdown och ska stå ensamt, utan ord omkring",
        en: "'{\(path)}' is prose in Markdown and should stand alone, without words around it"),
      at: place)
  }

  fileprivate static func endlessText(_ name: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .endlessText,
      Message(
        sv: "texten '\(name)' använder sig själv, och tar aldrig slut",
        en: "the text '\(name)' uses itself, and never ends"),
      at: place, endColumn: Int(place.column) + name.unicodeScalars.count,
      fixes: [
        Fix(
          Message(
            sv: "för det som ligger i flera nivåer, gör en del under 'parts'",
            en: "for what lies in several levels, make a part under 'parts'"))
      ])
  }

  fileprivate static func unknownFormat(
    _ name: String, known: [String], texts: [String], at place: Place
  ) -> Diagnostic {
    let list = (known + texts).joined(separator: ", ")
    return Diagnostic(
      .error, .unknownFormat,
      Message(
        sv: "okänt format '\(name)'; det finns \(list)",
        en: "unknown format '\(name)'; there are \(list)"),
      at: place, endColumn: Int(place.column) + name.unicodeScalars.count,
      fixes: .nearest(to: name, in: known + texts))
  }

  fileprivate static func unknownFormatWord(_ word: String, at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .unknownFormat,
      Message(
        sv: "'\(word)' efter formatets namn ska vara enhet, + eller ett antal decimaler (0–9)",
        en: "'\(word)' after the format's name should be enhet, + or a number of decimals (0–9)"),
      at: place)
  }
}

import Diagnostics
import Swedish

extension Checkpoint {
  /// A target that is a number of nobody knows what.
  static let unitMissing = Checkpoint(
    id: "C542", chapter: .goals, code: .unitMissing, severity: .warning,
    title: "Målvärdet har en enhet",
    what: """
      Ett målvärde som är ett tal har en enhet, eller ett namn som säger vad som räknas: antal, \
      index, årsarbetare, kvot, poäng eller en enhet inom parentes.
      """,
    why: "Är 85 ett antal, en procentsats eller dagar? Den som följer upp ska inte behöva gissa.",
    example: """
      - namn: Andel nöjda patienter
        målvärde: 85
      """,
    mend: "Skriv enheten efter talet, '85 %', eller säg i namnet vad som räknas: 'Antal …'.")

  /// One measure that stands in two ways.
  static let measureDiffers = Checkpoint(
    id: "C543", chapter: .goals, code: .measureDiffers, severity: .error,
    title: "Ett mätetal är detsamma överallt",
    what: """
      Ett mätetal som står på flera ställen har samma namn, enhet och periodicitet, och ett enda \
      målvärde för varje märke, grupp och år. Olika målvärden är fel, annat är varningar.
      """,
    why: """
      Två målvärden för samma sak går inte att nå båda. Den som läser på sidan 8 ska få samma \
      besked som den som läser på sidan 14.
      """,
    example: """
      - {namn: Sjukfrånvaro, periodicitet: Månad, målvärde: 5,5 %}
      …
      - {namn: Sjukfrånvaro, periodicitet: Månad, målvärde: 5,0 %}
      """,
    mend: """
      Rätta det som är fel. Gäller värdena olika enheter eller grupper, säg det med märke eller \
      'för'. Ett mätetal som många använder kan skrivas en gång och hämtas.
      """)

  /// A target that goes the other way than the measure's name or its start.
  static let targetDirection = Checkpoint(
    id: "C546", chapter: .goals, code: .targetDirection, severity: .warning,
    title: "Målvärdet går åt det håll som mätetalet säger",
    what: """
      Heter mätetalet "Minskad …" eller "Ökat …" går målvärdet åt samma håll: dess riktning, \
      förändring eller steget från ingångsvärdet. En riktning i målvärdet motsäger inte heller \
      steget från ingångsvärdet.
      """,
    why: "Ett mål åt fel håll är oftast ett skrivfel i ett tecken, och beslutas ändå.",
    example: """
      - namn: Minskad sjukfrånvaro
        ingångsvärde: 5,8 %
        målvärde: 6,4 %
      """,
    mend: "Rätta riktningen, tecknet eller talet, eller ge mätetalet ett namn utan riktning.")
}

extension NamedCheck {
  /// Measures state their units, are the same everywhere, and go the way that they say.
  static let measures = NamedCheck(
    name: "measures",
    parameters: [
      .required("measures"), .required("name", .path(within: "measures")),
      .required("target", .path(within: "measures")),
      .optional("value", .path(within: "target")), .optional("year", .path(within: "target")),
      .optional("group", .path(within: "target")), .optional("start", .path(within: "measures")),
      .optional("interval", .path(within: "measures")),
      .optional("unit", .path(within: "measures")), .optional("badge", .path(within: "measures")),
    ],
    checkpoints: [.unitMissing, .measureDiffers, .targetDirection]
  ) { data, arguments in
    var findings: [Diagnostic] = []
    var first: [Wording: MeasureUse] = [:]
    for field in arguments.entries("measures", in: data.plan) {
      guard let measure = Measure(field, arguments) else { continue }
      if let finding = measure.missingUnit { findings.append(finding) }
      if let finding = measure.wrongWay { findings.append(finding) }
      let wording = Wording(measure.title)
      findings += first[wording, default: MeasureUse()].add(measure)
    }
    return findings
  }
}

/// A measure as a plan has it.
struct Measure {
  /// What it is to reach at one time, for one group.
  struct Target {
    var field: Field
    /// Whom and when it is for; empty for nothing said.
    var whom: String
    var readings: [TargetValue.Reading]
  }

  let name: Field
  let title: String
  let interval: Field?
  let targets: [Target]
  let start: Quantity?
  /// Whether its unit stands in a key of its own.
  let hasUnit: Bool
  /// Whose it is, by its märken.
  let badge: String

  /// A measure that has a name.
  init?(_ field: Field, _ arguments: CheckArguments) {
    guard let name = arguments.field("name", in: field), let title = name.text?.spacedOnce else {
      return nil
    }
    self.name = name
    self.title = title
    interval = arguments.field("interval", in: field)
    hasUnit = arguments.field("unit", in: field)?.text != nil
    badge = arguments.entries("badge", in: field).compactMap(\.text).joined(separator: ", ")
    func target(_ entry: Field) -> Target? {
      let value = arguments.field("value", in: entry) ?? entry
      guard let target = value.target else { return nil }
      let whom = ["year", "group"].flatMap { arguments.fields($0, in: entry).compactMap(\.text) }
      return Target(
        field: value, whom: whom.joined(separator: ", "), readings: target.readings)
    }
    targets = arguments.entries("target", in: field).compactMap(target)
    start = arguments.entries("start", in: field).compactMap(target).last?.readings.last?.quantity
  }
}

extension TargetValue.Reading {
  /// The quantity that it is about, if it is about one.
  var quantity: Quantity? {
    switch meaning {
    case .quantity(_, let quantity), .range(_, let quantity): quantity
    case .change, .direction, .comparison, .state, .missing, .words: nil
    }
  }

  /// The way that it says to go.
  fileprivate var direction: TargetValue.Direction? {
    switch meaning {
    case .direction(let direction), .comparison(let direction, _): direction
    case .change(let quantity) where !quantity.amount.isZero:
      quantity.amount.isNegative ? .down : .up
    case .change, .quantity, .range, .state, .missing, .words: nil
    }
  }
}

// MARK: - Units

extension Measure {
  /// Words of a name that say what its numbers count.
  private static let counting = [
    "antal", "index", "årsarbet", "kvot", "poäng", "betyg", "medel", "snitt", "placering", "rang",
    "vikt",
    "nps", "%", "procent", "kronor", "kr)", "dagar", "timmar", "minuter", "ton", "per ",
  ]

  /// The finding where a target is a bare number.
  fileprivate var missingUnit: Diagnostic? {
    guard !hasUnit else { return nil }
    let name = title.lowercased()
    guard !Self.counting.contains(where: { name.contains($0) }) else { return nil }
    for target in targets {
      guard let quantity = target.readings.lazy.compactMap(\.quantity).first, quantity.unit.isEmpty
      else { continue }
      let number = quantity.amount.description
      return target.field.finding(
        .unitMissing, sv: "\(number) har ingen enhet", en: "\(number) has no unit",
        fixes: [
          .init(
            Message(
              sv: "skriv enheten efter talet, som '\(number) %', eller 'Antal' i namnet",
              en: "write the unit after the number, as '\(number) %', or 'Antal' in the name"))
        ])
    }
    return nil
  }
}

// MARK: - Directions

extension Measure {
  /// The way that the name begins with, if it does: `Minskad sjukfrånvaro`.
  private var said: TargetValue.Direction? {
    guard let word = title.lowercased().split(whereSeparator: { !$0.isLetter }).first else {
      return nil
    }
    let down = ["minska", "minskad", "minskat", "minskade", "minskning", "sänkt", "färre", "lägre"]
    let up = ["öka", "ökad", "ökat", "ökade", "ökning", "höjd", "höjt", "fler", "högre"]
    return down.contains(String(word)) ? .down : up.contains(String(word)) ? .up : nil
  }

  /// The finding where a target goes another way than the name, or than its own words.
  fileprivate var wrongWay: Diagnostic? {
    for target in targets {
      let told = target.readings.lazy.compactMap(\.direction).first
      let step = target.readings.lazy.compactMap(\.quantity).first.flatMap(step(to:))
      guard let way = said ?? told else { continue }
      let found = said == nil ? step : told ?? step
      guard let found, found != way, found != .unchanged, way != .unchanged else { continue }
      let (sv, en) = way == .up ? ("uppåt", "up") : ("nedåt", "down")
      let from = start.map { " (\($0.text(.typed)))" } ?? ""
      return target.field.finding(
        .targetDirection,
        sv: said == nil
          ? "målvärdet säger \(sv), men talet går åt andra hållet från ingångsvärdet\(from)"
          : "mätetalet säger \(sv), men målvärdet går åt andra hållet",
        en: said == nil
          ? "the target says \(en), but its number goes the other way from the start\(from)"
          : "the measure says \(en), but the target goes the other way",
        notes: [name.note(sv: "mätetalet", en: "the measure")])
    }
    return nil
  }

  /// The way from the start to a quantity, where both count the same.
  private func step(to quantity: Quantity) -> TargetValue.Direction? {
    guard let start, start.unit == quantity.unit, start.amount != quantity.amount else {
      return nil
    }
    return quantity.amount < start.amount ? .down : .up
  }
}

import Diagnostics
import Manuscript

/// A number that only finished pages give, as references print it.
enum PrintedNumber: Hashable {
  /// The page that a block stands on.
  case page(of: String)
  /// How many pages a part has.
  case pages(of: String)

  /// What is printed until pages have been found: what it is in a document of one page.
  static let firstGuess = "1"

  /// The id of the block.
  var id: String {
    switch self {
    case .page(let id), .pages(let id): id
    }
  }
}

extension RichText.Target {
  /// The number that is printed in the stretch's place, if one is.
  var printedNumber: PrintedNumber? {
    switch self {
    case .page(let id): .page(of: id)
    case .pages(let id): .pages(of: id)
    case .address, .block, .note: nil
    }
  }
}

extension RichText.Target {
  /// The id of the block that is referred to, if it is one.
  var blockID: String? {
    switch self {
    case .block(let id), .page(let id), .pages(let id): id
    case .address, .note: nil
    }
  }
}

/// How many pages each part has that references can name.
func partLengths(_ galley: Galley, _ plans: [PagePlan]) -> [String: Int] {
  var lengths: [String: Int] = [:]
  for part in galley.parts where lengths[part.id] == nil {
    lengths[part.id] = plans.count { plan in
      plan.boxes.contains { part.boxes.contains($0.index) }
    }
  }
  return lengths
}

extension Typesetter {
  /// Tells of references that lead nowhere, with the name that was most likely meant.
  func tellMissingTargets(_ galley: Galley) {
    guard !references.isEmpty else { return }
    let names = galley.boxes.flatMap(\.anchors)
    let targets = Set(names)
    for (id, place) in references where !targets.contains(id) {
      diagnostics.append(.missingTarget(id, near: nearest(to: id, among: names), at: place))
    }
    let parts = Set(galley.parts.map(\.id))
    for case .pages(let id) in printedReferences.sorted(by: { $0.id < $1.id })
    where targets.contains(id) && !parts.contains(id) {
      let place = references.first { $0.id == id }?.place
      diagnostics.append(.notAPart(id, known: galley.parts.map(\.id), at: place))
    }
  }
}

extension Diagnostic {
  fileprivate static func missingTarget(_ id: String, near: String?, at place: Place) -> Diagnostic
  {
    let question = near.map { name in
      Fix(
        Message(sv: "menade du '#\(name)'?", en: "did you mean '#\(name)'?"), replacement: nil)
    }
    return Diagnostic(
      .error, .missingTarget,
      Message(
        sv: "hänvisningen leder till '#\(id)', men inget i dokumentet heter så",
        en: "the reference leads to '#\(id)', but nothing in the document is called that"),
      at: place,
      fixes: [
        question
          ?? Fix(
            Message(
              sv: "rätta etiketten, eller ge rubriken, tabellen eller bilden den",
              en: "correct the label, or give it to the heading, table or figure"))
      ])
  }

  fileprivate static func notAPart(_ id: String, known: [String], at place: Place?) -> Diagnostic {
    let list = known.joined(separator: ", ")
    return Diagnostic(
      .error, .missingTarget,
      Message(
        sv: "'#\(id)' är ingen del med egna sidor, så sidorna kan inte räknas; delar är \(list)",
        en: "'#\(id)' is no part with pages of its own to be counted; parts are \(list)"),
      at: place == Place.none ? nil : place)
  }
}

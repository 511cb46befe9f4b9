import Diagnostics
import Input

extension Checkpoint {
  /// What can be wrong with a plan's allowances.
  static let ofAllowances: [Checkpoint] = [
    Checkpoint(
      id: "C010", chapter: .report, code: .allowanceUnused, severity: .warning,
      title: "Det som tillåts förekommer",
      what: "En post under 'tillåt' passar inte på något som kontrollen hittar.",
      why: """
        Felet är rättat, eller så är numret eller platsen fel. En kvarglömd post döljer nästa fel \
        av samma slag.
        """,
      example: """
        tillåt:
          - {id: C541, skäl: Målen följs i budgeten.}
        """,
      mend: "Ta bort posten, eller rätta dess id och plats."),
    Checkpoint(
      id: "C011", chapter: .report, code: .findingAllowed, severity: .note,
      title: "Det som tillåts redovisas",
      what: "Hur många fynd en post under 'tillåt' tillåter, med dess skäl.",
      why: "Den som granskar ska se vad som är accepterat och varför, utan att leta i planen.",
      example: "C541 tillåts på 3 ställen: Målen följs i budgeten.",
      mend: "Ingenting behöver göras."),
  ]
}

/// What a plan allows, `tillåt: [{id: C541, skäl: …, plats: mål[2]}]`, and how often it did.
final class Allowances {
  fileprivate struct Entry {
    var id: String
    var reason: String
    /// The path of the part of the plan that it holds for; empty for the whole.
    var part: String
    var place: Place
    var endColumn: Int
    /// How many findings it has allowed.
    var uses = 0

    func covers(_ finding: Diagnostic) -> Bool {
      guard finding.rule == id || finding.severity < .error && finding.code.rawValue == id else {
        return false
      }
      guard !part.isEmpty else { return true }
      guard let path = finding.path, path.hasPrefix(part) else { return false }
      return path.count == part.count || [".", "["].contains(path.dropFirst(part.count).first)
    }
  }

  fileprivate var entries: [Entry]

  /// What a plan says; of what its schema finds wrong there is nothing.
  init(_ plan: Value) {
    entries = (plan["tillåt"]?.list ?? []).compactMap { value in
      guard let id = value["id"]?.scalar, let reason = value["skäl"]?.scalar?.text,
        reason.contains(where: { !$0.isWhitespace })
      else { return nil }
      let place = id.places.start
      return Entry(
        id: id.text, reason: reason, part: value["plats"]?.scalar?.text ?? "", place: place,
        endColumn: Int(place.column) + id.text.unicodeScalars.count)
    }
  }
}

extension Run {
  /// Names the checkpoints of findings, and takes those that the plan allows out of the way.
  mutating func allow(_ allowances: Allowances, in plan: Value) {
    addPaths(from: plan)
    changeFindings { finding in
      if finding.rule == nil { finding.rule = Press.checkpointsByCode[finding.code]?.id }
      guard finding.allowance == nil,
        let index = allowances.entries.firstIndex(where: { $0.covers(finding) })
      else { return }
      allowances.entries[index].uses += 1
      finding.allowance = allowances.entries[index].reason
      finding.severity = .note
    }
  }

  /// Tells of each allowance how often it was used.
  mutating func tell(of allowances: Allowances) {
    for entry in allowances.entries {
      report(entry.uses == 0 ? .unused(entry) : .used(entry))
    }
  }
}

extension Diagnostic {
  fileprivate static func unused(_ entry: Allowances.Entry) -> Diagnostic {
    let part = entry.part.isEmpty ? "" : " i \(entry.part)"
    let partEn = entry.part.isEmpty ? "" : " in \(entry.part)"
    return Diagnostic(
      .warning, .allowanceUnused,
      Message(
        sv: "'\(entry.id)' tillåts\(part), men kontrollen hittar inget sådant",
        en: "'\(entry.id)' is allowed\(partEn), but the check finds none"),
      rule: "C010", at: entry.place, endColumn: entry.endColumn,
      fixes: [
        Fix(
          Message(
            sv: "ta bort posten, eller rätta dess id och plats",
            en: "take the entry away, or mend its id and place"))
      ])
  }

  fileprivate static func used(_ entry: Allowances.Entry) -> Diagnostic {
    let places =
      entry.uses == 1
      ? ("ett ställe", "one place") : ("\(entry.uses) ställen", "\(entry.uses) places")
    return Diagnostic(
      .note, .findingAllowed,
      Message(
        sv: "\(entry.id) tillåts på \(places.0): \(entry.reason)",
        en: "\(entry.id) is allowed in \(places.1): \(entry.reason)"),
      rule: "C011", at: entry.place, endColumn: entry.endColumn)
  }
}

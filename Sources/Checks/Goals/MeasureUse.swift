import Diagnostics
import Swedish

/// What has been said of one measure in the places so far, to hold the next against.
struct MeasureUse {
  private var name: (text: String, field: Field)?
  private var interval: (text: String, field: Field)?
  private var unit: (text: String, field: Field)?
  /// The targets by märke, group and year.
  private var targets: [String: (meanings: [TargetValue.Meaning], field: Field)] = [:]

  /// Takes in one more place, and gives what is otherwise than it was.
  mutating func add(_ measure: Measure) -> [Diagnostic] {
    var findings: [Diagnostic] = []
    if let name, name.text != measure.title {
      findings.append(
        measure.name.differs(
          sv: "mätetalet heter på ett annat ställe \(name.text.quoted)",
          en: "the measure is called \(name.text.quoted) elsewhere", from: name.field, .warning))
    } else {
      name = (measure.title, measure.name)
    }
    if let field = measure.interval, let text = field.text {
      if let interval, interval.text.lowercased() != text.lowercased() {
        findings.append(
          field.differs(
            sv: "mätetalet har på ett annat ställe periodiciteten \(interval.text.quoted)",
            en: "the measure is taken \(interval.text.quoted) elsewhere", from: interval.field,
            .warning))
      } else {
        interval = (text, field)
      }
    }
    // A year that stands twice in one place is another checkpoint's.
    var own: Set<String> = []
    for target in measure.targets where own.insert(target.whom).inserted {
      findings += add(target, of: measure)
    }
    return findings
  }

  private mutating func add(_ target: Measure.Target, of measure: Measure) -> [Diagnostic] {
    let said = target.readings.map(\.meaning)
    let key = measure.badge + "|" + target.whom
    if let earlier = targets[key], earlier.meanings != said {
      let value = earlier.field.text ?? ""
      return [
        target.field.differs(
          sv: "mätetalet har på ett annat ställe målvärdet \(value.quoted)",
          en: "the measure has the target \(value.quoted) elsewhere", from: earlier.field, .error)
      ]
    }
    targets[key] = (said, target.field)
    guard let text = target.readings.lazy.compactMap(\.quantity?.unit).first, !text.isEmpty else {
      return []
    }
    guard let unit, unit.text.lowercased() != text.lowercased() else {
      unit = (text, target.field)
      return []
    }
    return [
      target.field.differs(
        sv: "mätetalet räknas på ett annat ställe i \(unit.text.quoted)",
        en: "the measure is counted in \(unit.text.quoted) elsewhere", from: unit.field, .warning)
    ]
  }
}

extension Field {
  fileprivate func differs(
    sv: String, en: String, from other: Field, _ severity: Diagnostic.Severity
  ) -> Diagnostic {
    finding(
      .measureDiffers, sv: sv, en: en, severity: severity,
      notes: [other.note(sv: "där står det så här", en: "there it stands so")],
      fixes: [
        .init(
          Message(
            sv: "rätta det som är fel, eller skilj dem åt med märke eller 'för'",
            en: "mend what is wrong, or tell them apart by märke or 'för'"))
      ])
  }
}

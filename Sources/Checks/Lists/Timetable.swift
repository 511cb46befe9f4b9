import Diagnostics
import Swedish

extension Checkpoint {
  /// Times of an agenda that overlap, or leave a gap.
  static let timetable = Checkpoint(
    id: "C501", chapter: .lists, code: .timetable, severity: .error,
    title: "Dagordningens tider följer på varandra",
    what: """
      Varje punkt börjar när den före slutar, och den första när sammanträdet börjar. Att två \
      punkter pågår samtidigt är ett fel; en lucka, eller en annan början än sammanträdets, är en \
      varning. Punkter utan tid räknas inte.
      """,
    why: """
      De som ska föredra ett ärende kommer när kallelsen säger. Överlappar tiderna står någon och \
      väntar, och en lucka är oftast en paus som ingen har skrivit in.
      """,
    example: """
      - {namn: Läkemedel, tid: 13.10–13.40}
      - {namn: Intern kontroll, tid: 13.35–13.55}
      """,
    mend: "Rätta tiderna, eller skriv in pausen: {namn: Paus, slag: paus, tid: 14.25–14.40}.")
}

extension NamedCheck {
  /// The times of a list's items follow on each other.
  static let timetable = NamedCheck(
    name: "timetable",
    parameters: [
      .required("items"), .required("times", .path(within: "items")), .optional("start"),
    ],
    checkpoints: [.timetable]
  ) { data, arguments in
    var findings: [Diagnostic] = []
    // When the items so far are over, and the one that says so.
    var end: (time: ClockTimes.Time, field: Field)?
    var isFirst = true
    for item in arguments.entries("items", in: data.plan) {
      guard let field = arguments.field("times", in: item), let times = field.times else {
        continue
      }
      if isFirst, let start = arguments.field("start", in: data.plan),
        let meeting = start.times?.start, meeting != times.start
      {
        findings.append(.beginsApart(field, times.start, from: meeting, start))
      }
      isFirst = false
      if let end, times.start < end.time {
        findings.append(.overlap(field, times.start, before: end.time, end.field))
      } else if let end, end.time < times.start {
        findings.append(.gap(field, times.start, after: end.time, end.field))
      }
      // Of one that only begins nothing is known but that it has begun; one that is told of must
      // not make the rest look wrong too.
      let over = times.end ?? times.start
      if end.map({ $0.time < over }) ?? true { end = (over, field) }
    }
    return findings
  }
}

extension Diagnostic {
  fileprivate static func overlap(
    _ field: Field, _ start: ClockTimes.Time, before end: ClockTimes.Time, _ other: Field
  ) -> Diagnostic {
    field.finding(
      .timetable,
      sv: "punkten börjar \(start.text), men en tidigare punkt slutar \(end.text)",
      en: "the item begins at \(start.text), but an earlier one ends at \(end.text)",
      notes: [other.note(sv: "den slutar här", en: "it ends here")],
      fixes: [
        Fix(
          Message(
            sv: "låt punkten börja \(end.text), eller den andra sluta \(start.text)",
            en: "let the item begin at \(end.text), or the other end at \(start.text)"))
      ])
  }

  fileprivate static func gap(
    _ field: Field, _ start: ClockTimes.Time, after end: ClockTimes.Time, _ other: Field
  ) -> Diagnostic {
    field.finding(
      .timetable,
      sv: "punkten börjar \(start.text), men punkten före slutar redan \(end.text)",
      en: "the item begins at \(start.text), but the one before ends at \(end.text) already",
      severity: .warning, notes: [other.note(sv: "den slutar här", en: "it ends here")],
      fixes: [
        Fix(
          Message(
            sv: "rätta tiden, eller skriv in en paus \(end.text)–\(start.text)",
            en: "mend the time, or write a pause \(end.text)–\(start.text)"))
      ])
  }

  fileprivate static func beginsApart(
    _ field: Field, _ start: ClockTimes.Time, from meeting: ClockTimes.Time, _ other: Field
  ) -> Diagnostic {
    field.finding(
      .timetable,
      sv: "den första punkten börjar \(start.text), men sammanträdet \(meeting.text)",
      en: "the first item begins at \(start.text), but the meeting at \(meeting.text)",
      severity: .warning,
      notes: [other.note(sv: "sammanträdets tid står här", en: "the meeting's time stands here")],
      fixes: [
        Fix(Message(sv: "låt dem börja samtidigt", en: "let them begin at the same time"))
      ])
  }
}

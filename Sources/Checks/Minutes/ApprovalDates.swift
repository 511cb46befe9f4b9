import Diagnostics
import Swedish

extension Checkpoint {
  /// Minutes that are approved too late.
  static let approvalDate = Checkpoint(
    id: "C407", chapter: .minutes, code: .approvalLate, severity: .error,
    title: "Protokollet justeras inom fjorton dagar",
    what: "Protokollet justeras tidigast sammanträdets dag och senast fjorton dagar efter den.",
    why: "Kommunallagen 5 kap. 69 § säger att protokollet justeras senast fjorton dagar efteråt.",
    example: """
      datum: 2024-05-16
      justerat: 2024-06-05
      """,
    mend: "Rätta den dag som är fel.")

  /// A notice that goes up too late or comes down too soon.
  static let noticeDates = Checkpoint(
    id: "C408", chapter: .minutes, code: .noticeDates, severity: .error,
    title: "Anslaget sätts upp i tid och sitter uppe tre veckor",
    what: """
      Anslaget sätts upp tidigast när protokollet är justerat och senast två dagar efter det. Det \
      tas ned tidigast dagen efter de tre veckor då beslutet kan överklagas. Slutar de tre \
      veckorna på en lördag, söndag, helgdag, midsommarafton, julafton eller nyårsafton löper \
      tiden till nästa vardag. Tas anslaget ned innan de tre veckorna är slut är det ett fel; \
      därefter, men innan tiden är ute, en varning.
      """,
    why: """
      Justeringen tillkännages inom två dagar, och anslaget sitter uppe tills tiden för \
      överklagande har gått ut (kommunallagen 8 kap. 12 §).
      """,
    example: """
      justerat: 2024-05-23
      anslag: {uppsatt: 2024-05-24, tas_ned: 2024-06-07}
      """,
    mend: "Rätta den dag som är fel.")

  /// Minutes put up before they are approved.
  static let notApproved = Checkpoint(
    id: "C412", chapter: .minutes, code: .notApproved, severity: .error,
    title: "Bara det som är justerat anslås",
    what: """
      Ett protokoll vars anslag har en dag är justerat. Tills 'justerat' står i planen trycks "Ej \
      justerat" tvärs över varje sida.
      """,
    why: """
      Protokollet blir en allmän handling när det är justerat. Innan dess kan orden ändras, och ett \
      utdrag som sprids kan säga något annat än beslutet.
      """,
    example: """
      anslag: {uppsatt: 2024-05-24, tas_ned: 2024-06-15}
      # 'justerat' saknas
      """,
    mend: "Skriv dagen i 'justerat', eller ta bort anslaget tills protokollet är justerat.")
}

extension NamedCheck {
  /// The days of the meeting, the approval and the notice keep the times that the law sets.
  static let approvalDates = NamedCheck(
    name: "approval-dates",
    parameters: [
      .required("meeting"), .required("approved"), .optional("planned"), .optional("put-up"),
      .optional("taken-down"),
    ],
    checkpoints: [.approvalDate, .noticeDates, .notApproved]
  ) { data, arguments in
    func day(_ name: String) -> (field: Field, date: CalendarDate)? {
      guard let field = arguments.field(name, in: data.plan), let date = field.date else {
        return nil
      }
      return (field, date)
    }
    let meeting = day("meeting")
    let approved = day("approved")
    var diagnostics: [Diagnostic] = []
    for approval in [day("planned"), approved].compactMap(\.self) {
      guard let meeting else { continue }
      let days = approval.date.ordinal - meeting.date.ordinal
      if days < 0 || days > daysToApprove {
        diagnostics.append(.approvedOutside(days, approval.field, meeting.date, meeting.field))
      }
    }
    guard let putUp = day("put-up") else { return diagnostics }
    if let approved {
      let days = putUp.date.ordinal - approved.date.ordinal
      if days < 0 || days > daysToNotice {
        diagnostics.append(.putUpOutside(days, putUp.field, approved.date, approved.field))
      }
    } else {
      diagnostics.append(.putUpUnapproved(putUp.field, key: arguments.key("approved") ?? ""))
    }
    if let takenDown = day("taken-down") {
      let end = putUp.date.adding(days: daysOfNotice)
      if takenDown.date <= end.workingDay {
        diagnostics.append(
          .takenDownEarly(takenDown.date, takenDown.field, putUp.date, putUp.field, end: end))
      }
    }
    return diagnostics
  }
}

/// The most days from a meeting to the approval of its minutes.
private let daysToApprove = 14
/// The most days from there to the notice of it.
private let daysToNotice = 2
/// The days in which a decision can be appealed against.
private let daysOfNotice = 21

extension Diagnostic {
  fileprivate static func approvedOutside(
    _ days: Int, _ field: Field, _ meeting: CalendarDate, _ meetingField: Field
  ) -> Diagnostic {
    let last = meeting.adding(days: daysToApprove).iso
    return field.finding(
      .approvalDate,
      sv: days < 0
        ? "protokollet justeras före sammanträdet, som är \(meeting.iso)"
        : "protokollet justeras \(days) dagar efter sammanträdet; senast är \(last)",
      en: days < 0
        ? "the minutes are approved before the meeting, which is on \(meeting.iso)"
        : "the minutes are approved \(days) days after the meeting; the last day is \(last)",
      notes: [meetingField.note(sv: "sammanträdets dag", en: "the day of the meeting")])
  }

  fileprivate static func putUpOutside(
    _ days: Int, _ field: Field, _ approved: CalendarDate, _ approvedField: Field
  ) -> Diagnostic {
    let last = approved.adding(days: daysToNotice).iso
    return field.finding(
      .noticeDates,
      sv: days < 0
        ? "anslaget sätts upp innan protokollet är justerat, \(approved.iso)"
        : "anslaget sätts upp \(days) dagar efter justeringen; senast är \(last)",
      en: days < 0
        ? "the notice goes up before the minutes are approved, on \(approved.iso)"
        : "the notice goes up \(days) days after the approval; the last day is \(last)",
      notes: [approvedField.note(sv: "justeringens dag", en: "the day of the approval")])
  }

  /// `end` is the last of the three weeks, a working day or not.
  fileprivate static func takenDownEarly(
    _ day: CalendarDate, _ field: Field, _ putUp: CalendarDate, _ putUpField: Field,
    end: CalendarDate
  ) -> Diagnostic {
    let days = day.ordinal - putUp.ordinal
    let first = end.workingDay.adding(days: 1).iso
    var notes = [putUpField.note(sv: "anslaget sätts upp här", en: "the notice goes up here")]
    if !end.isWorkingDay {
      notes.append(
        Note(
          Message(
            sv: "de tre veckorna slutar \(end.iso), som är \(end.closedName.sv); tiden löper till "
              + "\(end.workingDay.iso)",
            en: "the three weeks end on \(end.iso), which is \(end.closedName.en); the time runs "
              + "to \(end.workingDay.iso)")))
    }
    return field.finding(
      .noticeDates,
      sv: "anslaget tas ned \(days) dagar efter att det sattes upp; tidigast är \(first)",
      en: "the notice comes down \(days) days after it went up; the first day is \(first)",
      severity: day < end ? .error : .warning, notes: notes,
      fixes: [Fix(Message(sv: "skriv \(first)", en: "write \(first)"), replacement: first)])
  }

  fileprivate static func putUpUnapproved(_ field: Field, key: String) -> Diagnostic {
    field.finding(
      .notApproved, sv: "anslaget har en dag, men protokollet är inte justerat",
      en: "the notice has a day, but the minutes are not approved",
      fixes: [
        Fix(
          Message(
            sv: "skriv '\(key): ' och dagen då protokollet justerades",
            en: "write '\(key): ' and the day when the minutes were approved"))
      ])
  }
}

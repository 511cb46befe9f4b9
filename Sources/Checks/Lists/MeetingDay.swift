import Diagnostics
import Swedish

extension Checkpoint {
  /// A meeting or a last day on a day when offices are closed.
  static let meetingDay = Checkpoint(
    id: "C503", chapter: .lists, code: .meetingOnWeekend, severity: .warning,
    title: "Sammanträden och sista dagar är på vardagar",
    what: """
      Sammanträdets dag, och den sista dagen för ett svar, är ingen lördag eller söndag, ingen \
      helgdag och ingen midsommarafton, julafton eller nyårsafton. Helgdagarna räknas ut för varje \
      år. Att dagen finns i almanackan, skriven 2023-11-29, har schemat redan sett till.
      """,
    why: """
      En dag som har blivit en lördag är nästan alltid ett skrivfel i månad eller år, och den som \
      ska svara senast långfredagen möter en stängd dörr.
      """,
    example: "datum: 2024-05-09   # Kristi himmelsfärdsdag",
    mend: """
      Rätta datumet. Är det verkligen den dagen: tillåt kontrollen i planen, med skälet. En sista dag \
      som någon annan har satt är bara en anmärkning.
      """)
}

extension NamedCheck {
  /// Meetings and last days are on days when offices are open.
  static let meetingDay = NamedCheck(
    name: "meeting-day", parameters: [.optional("day"), .optional("last-day")],
    checkpoints: [.meetingDay]
  ) { data, arguments in
    let meetings = arguments.entries("day", in: data.plan).compactMap { field in
      field.date.flatMap { $0.isWorkingDay ? nil : Diagnostic.meetingClosed(field, $0) }
    }
    return meetings
      + arguments.entries("last-day", in: data.plan).compactMap { field in
        field.date.flatMap { $0.isWorkingDay ? nil : Diagnostic.lastDayClosed(field, $0) }
      }
  }
}

extension CalendarDate {
  /// What a day is that is no working day: a holiday, or a day of the weekend.
  var closedName: (sv: String, en: String) {
    if let holiday { return (holiday.name, holiday.englishName) }
    return ("en \(weekday.name)", weekday == .saturday ? "a Saturday" : "a Sunday")
  }
}

extension Diagnostic {
  fileprivate static func meetingClosed(_ field: Field, _ day: CalendarDate) -> Diagnostic {
    field.finding(
      .meetingDay, sv: "\(day.iso) är \(day.closedName.sv)",
      en: "\(day.iso) is \(day.closedName.en)",
      fixes: [
        Fix(
          Message(
            sv: "rätta datumet, om sammanträdet är på en vardag",
            en: "mend the date, if the meeting is on a working day"))
      ])
  }

  fileprivate static func lastDayClosed(_ field: Field, _ day: CalendarDate) -> Diagnostic {
    let next = day.workingDay.iso
    return field.finding(
      .meetingDay, sv: "den sista dagen, \(day.iso), är \(day.closedName.sv)",
      en: "the last day, \(day.iso), is \(day.closedName.en)", severity: .note,
      fixes: [
        Fix(
          Message(
            sv: "rätta datumet, eller skriv nästa vardag, \(next)",
            en: "mend the date, or write the next working day, \(next)"))
      ])
  }
}

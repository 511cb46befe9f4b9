import Diagnostics
import Swedish

extension Checkpoint {
  /// A meeting on a Saturday or Sunday.
  static let meetingDay = Checkpoint(
    id: "C503", chapter: .lists, code: .meetingOnWeekend, severity: .warning,
    title: "Sammanträdet är på en vardag",
    what: """
      Sammanträdets dag är ingen lördag eller söndag. Att dagen finns i almanackan, skriven \
      2023-11-29, har schemat redan sett till.
      """,
    why: "En dag som har blivit en lördag är nästan alltid ett skrivfel i månad eller år.",
    example: "datum: 2023-11-25",
    mend: "Rätta datumet. Är det verkligen en helg: tillåt kontrollen i planen, med skälet.")
}

extension NamedCheck {
  /// Days are no days of a weekend.
  static let meetingDay = NamedCheck(
    name: "meeting-day", parameters: [.required("day")], checkpoints: [.meetingDay]
  ) { data, arguments in
    arguments.entries("day", in: data.plan).compactMap { field in
      guard let day = field.date, day.weekday.isWeekend else { return nil }
      return .onWeekend(field, day)
    }
  }
}

extension Diagnostic {
  fileprivate static func onWeekend(_ field: Field, _ day: CalendarDate) -> Diagnostic {
    field.finding(
      .meetingDay, sv: "\(day.iso) är en \(day.weekday.name)",
      en: "\(day.iso) is a \(day.weekday == .saturday ? "Saturday" : "Sunday")",
      fixes: [
        Fix(
          Message(
            sv: "rätta datumet, om sammanträdet är på en vardag",
            en: "mend the date, if the meeting is on a weekday"))
      ])
  }
}

extension NamedCheck {
  /// Checks of calls to meetings and of lists out of a registry.
  static let listChecks: [NamedCheck] = [
    .timetable, .decisionDocuments, .meetingDay, .registerEntries,
  ]
}

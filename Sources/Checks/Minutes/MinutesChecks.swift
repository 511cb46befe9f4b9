extension NamedCheck {
  /// Checks of minutes.
  static let minutesChecks: [NamedCheck] = [
    .paragraphOrder, .paragraphParts, .participation, .approvalDates, .motionOutcomes,
    .recipients, .attachments,
  ]

  /// Checks of an office's letters.
  static let letterChecks: [NamedCheck] = [.letterParts, .datedDocuments]
}

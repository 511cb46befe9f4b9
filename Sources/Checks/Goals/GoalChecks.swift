extension NamedCheck {
  /// Checks of goals, measures and what they are to reach.
  static let goalChecks: [NamedCheck] = [
    .targetYears, .goalsMeasured, .measures, .statusWords, .oneWording, .prompts, .noteCalls,
  ]
}

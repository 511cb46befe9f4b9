import Diagnostics

extension NamedCheck {
  /// Who served, voted, moved, dissented and was disqualified fit together.
  static let participation = NamedCheck(
    name: "participation",
    parameters: [
      .required("serving"), .required("name", .path(within: "serving")),
      .optional("replaces", .path(within: "serving")),
      .optional("during", .path(within: "serving")), .optional("absent"),
      .optional("substitutes"), .optional("seats"), .required("items"),
      .required("number", .path(within: "items")),
      .optional("disqualified", .path(within: "items")),
      .optional("disqualified-name", .path(within: "disqualified")),
      .optional("stand-in", .path(within: "disqualified")),
      .optional("movers", .path(within: "items")),
      .optional("dissenters", .path(within: "items")),
      .optional("speakers", .path(within: "items")),
      .optional("ballots", .path(within: "items")),
      .optional("secret", .path(within: "ballots")),
      .optional("yes", .path(within: "ballots")), .optional("no", .path(within: "ballots")),
      .optional("abstained", .path(within: "ballots")),
      .optional("casting", .path(within: "ballots")),
      .optional("votes", .path(within: "ballots")), .optional("voter", .path(within: "votes")),
      .optional("vote", .path(within: "votes")),
    ],
    checkpoints: [.votes, .statementsBy, .disqualified, .substitutes, .quorum]
  ) { data, arguments in
    let attendance = Attendance(data, arguments)
    var diagnostics = attendance.findings(ofSubstitutesIn: data, arguments)
    for paragraph in attendance.paragraphs {
      diagnostics += attendance.findings(ofBallotsIn: paragraph, arguments)
      diagnostics += attendance.findings(ofStatementsIn: paragraph, arguments)
      diagnostics += attendance.findings(ofDisqualifiedIn: paragraph, arguments)
    }
    return diagnostics + attendance.findings(ofQuorumIn: data, arguments)
  }
}

import Diagnostics

// What a plan may say wrongly of its kind.

extension Diagnostic {
  /// The organisation's file where a plan should be.
  static func organisationIsNoPlan(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .missingKey,
      Message(
        sv: "det här är organisationens fil och ingen plan: den läses med varje plan i mappen",
        en: "this is the organisation's file and no plan: it is read with every plan in the folder"),
      at: place)
  }

  /// A plan without `mall`.
  static func kindMissing(
    _ names: [String], near: String?, at place: Place
  ) -> Diagnostic {
    let list = names.joined(separator: ", ")
    if let near {
      return Diagnostic(
        .error, .missingKey,
        Message(
          sv: "'mall' saknas, men här står '\(near)'",
          en: "'mall' is missing, but here is '\(near)'"),
        at: place,
        fixes: [
          Fix(Message(sv: "menade du 'mall'?", en: "did you mean 'mall'?"), replacement: "mall")
        ])
    }
    return Diagnostic(
      .error, .missingKey,
      Message(
        sv: "'mall' saknas: planen säger inte vilket slags dokument den är",
        en: "'mall' is missing: the plan does not say what kind of document it is"),
      at: place,
      fixes: names.isEmpty
        ? []
        : [
          Fix(
            Message(
              sv: "skriv 'mall: ' och en av \(list) överst i planen",
              en: "write 'mall: ' and one of \(list) at the top of the plan"))
        ])
  }

  /// A plan that is written for another version of its kind.
  static func otherVersion(
    asked: String, found: String, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, .otherVersion,
      Message(
        sv: "planen är skriven för version \(asked) av dokumentslaget, men här finns \(found)",
        en: "the plan is written for version \(asked) of the kind, but there is version \(found)"),
      at: place,
      fixes: [
        Fix(
          Message(
            sv: "läs i dokumentslagets README vad som ändrats, och skriv '@\(found)'",
            en: "read in the kind's README what has changed, and write '@\(found)'"))
      ])
  }
}

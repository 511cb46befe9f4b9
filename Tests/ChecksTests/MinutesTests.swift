import Diagnostics
import Foundation
import TestSupport
import Testing

/// The checks of minutes, each with a plan that breaks it; the first one breaks none.
struct MinutesTests {
  /// Minutes with some places to put faults in.
  private func minutes(
    range: String = "omfattar: 41–42", approved: String = "justerat: 2024-05-23",
    notice: String = "anslag: {uppsatt: 2024-05-25, tas_ned: 2024-06-18}",
    serving: String = "{namn: Jonas Vik, parti: V, ersätter: Rut Sand}",
    first: String = "nummer: 41", case number: String = "diarienummer: RM 2024/112",
    disqualified: String = "{namn: Per Holm, ersätts_av: Maj Ek}",
    motion: String = "{av: Bo Lind (S), text: avslag., utfall: avslag}",
    counts: String = "ja: 3, nej: 1, avstår: 1", vote: String = "{namn: Stig Ask, röst: ja}",
    reservation: String = "{av: Bo Lind (S), text: Se bilaga 1.}",
    document: String = "{titel: Kalkyl, bilaga: 1}", recipients: String = "skickas_till: Kliniken",
    tail: String = ""
  ) -> String {
    """
    mall: protokoll
    titel: Protokoll
    organ: Tandvårdsnämnden
    datum: 2024-05-16
    tid: 2024-05-16 kl. 13.00
    \(range)
    antal_ledamöter: 5
    beslutande:
      - {namn: Ingrid Falk, parti: C}
      - {namn: Bo Lind, parti: S}
      - {namn: Stig Ask, parti: M}
      - \(serving)
      - {namn: Per Holm, parti: KD}
    frånvarande:
      - {namn: Rut Sand, parti: V}
    ersättare:
      - {namn: Maj Ek, parti: C}
    \(approved)
    \(notice)
    bilagor:
      - {nummer: 1, titel: Kalkyl}
    paragrafer:
      - \(first)
        rubrik: Dagordningen
        diarienummer: utan dnr
        beslut: Nämnden godkänner dagordningen.
      - nummer: 42
        rubrik: Öppettider
        \(number)
        beslut: Kliniken har öppet två kvällar i veckan.
        jäv:
          - \(disqualified)
        yrkanden:
          - \(motion)
        omröstningar:
          - {\(counts), röster: [{namn: Ingrid Falk, röst: ja}, {namn: Bo Lind, röst: nej}, \(vote), {namn: Jonas Vik, röst: avstår}, {namn: Maj Ek, röst: ja}]}
        reservationer:
          - \(reservation)
        protokollsanteckningar:
          - {av: Maj Ek (C), text: Jag vill se en redovisning.}
        beslutsunderlag:
          - \(document)
        \(recipients)
    \(tail)
    """
  }

  private func expect(
    _ plan: String, _ expected: [MarkedText.Expected] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try CheckFixture(kind: "protokoll").expect(plan, expected, sourceLocation: sourceLocation)
  }

  @Test func `minutes that just keep every rule have no finding`() throws {
    try expect(minutes())
    // The last days that there are.
    try expect(
      minutes(
        approved: "justerat: 2024-05-30",
        notice: "anslag: {uppsatt: 2024-06-01, tas_ned: 2024-06-25}"))
  }

  @Test func `C401 finds paragraphs twice, out of order, outside and missing`() throws {
    try expect(
      minutes(first: "nummer: 43").replacing("nummer: 42", "nummer: 1️⃣42")
        .replacing("omfattar: 41–42", "omfattar: 42–43"), [.at(1, .paragraphOrder)])
    try expect(
      minutes(first: "nummer: 42").replacing(
        "- nummer: 42\n    rubrik: Ö", "- nummer: 1️⃣42\n    rubrik: Ö"
      )
      .replacing("omfattar: 41–42", "omfattar: 42"), [.at(1, .paragraphOrder)])
    try expect(minutes(range: "omfattar: 1️⃣41–44"), [.at(1, .paragraphOrder)])
    try expect(minutes(range: "omfattar: 41–44\nutdrag: ja"))
    try expect(
      minutes(range: "omfattar: 42–44\nutdrag: ja", first: "nummer: 1️⃣41"),
      [.at(1, .paragraphOrder)])
  }

  @Test func `C402 finds a paragraph without a heading, a number or a decision`() throws {
    try expect(
      minutes(range: "omfattar: 41–43", tail: "  - nummer: 1️⃣43\n    rubrik: Övrigt"),
      [.at(1, .paragraphParts)])
    let information = "  - {nummer: 43, rubrik: Övrigt, diarienummer: utan dnr, information: ja}"
    try expect(minutes(range: "omfattar: 41–43", tail: information))
    try expect(
      minutes(case: "id: a").replacing("nummer: 42", "nummer: 1️⃣42"), [.at(1, .paragraphParts)])
  }

  @Test func `C403 finds votes that do not add up, that are cast twice, and that are missing`()
    throws
  {
    try expect(minutes(counts: "ja: 1️⃣4, nej: 1, avstår: 1"), [.at(1, .votes)])
    try expect(
      minutes(counts: "ja: 1️⃣3, nej: 2️⃣1, avstår: 1", vote: "{namn: Stig Ask, röst: nej}"),
      [.at(1, .votes), .at(2, .votes)])
    try expect(
      minutes(vote: "{namn: Stig Ask, röst: ja}, {namn: 1️⃣Ali Berg, röst: ja}")
        .replacing("ja: 3", "ja: 4"), [.at(1, .votes)])
    try expect(
      minutes(vote: "{namn: 1️⃣Bo Lind, röst: ja}").replacing("- {ja: 3", "- 2️⃣{ja: 3"),
      [.at(1, .votes), .at(2, .votes)])
    try expect(
      minutes(counts: "ja: 1, nej: 1️⃣1, avstår: 3")
        .replacing("röst: ja", "röst: avstår").replacing("Falk, röst: avstår", "Falk, röst: ja")
        .replacing("Vik, röst: avstår", "Vik, röst: avstår"), [.at(1, .votes)])
  }

  @Test func `C403 counts a secret ballot against those who served`() throws {
    func ballot(_ counts: String) -> String {
      var plan = minutes()
      let start = plan.range(of: "      - {ja: 3")?.lowerBound ?? plan.startIndex
      let end = plan.range(of: "    reservationer:")?.lowerBound ?? plan.endIndex
      plan.replaceSubrange(start..<end, with: "      - \(counts)\n")
      return plan
    }
    try expect(ballot("{sluten: ja, ja: 3, nej: 2}"))
    try expect(ballot("1️⃣{sluten: ja, ja: 3, nej: 3, utslagsröst: ja}"), [.at(1, .votes)])
  }

  @Test func `C404 finds reservations and motions by those who did not serve`() throws {
    try expect(
      minutes(reservation: "{av: [Bo Lind (S), 1️⃣Ali Berg (S)]}"), [.at(1, .notAParticipant)])
    try expect(
      minutes(motion: "{av: 1️⃣Rut Sand (V), text: avslag., utfall: avslag}"),
      [.at(1, .notAParticipant)])
    try expect(
      minutes().replacing("{av: Maj Ek (C), text: Jag", "{av: 1️⃣Maja Ek (C), text: Jag"),
      [.at(1, .notAParticipant)])
  }

  @Test func `C405 finds the disqualified among voters and movers`() throws {
    try expect(
      minutes(motion: "{av: 1️⃣Per Holm (KD), text: bifall., utfall: bifall}"),
      [.at(1, .disqualifiedTakesPart)])
    try expect(
      minutes(
        counts: "ja: 4, nej: 1, avstår: 1",
        vote: "{namn: Stig Ask, röst: ja}, {namn: 1️⃣Per Holm, röst: ja}"),
      [.at(1, .disqualifiedTakesPart)])
  }

  @Test func `C406 finds a substitute whose member is there, or who is none`() throws {
    try expect(
      minutes(serving: "{namn: Jonas Vik, parti: V, ersätter: 1️⃣Bo Lind}"),
      [.at(1, .substituteWithoutPlace)])
    try expect(
      minutes(serving: "{namn: Jonas Vik, parti: V, ersätter: 1️⃣Ruth Sand}"),
      [.at(1, .substituteWithoutPlace)])
    try expect(
      minutes(
        serving: "{namn: Jonas Vik, parti: V, ersätter: Amira Haddad, paragrafer: 42}\n"
          + "  - {namn: Amira Haddad, parti: S, paragrafer: 41}"
      ).replacing("frånvarande:\n  - {namn: Rut Sand, parti: V}\n", ""))
    try expect(
      minutes().replacing(
        "namn: Maj Ek, parti: C}", "namn: Maj Ek, parti: C}\n  - {namn: 1️⃣Stig Ask}"),
      [.at(1, .substituteWithoutPlace)])
  }

  @Test func `C407 finds minutes that are approved too late, or before the meeting`() throws {
    try expect(
      minutes(
        approved: "justerat: 1️⃣2024-05-31",
        notice: "anslag: {uppsatt: 2024-06-01, tas_ned: 2024-06-25}"),
      [.at(1, .approvalLate)])
    try expect(
      minutes(approved: "justering: {datum: 1️⃣2024-05-15}", notice: "profil: utskrift"),
      [.at(1, .approvalLate)])
  }

  @Test func `C408 finds a notice that goes up late or comes down early`() throws {
    try expect(
      minutes(notice: "anslag: {uppsatt: 1️⃣2024-05-26, tas_ned: 2024-06-18}"),
      [.at(1, .noticeDates)])
    try expect(
      minutes(notice: "anslag: {uppsatt: 2024-05-25, tas_ned: 1️⃣2024-06-14}"),
      [.at(1, .noticeDates)])
    try expect(
      minutes(notice: "anslag: {uppsatt: 2024-05-25, tas_ned: 1️⃣2024-06-15}"),
      [.at(1, .noticeDates)])
  }

  @Test(arguments: [
    ("2024-05-23", "2024-06-14", nil), ("2024-05-23", "2024-06-13", Diagnostic.Severity.warning),
    ("2024-05-23", "2024-06-12", .error),
    // The three weeks end on a Saturday: the time runs to Monday.
    ("2024-05-25", "2024-06-14", .error), ("2024-05-25", "2024-06-17", .warning),
    ("2024-05-25", "2024-06-18", nil),
  ])
  func `C408 lets the time run on from a day when offices are closed`(
    up: String, down: String, severity: Diagnostic.Severity?
  ) throws {
    let found = try CheckFixture(kind: "protokoll").findings(
      MarkedText(minutes(notice: "anslag: {uppsatt: \(up), tas_ned: \(down)}")))
    #expect(found.first { $0.code == .noticeDates }?.severity == severity)
  }

  @Test func `C409 finds a motion without an outcome`() throws {
    try expect(
      minutes(motion: "1️⃣{av: Bo Lind (S), text: avslag.}"), [.at(1, .motionWithoutOutcome)])
  }

  @Test func `a paragraph that is written with its sign is told with one`() throws {
    let plan = minutes(recipients: "id: öppettider").replacing("nummer: 42", "nummer: § 42")
    let found = try CheckFixture(kind: "protokoll").findings(MarkedText(plan))
    #expect(found.map(\.message.sv) == ["§ 42 säger inte vart beslutet skickas"])
  }

  @Test func `C410 notes a decision in a case that goes to nobody`() throws {
    try expect(
      minutes(recipients: "id: öppettider").replacing("nummer: 42", "nummer: 1️⃣42"),
      [.at(1, .recipientsMissing)])
    try expect(
      minutes(recipients: "id: öppettider").replacing(
        "Kliniken har öppet två kvällar i veckan.", "Nämnden lägger rapporten till handlingarna."))
  }

  @Test func `C411 finds appendices that are not there`() throws {
    try expect(
      minutes(document: "{titel: Kalkyl, bilaga: 1️⃣2}"), [.at(1, .attachmentMissing)])
    try expect(
      minutes(reservation: "{av: Bo Lind (S), text: 1️⃣Se bilaga 3.}"),
      [.at(1, .attachmentMissing)])
  }

  @Test func `C412 finds minutes that are put up before they are approved`() throws {
    try expect(
      minutes(approved: "profil: utskrift")
        .replacing("uppsatt: 2024-05-25", "uppsatt: 1️⃣2024-05-25"), [.at(1, .notApproved)])
  }

  @Test func `C413 finds paragraphs that too few or too many served in`() throws {
    try expect(
      minutes(first: "nummer: 1️⃣41").replacing("antal_ledamöter: 5", "antal_ledamöter: 10")
        .replacing("nummer: 42", "nummer: 2️⃣42"), [.at(1, .noQuorum), .at(2, .noQuorum)])
    try expect(
      minutes(first: "nummer: 1️⃣41").replacing("antal_ledamöter: 5", "antal_ledamöter: 4")
        .replacing("nummer: 42", "nummer: 2️⃣42"), [.at(1, .noQuorum), .at(2, .noQuorum)])
    try expect(minutes().replacing("antal_ledamöter: 5", "antal_ledamöter: 9"))
  }
}

extension String {
  /// The text with one text in place of another.
  fileprivate func replacing(_ old: String, _ new: String) -> String {
    replacingOccurrences(of: old, with: new)
  }
}

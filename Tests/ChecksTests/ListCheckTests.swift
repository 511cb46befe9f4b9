import Diagnostics
import TestSupport
import Testing

struct ListCheckTests {
  private func agenda(_ items: String, tid: String = #""13.00""#, slag: String = "information")
    -> String
  {
    """
    mall: kallelse
    organ: Presidiet
    datum: 2023-11-29
    tid: \(tid)
    dagordning:
      - grupp: A
        slag: \(slag)
        punkter:
    \(items)

    """
  }

  // MARK: C501

  @Test func `an agenda whose items follow on each other holds, over groups and pauses`() throws {
    try CheckFixture(kind: "kallelse").expect(
      agenda(
        """
              - {namn: B, tid: 13.00–13.10}
              - {namn: Utan tid}
              - {namn: Paus, slag: paus, tid: 13.10–13.25}
          - grupp: C
            punkter:
              - {namn: D, tid: 13.25–13.30}
              - {namn: Bara början, tid: "13.30"}
        """))
  }

  @Test func `an item that begins before the one before ends is an error`() throws {
    try CheckFixture(kind: "kallelse").expect(
      agenda(
        """
              - {namn: B, tid: 13.00–13.40}
              - {namn: C, tid: 1️⃣13.35–13.38}
              - {namn: D, tid: 2️⃣13.38–13.50}
              - {namn: E, tid: 13.50–13.55}
        """), [.at(1, .timetable), .at(2, .timetable)])
  }

  @Test func `a gap, and another beginning than the meeting's, are warnings`() throws {
    let plan = MarkedText(
      agenda(
        """
              - {namn: B, tid: 1️⃣13.05–13.10}
              - {namn: C, tid: 2️⃣13.11–13.20}
        """))
    let found = try CheckFixture(kind: "kallelse").findings(plan)
    plan.expect(found, [.at(1, .timetable), .at(2, .timetable)])
    #expect(found.allSatisfy { $0.severity == .warning && $0.rule == "C501" })
  }

  // MARK: C502

  @Test func `an item for decision has a document, or says why not`() throws {
    try CheckFixture(kind: "kallelse").expect(
      agenda(
        """
              - {namn: B, handlingar: [Tjänsteskrivelse]}
              - {namn: C, utan_handling: Muntlig föredragning}
              - {namn: Paus, slag: paus}
        """, slag: "beslut"))
    try CheckFixture(kind: "kallelse").expect(agenda("      - {namn: B}"))
    try CheckFixture(kind: "kallelse").expect(
      agenda(
        """
              - {namn: B, handlingar: [Tjänsteskrivelse]}
              - {namn: 1️⃣C, handlingar: []}
              - {namn: 2️⃣D, slag: punkt}
        """, slag: "beslut"),
      [.at(1, .decisionWithoutDocuments), .at(2, .decisionWithoutDocuments)])
  }

  // MARK: C503

  @Test func `a meeting on a Friday holds, one on a Saturday is asked about`() throws {
    let plan = { (day: String) in
      "mall: kallelse\norgan: A\ndatum: \(day)\ndagordning: [{punkter: [{namn: B}]}]\n"
    }
    try CheckFixture(kind: "kallelse").expect(plan("2023-11-24"))
    try CheckFixture(kind: "kallelse").expect(plan("1️⃣2023-11-25"), [.at(1, .meetingOnWeekend)])
    try CheckFixture(kind: "kallelse").expect(plan("1️⃣2023-11-26"), [.at(1, .meetingOnWeekend)])
  }

  @Test(arguments: [
    ("2024-05-09", "2024-05-09 är Kristi himmelsfärdsdag"),
    ("2023-06-23", "2023-06-23 är midsommarafton"), ("2024-03-31", "2024-03-31 är påskdagen"),
    ("2023-11-04", "2023-11-04 är alla helgons dag"), ("2024-05-08", nil),
  ])
  func `a meeting on a holiday is told with the day's name`(day: String, says: String?) throws {
    let found = try CheckFixture(kind: "kallelse").findings(
      MarkedText("mall: kallelse\norgan: A\ndatum: \(day)\ndagordning: [{punkter: [{namn: B}]}]\n"))
    #expect(found.map(\.message.sv) == [says].compactMap(\.self))
  }

  @Test func `a last day for answers on a holiday is told with the next working day`() throws {
    let found = try CheckFixture(kind: "arendelista").findings(
      MarkedText(
        """
        mall: arendelista
        utskriftsdatum: 2023-11-20
        dokument: [{id: 2023.1, datum: 2023-11-01, ärendemening: A, svar_senast: 2023-12-23}]

        """))
    #expect(found.map(\.severity) == [.note])
    #expect(found.map(\.message.sv) == ["den sista dagen, 2023-12-23, är en lördag"])
    #expect(
      found.flatMap(\.fixes).map(\.message.sv)
        == ["rätta datumet, eller skriv nästa vardag, 2023-12-27"])
  }

  // MARK: C530

  private let head = """
    mall: delegationslista
    utskriftsdatum: 2023-12-06
    sammanträdesdatum: 2023-12-13
    period: {från: 2023-11-03, till: 2023-12-04}
    delegationsordning: [{punkt: FS 4.5.4}, {punkt: FS 4.5.5}]
    beslut:

    """

  @Test func `decisions on the period's first and last day, each with numbers of its own, hold`()
    throws
  {
    try CheckFixture(kind: "delegationslista").expect(
      head + """
          - {id: 2023.15287, paragraf: §90/2023, datum: 2023-11-03, beslutsfattare: A, kategori: FS 4.5.4}
          - {id: 2023.15288, paragraf: §91/2023, datum: 2023-12-04, beslutsfattare: A, kategori: FS 4.5.5}
          - {id: 2023.15289, datum: 2023-12-04, beslutsfattare: A}

        """)
  }

  @Test func `a number that stands twice, a day out of the period and a clause that is none`()
    throws
  {
    try CheckFixture(kind: "delegationslista").expect(
      head + """
          - {id: 2023.15287, paragraf: §90/2023, datum: 1️⃣2023-11-02, beslutsfattare: A, kategori: FS 4.5.4}
          - {id: 2️⃣2023.15287, paragraf: 3️⃣§ 90/2023, datum: 4️⃣2023-12-05, beslutsfattare: A, kategori: 5️⃣FS 4.5.6}

        """,
      [
        .at(1, .dayOutsidePeriod), .at(2, .entryTwice), .at(3, .entryTwice),
        .at(4, .dayOutsidePeriod), .at(5, .unknownClause),
      ])
  }

  @Test func `a list out of the registry holds nothing later than the day it was taken out`()
    throws
  {
    let head = "mall: ärendelista\nutskriftsdatum: 2023-11-01\ndokument:\n"
    try CheckFixture(kind: "arendelista").expect(
      head + "  - {id: 2023.1, datum: 2023-11-01}\n  - {id: 2023.2, datum: 2023-10-30}\n")
    try CheckFixture(kind: "arendelista").expect(
      head + "  - {id: 2023.1, datum: 1️⃣2023-11-02}\n  - {id: 2️⃣2023.1, datum: 2023-10-30}\n",
      [.at(1, .dayOutsidePeriod), .at(2, .entryTwice)])
  }
}

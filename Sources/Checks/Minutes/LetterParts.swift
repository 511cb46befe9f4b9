import Diagnostics

extension Checkpoint {
  /// A letter's parts that are missing or out of order.
  static let letterParts = Checkpoint(
    id: "C510", chapter: .lists, code: .letterParts, severity: .warning,
    title: "Tjänsteskrivelsens delar finns, i ordning",
    what: """
      En tjänsteskrivelse har förslag till beslut i hela meningar, sammanfattning, bedömning, \
      beslutsunderlag och mottagare, och avsnitten står i ordningen ärendet, bedömningen, \
      konsekvenserna: först de ekonomiska, sedan för barn, jämställdhet och miljö.
      """,
    why: """
      Nämnden läser förslaget först och ska kunna besluta efter det. Saknas bedömningen vet den \
      inte varför; står delarna i annan ordning är de svåra att hitta.
      """,
    example: """
      förslag: [öppet två kvällar]
      avsnitt:
        - rubrik: Ekonomiska konsekvenser
        - rubrik: Ärendet
      """,
    mend: "Skriv den del som saknas, flytta avsnittet, eller gör förslaget till en hel mening.")
}

extension NamedCheck {
  /// The parts of a letter are there, its proposals are sentences, its sections in order.
  static let letterParts = NamedCheck(
    name: "letter-parts",
    parameters: [
      .required("proposals"), .required("summary"), .required("documents"),
      .required("recipients"), .required("headings"), .required("order", .text),
      .required("needed", .text),
    ],
    checkpoints: [.letterParts]
  ) { data, arguments in
    var diagnostics: [Diagnostic] = []
    for name in ["summary", "documents", "recipients"]
    where arguments.entries(name, in: data.plan).isEmpty {
      diagnostics.append(.partMissing(arguments.key(name) ?? name, data.plan))
    }
    for proposal in arguments.entries("proposals", in: data.plan) {
      // What a begun plan asks for is told by another check.
      guard let text = proposal.text, !text.contains("⟨") else { continue }
      if text.first?.isUppercase != true || text.last != "." {
        diagnostics.append(.noSentence(proposal))
      }
    }
    let order = arguments.texts("order").map { $0.lowercased() }
    var last: (rank: Int, field: Field)?
    var ranks: Set<Int> = []
    for heading in arguments.fields("headings", in: data.plan) {
      guard let text = heading.text?.lowercased(),
        let rank = order.firstIndex(where: { text.hasPrefix($0) })
      else { continue }
      ranks.insert(rank)
      if let last, rank < last.rank { diagnostics.append(.sectionOutOfOrder(heading, last.field)) }
      if rank > last?.rank ?? -1 { last = (rank, heading) }
    }
    for needed in arguments.texts("needed") {
      let found = order.indices.contains { index in
        ranks.contains(index) && order[index] == needed.lowercased()
      }
      if !found { diagnostics.append(.sectionMissing(needed, data.plan)) }
    }
    return diagnostics
  }
}

extension Diagnostic {
  fileprivate static func partMissing(_ key: String, _ plan: Field) -> Diagnostic {
    plan.finding(
      .letterParts, sv: "skrivelsen har inget '\(key)'", en: "the letter has no '\(key)'")
  }

  fileprivate static func sectionMissing(_ name: String, _ plan: Field) -> Diagnostic {
    plan.finding(
      .letterParts, sv: "skrivelsen har inget avsnitt '\(name)'",
      en: "the letter has no section '\(name)'")
  }

  fileprivate static func noSentence(_ field: Field) -> Diagnostic {
    field.finding(
      .letterParts,
      sv: "ett förslag till beslut är en hel mening, med stor bokstav och punkt",
      en: "a proposal is a whole sentence, with a capital and a full stop")
  }

  fileprivate static func sectionOutOfOrder(_ field: Field, _ before: Field) -> Diagnostic {
    field.finding(
      .letterParts,
      sv: "'\(field.text ?? "")' brukar stå före '\(before.text ?? "")'",
      en: "'\(field.text ?? "")' usually stands before '\(before.text ?? "")'",
      notes: [
        before.note(sv: "'\(before.text ?? "")' står här", en: "'\(before.text ?? "")' stands here")
      ])
  }
}

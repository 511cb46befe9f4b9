import Diagnostics

extension Checkpoint {
  /// Votes that do not add up.
  static let votes = Checkpoint(
    id: "C403", chapter: .minutes, code: .votes, severity: .error,
    title: "Rösterna stämmer",
    what: """
      I en öppen omröstning har var och en som tjänstgjorde i ärendet röstat en gång och ingen \
      annan, och antalen ja, nej och avstår är listans. I en sluten är de tillsammans så många som \
      tjänstgjorde. Väger rösterna lika står ordförandens utslagsröst.
      """,
    why: """
      Protokollet ska redovisa omröstningar och hur var och en har röstat i de öppna \
      (kommunallagen 5 kap. 67 §). En omröstning som inte går ihop kan göra beslutet olagligt.
      """,
    example: """
      omröstningar:
        - ja: 4
          nej: 3
          röster:
            - {namn: Ingrid Falk, röst: ja}
            - {namn: Bo Lind, röst: nej}
      """,
    mend: "Rätta rösten, antalet eller listan över dem som tjänstgjorde.")
}

extension Attendance {
  /// What is wrong with a paragraph's votes.
  func findings(ofBallotsIn paragraph: Paragraph, _ arguments: CheckArguments) -> [Diagnostic] {
    arguments.entries("ballots", in: paragraph.field).flatMap { ballot -> [Diagnostic] in
      let isSecret = arguments.field("secret", in: ballot)?.isYes ?? false
      let votes = arguments.entries("votes", in: ballot)
      var diagnostics = isSecret ? [] : findings(ofVoters: votes, paragraph, ballot, arguments)
      diagnostics += findings(ofCounts: ballot, votes, paragraph, arguments)
      return diagnostics
    }
  }

  /// Each who serves votes once, and nobody else.
  private func findings(
    ofVoters votes: [Field], _ paragraph: Paragraph, _ ballot: Field, _ arguments: CheckArguments
  ) -> [Diagnostic] {
    guard !votes.isEmpty else { return [] }
    var diagnostics: [Diagnostic] = []
    var voted: [String: Field] = [:]
    let serving = names(servingAt: paragraph)
    let away = Set(paragraph.disqualified.map(\.name))
    for vote in votes {
      guard let voter = arguments.field("voter", in: vote), let text = voter.text else { continue }
      let name = personName(text)
      if let first = voted.updateValue(voter, forKey: name) {
        diagnostics.append(.votedTwice(name, voter, first: first))
      } else if !self.serving.isEmpty, !serving.contains(name), !away.contains(name) {
        diagnostics.append(.votedWithoutServing(name, voter, among: serving))
      }
    }
    let missing = serving.filter { voted[$0] == nil }
    if !missing.isEmpty { diagnostics.append(.didNotVote(missing, ballot)) }
    return diagnostics
  }

  /// The numbers are those of the list, and all together as many as served.
  private func findings(
    ofCounts ballot: Field, _ votes: [Field], _ paragraph: Paragraph, _ arguments: CheckArguments
  ) -> [Diagnostic] {
    let options = [("yes", "ja"), ("no", "nej"), ("abstained", "avstår")]
    var diagnostics: [Diagnostic] = []
    var sum = 0
    var counted = false
    for (argument, _) in options {
      guard let field = arguments.field(argument, in: ballot), let count = field.count else {
        continue
      }
      sum += count
      counted = true
      guard !votes.isEmpty, let key = arguments.key(argument) else { continue }
      let cast = votes.count { arguments.field("vote", in: $0)?.text == key }
      if cast != count { diagnostics.append(.countDiffers(key, count, cast: cast, field)) }
    }
    let serving = names(servingAt: paragraph).count
    if counted, votes.isEmpty, serving > 0, sum != serving {
      diagnostics.append(.sumDiffers(sum, serving: serving, ballot))
    }
    if let yes = arguments.field("yes", in: ballot)?.count,
      let no = arguments.field("no", in: ballot), no.count == yes,
      arguments.key("casting") != nil, arguments.field("casting", in: ballot) == nil
    {
      diagnostics.append(.undecided(yes, no, key: arguments.key("casting") ?? ""))
    }
    return diagnostics
  }
}

extension Diagnostic {
  fileprivate static func votedTwice(_ name: String, _ field: Field, first: Field) -> Diagnostic {
    field.finding(
      .votes, sv: "\(name) har röstat två gånger", en: "\(name) has voted twice",
      notes: [first.note(sv: "första gången här", en: "the first time here")])
  }

  fileprivate static func votedWithoutServing(
    _ name: String, _ field: Field, among names: [String]
  ) -> Diagnostic {
    field.finding(
      .votes, sv: "\(name) har röstat men tjänstgjorde inte i ärendet",
      en: "\(name) has voted but did not serve in the matter", fixes: .nearName(name, names))
  }

  fileprivate static func didNotVote(_ names: [String], _ ballot: Field) -> Diagnostic {
    let list = names.joined(separator: ", ")
    return ballot.finding(
      .votes, sv: "\(list) tjänstgjorde men har ingen röst i omröstningen",
      en: "\(list) served but has no vote here",
      fixes: [
        Fix(
          Message(
            sv: "skriv rösten, eller 'röst: avstår'", en: "write the vote, or that none was cast"))
      ])
  }

  fileprivate static func countDiffers(
    _ key: String, _ count: Int, cast: Int, _ field: Field
  ) -> Diagnostic {
    field.finding(
      .votes, sv: "'\(key)' är \(count), men \(cast) i listan har röstat så",
      en: "'\(key)' is \(count), but \(cast) in the list have voted so",
      fixes: [
        Fix(Message(sv: "skriv \(cast)", en: "write \(cast)"), replacement: "\(cast)")
      ])
  }

  fileprivate static func sumDiffers(
    _ sum: Int, serving: Int, _ ballot: Field
  ) -> Diagnostic {
    ballot.finding(
      .votes, sv: "\(sum) röster är räknade, men \(serving) tjänstgjorde i ärendet",
      en: "\(sum) votes are counted, but \(serving) served in the matter")
  }

  fileprivate static func undecided(_ count: Int, _ field: Field, key: String) -> Diagnostic {
    field.finding(
      .votes, sv: "\(count) röster står mot \(count), men '\(key)' saknas",
      en: "\(count) votes stand against \(count), but there is no '\(key)'",
      fixes: [
        Fix(
          Message(
            sv: "skriv '\(key): ' och vad ordförandens röst avgjorde",
            en: "write '\(key): ' and what the chair's vote settled"))
      ])
  }
}

extension [Diagnostic.Fix] {
  /// The name that was most likely meant, as a question.
  static func nearName(_ name: String, _ names: [String]) -> [Diagnostic.Fix] {
    guard let near = nearest(to: name, among: names) else { return [] }
    return [.init(Message(sv: "menade du '\(near)'?", en: "did you mean '\(near)'?"))]
  }
}

import Diagnostics
import Input
import Manuscript

extension Checkpoint {
  /// A patient's initials.
  static let patientInitials = Checkpoint(
    id: "C711", chapter: .personalData, code: .patientInitials, severity: .warning,
    title: "Inga patienters initialer",
    what: """
      Två eller tre versaler följda av (M) eller (K), eller stående efter ordet patientärende. NN, \
      som står för vem som helst, räknas inte.
      """,
    why: """
      Initialer med kön pekar ut en patient för den som känner till ärendet. Uppgiften omfattas av \
      hälso- och sjukvårdssekretess (25 kap. offentlighets- och sekretesslagen).
      """,
    example: "Patientärende MG (M)",
    mend: "Skriv 'patientärende' och diarienumret, utan initialer.")

  /// A word of health beside a name.
  static let healthByName = Checkpoint(
    id: "C713", chapter: .personalData, code: .healthByName, severity: .warning,
    title: "Inga uppgifter om hälsa vid ett namn",
    what: """
      En mening som har både ett personnamn och ord som diagnos, sjukskriven eller vårdas. Namnet \
      känns igen på ett vanligt förnamn och ett efternamn.
      """,
    why: """
      Uppgifter om hälsa är känsliga personuppgifter (artikel 9 i dataskyddsförordningen) och får \
      som regel inte publiceras.
      """,
    example: "Anna Svensson är sjukskriven till maj.",
    mend: "Ta bort namnet eller uppgiften om hälsa.")

  /// The name of whoever printed a list.
  static let printedBy = Checkpoint(
    id: "C714", chapter: .personalData, code: .printedBy, severity: .warning,
    title: "Inget 'Utskriven av'",
    what: "Raden 'Utskriven av' med ett namn, som verksamhetssystem sätter på sina listor.",
    why: "Namnet hör till utskriften och inte till handlingen, och säger läsaren ingenting.",
    example: "Utskriven av: Anna Svensson",
    mend: "Ta bort raden ur det som publiceras.")

  /// A file whose author is a person.
  static let authorIsPerson = Checkpoint(
    id: "C715", chapter: .personalData, code: .authorIsPerson, severity: .warning,
    title: "Filens författare är organisationen",
    what: "Filens egenskaper har ett personnamn som författare.",
    why: """
      Namnet följer med filen ut på webben och in i arkivet, även när det inte står på någon sida. \
      Handlingen är myndighetens.
      """,
    example: "utgivare: {namn: Anna Svensson}",
    mend: "Skriv organisationens namn som utgivare.")
}

extension PrintedText {
  /// Findings of patients' initials: `MG (M)`.
  func patientInitials() -> [Diagnostic] {
    (offsets(of: " (M)") + offsets(of: " (K)")).compactMap { end in
      var start = end
      while start > 0, bytes[start - 1].isCapital { start -= 1 }
      let isAlone = start == 0 || !bytes[start - 1].isOfWord
      guard isAlone, (2...3).contains(end - start), string(start..<end) != "NN" else {
        return nil
      }
      let range = start..<(end + 4)
      return finding(
        .patientInitials, at: range,
        sv: "\(string(range).quoted) ser ut som en patients initialer",
        en: "\(string(range).quoted) looks like a patient's initials",
        mendSv: "skriv diarienumret i stället", mendEn: "write the case's number instead")
    }
  }

  /// Findings of sentences with a person's name and a word of health.
  func healthByName() -> [Diagnostic] {
    guard Self.healthWords.contains(where: { !offsets(of: $0).isEmpty }) else { return [] }
    return sentences().compactMap { sentence in
      let words = string(sentence)
      guard let name = personName(in: words),
        let word = Self.healthWords.first(where: { words.contains($0.description) })
      else { return nil }
      return finding(
        .healthByName, at: sentence,
        sv: "namnet \(name.quoted) och '\(word)…' står i samma mening",
        en: "the name \(name.quoted) and '\(word)…' stand in one sentence",
        mendSv: "ta bort namnet eller uppgiften om hälsa",
        mendEn: "take away the name or what is said of health")
    }
  }

  /// Findings of names of those who printed a list.
  func printedBy() -> [Diagnostic] {
    (offsets(of: "Utskriven av") + offsets(of: "Utskrivet av")).compactMap { start in
      let rest = string((start + 12)..<bytes.count).drop { $0 == ":" || $0.isWhitespace }
      guard rest.first?.isUppercase == true else { return nil }
      return finding(
        .printedBy, at: start..<(start + 12),
        sv: "'Utskriven av' med namn hör inte till handlingen",
        en: "'Utskriven av' with a name is no part of the document", mendSv: "ta bort raden",
        mendEn: "take the line away")
    }
  }

  /// The beginnings of words that tell of one person's health.
  private static let healthWords: [StaticString] = [
    "sjukskriv", "diagnos", "cancer", "depression", "missbruk", "opererad", "opererats", "vårdas",
    "vårdats", "gravid", "demens", "hiv", "självmord", "suicid",
  ]
}

/// Findings of a file's author who is a person, at the value of the plan that says so.
func authorFindings(_ metadata: Metadata, _ data: CheckedData) -> [Diagnostic] {
  guard let name = personName(in: metadata.author), name.count == metadata.author.count else {
    return []
  }
  let message = Message(
    sv: "filens författare \(name.quoted) är en person",
    en: "the file's author \(name.quoted) is a person")
  let fix = Diagnostic.Fix(
    Message(
      sv: "skriv organisationens namn som utgivare",
      en: "write the organisation's name as the publisher"))
  let source = data.plan.field(saying: metadata.author)
  return [
    Diagnostic(
      .authorIsPerson, message, at: source?.place, endColumn: source?.endColumn,
      path: source?.path, fixes: [fix])
  ]
}

extension Field {
  /// The first field in here that is just a text.
  fileprivate func field(saying text: String) -> Field? {
    if value.scalar?.text == text { return self }
    let parts = value.list == nil ? members : entries
    for part in parts {
      if let found = part.field(saying: text) { return found }
    }
    return nil
  }
}

/// A usual first name and a capitalised word after it.
private func personName(in text: String) -> String? {
  let words = text.split { !$0.isLetter && $0 != "-" }
  for (first, last) in zip(words, words.dropFirst()) {
    guard firstNames.contains(first), last.first?.isUppercase == true, last.count > 1,
      last.dropFirst().allSatisfy({ $0.isLowercase || $0 == "-" || $0.isUppercase }),
      text.contains(first + " " + last)
    else { continue }
    return first + " " + last
  }
  return nil
}

/// Whether the beginning of a mail address is a usual first name, written without å, ä and ö.
func isFirstName(_ word: some StringProtocol) -> Bool { plainFirstNames.contains(String(word)) }

private let plainFirstNames = Set(
  firstNames.map { name in
    String(
      name.lowercased().map { letter -> Character in
        switch letter {
        case "å", "ä": "a"
        case "ö": "o"
        case "é": "e"
        default: letter
        }
      })
  })

/// First names that most Swedes of working age have one of.
private let firstNames: Set<Substring> = [
  "Agneta", "Ahmed", "Ali", "Alexander", "Alexandra", "Alice", "Anders", "Andreas", "Anette",
  "Angelica", "Anita", "Ann", "Anna", "Anna-Karin", "Anne", "Anneli", "Ann-Marie", "Anton", "Arne",
  "Barbro", "Bengt", "Berit", "Birgitta", "Björn", "Bo", "Britt", "Camilla", "Carina", "Carl",
  "Caroline", "Catharina", "Cecilia", "Charlotte", "Christer", "Christian", "Christina", "Dan",
  "Daniel", "David", "Elin", "Elisabeth", "Emelie", "Emil", "Emma", "Erik", "Eva", "Fatima",
  "Fredrik", "Gun", "Gunilla", "Gunnar", "Gustav", "Göran", "Hanna", "Hans", "Helena", "Helen",
  "Henrik", "Håkan", "Ida", "Inga", "Ingela", "Inger", "Ingrid", "Jan", "Jenny", "Jens", "Jessica",
  "Joakim", "Johan", "Johanna", "Johannes", "John", "Jonas", "Jonathan", "Josefin", "Julia",
  "Karin", "Karl", "Katarina", "Kenneth", "Kent", "Kerstin", "Kristina", "Kristoffer", "Kurt",
  "Lars", "Leif", "Lena", "Lennart", "Linda", "Linnea", "Linus", "Lisa", "Lisbeth", "Louise",
  "Magdalena", "Magnus", "Malin", "Marcus", "Margareta", "Maria", "Marianne", "Marie", "Martin",
  "Mattias", "Mats", "Mikael", "Mohamed", "Monica", "Niklas", "Nils", "Olle", "Olof", "Oscar",
  "Ove", "Patrik", "Per", "Peter", "Pia", "Pontus", "Rebecka", "Richard", "Robert", "Robin",
  "Roger", "Roland", "Sandra", "Sara", "Sebastian", "Simon", "Sofia", "Sofie", "Stefan", "Sten",
  "Stig", "Susanne", "Sven", "Therese", "Thomas", "Tobias", "Tomas", "Tommy", "Torbjörn", "Tove",
  "Ulf", "Ulla", "Ulrika", "Viktor", "Viktoria", "William", "Yvonne", "Åke", "Åsa", "Örjan",
]

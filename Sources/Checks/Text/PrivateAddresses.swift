import Diagnostics

extension Checkpoint {
  /// A mail address or mobile number that is a private person's.
  static let privateAddress = Checkpoint(
    id: "C712", chapter: .personalData, code: .privateAddress, severity: .warning,
    title: "Inga privata adresser och telefonnummer",
    what: """
      E-postadresser hos leverantörer för privatpersoner, adresser av formen förnamn.efternamn \
      utanför organisationens domän, och mobilnummer. Organisationens domän är den i 'utgivare' \
      eller organisation.yaml.
      """,
    why: """
      Kontaktuppgifter till privatpersoner är personuppgifter, och följer ofta med av misstag i det \
      som kopierats från brev och inbjudningar.
      """,
    example: "Anmäl dig till anna.svensson@gmail.com eller 070-123 45 67.",
    mend: "Byt till organisationens funktionsadress och växelnummer, eller ta bort uppgiften.")
}

/// The domains of mail and web addresses that are the organisation's own, and its telephone.
struct OwnAddresses {
  private var domains: Set<String> = []
  private var figures: Set<String> = []

  /// What a plan and its organisation's file say.
  init(_ data: CheckedData) {
    let places = [
      data.plan, data.plan["utgivare"], data.organisation, data.organisation?["utgivare"],
    ]
    for place in places.compactMap({ $0 }) {
      for key in ["epost", "webb"] {
        guard let text = place[key]?.text, let domain = Self.domain(of: text) else { continue }
        domains.insert(domain)
      }
      if let telephone = place["telefon"]?.text { figures.insert(telephone.filter(\.isNumber)) }
    }
  }

  /// Whether an address is at one of the domains, or below one.
  func contains(domain: String) -> Bool {
    domains.contains(domain) || domains.contains { domain.hasSuffix("." + $0) }
  }

  /// Whether a telephone number is the organisation's.
  func contains(figures: String) -> Bool { self.figures.contains(figures) }

  /// `rjl.se` of `info@rjl.se`, `www.rjl.se` and `https://www.rjl.se/om`.
  private static func domain(of text: String) -> String? {
    var rest = text.lowercased()[...]
    if let at = rest.lastIndex(of: "@") { rest = rest[at...].dropFirst() }
    if let slashes = rest.firstRange(of: "//") { rest = rest[slashes.upperBound...] }
    if rest.hasPrefix("www.") { rest = rest.dropFirst(4) }
    let domain = rest.prefix { $0 != "/" && !$0.isWhitespace }
    return domain.contains(".") ? String(domain) : nil
  }
}

extension PrintedText {
  /// Findings of addresses and numbers of private persons.
  func privateAddresses(_ own: OwnAddresses) -> [Diagnostic] {
    mailAddresses(own) + mobileNumbers(own)
  }

  private func mailAddresses(_ own: OwnAddresses) -> [Diagnostic] {
    offsets(of: "@").compactMap { at in
      var start = at
      while start > 0, isOfAddress(bytes[start - 1]) { start -= 1 }
      var end = at + 1
      while end < bytes.count, isOfAddress(bytes[end]) { end += 1 }
      while end > at, bytes[end - 1] == 0x2E { end -= 1 }
      guard start < at, end > at + 1 else { return nil }
      let name = string(start..<at).lowercased()
      let domain = string((at + 1)..<end).lowercased()
      guard domain.contains("."), !own.contains(domain: domain) else { return nil }
      let isPerson = isFirstName(name.prefix { $0 != "." }) && name.contains(".")
      guard isPerson || Self.providers.contains(domain) else { return nil }
      return finding(
        .privateAddress, at: start..<end,
        sv: "\(string(start..<end).quoted) ser ut som en privatpersons e-postadress",
        en: "\(string(start..<end).quoted) looks like a private person's address",
        mendSv: "byt till organisationens funktionsadress, eller ta bort den",
        mendEn: "change to an address of the organisation's, or take it away")
    }
  }

  /// Mobile numbers: 070, 072, 073, 076 or 079 and seven figures, or the same after +46.
  private func mobileNumbers(_ own: OwnAddresses) -> [Diagnostic] {
    (offsets(of: "07") + offsets(of: "+46")).compactMap { start in
      guard start == 0 || !(bytes[start - 1].isOfWord || bytes[start - 1] == 0x2D) else {
        return nil
      }
      var figures = ""
      var end = start
      var index = start
      while index < bytes.count {
        let byte = bytes[index]
        if byte.isDigit {
          figures.append(Character(Unicode.Scalar(byte)))
          end = index + 1
        } else if !(byte == 0x2B && index == start || byte == 0x2D || byte == 0x20)
          && !isNoBreakSpace(at: index)
        {
          break
        }
        index += 1
      }
      if figures.hasPrefix("46") { figures = "0" + figures.dropFirst(2) }
      let isMobile =
        figures.count == 10 && ["0", "2", "3", "6", "9"].contains(figures.dropFirst(2).first)
      guard isMobile, !own.contains(figures: figures) else { return nil }
      return finding(
        .privateAddress, at: start..<end,
        sv: "\(string(start..<end).quoted) ser ut som ett mobilnummer",
        en: "\(string(start..<end).quoted) looks like a mobile number",
        mendSv: "byt till växelns nummer, eller ta bort det",
        mendEn: "change to the switchboard's number, or take it away")
    }
  }

  private func isOfAddress(_ byte: UInt8) -> Bool {
    byte.isOfWord || byte == 0x2E || byte == 0x2D || byte == 0x5F || byte == 0x2B
  }

  /// Whether a byte is of a space that the normaliser has put between figures: U+00A0 or U+202F.
  private func isNoBreakSpace(at index: Int) -> Bool {
    [0xC2, 0xA0, 0xE2, 0x80, 0xAF].contains(bytes[index])
  }

  private static let providers: Set<String> = [
    "gmail.com", "hotmail.com", "hotmail.se", "outlook.com", "live.se", "live.com", "icloud.com",
    "me.com", "yahoo.com", "yahoo.se", "telia.com", "comhem.se", "bredband.net", "spray.se",
    "home.se", "msn.com", "proton.me", "protonmail.com",
  ]
}

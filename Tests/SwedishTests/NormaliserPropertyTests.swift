import Diagnostics
import Foundation
import Swedish
import TestSupport
import Testing

@Suite struct NormaliserPropertyTests {
  /// The lines of what public authorities have printed, as it came out of their files.
  static let sourceLines: [String] = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Cases/Texts")
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter {
      $0.hasSuffix(".txt")
    }
    let texts = names.sorted().compactMap { name in
      try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }
    return texts.flatMap { $0.components(separatedBy: "\n") }.filter { !$0.isEmpty }
  }()

  /// How many random texts each context is tried with: few, unless `SATS_RANDOM_TEXTS` says more.
  static let randomTexts =
    ProcessInfo.processInfo.environment["SATS_RANDOM_TEXTS"].flatMap(Int.init) ?? 6_000
  /// What is added to the seeds: nothing, unless `SATS_RANDOM_SEED` asks for other texts.
  static let seedOffset =
    ProcessInfo.processInfo.environment["SATS_RANDOM_SEED"].flatMap(UInt64.init) ?? 0

  /// Pieces that random texts are put together from: all that a rule looks at, and some words.
  static let pieces = """
    - – — -- --- − . .. ... .... … , : ; ! ? ( ) [ ] " ' ” ’ “ » « % ‰ § §§ ° / + @ \\ _ = < # € × 1 2 \
    5 0 12 31 08 123 456 1234 2023 2025 12345 1234567 20231129 556761 9837 13 00 30 9 kr tkr Mkr \
    MSEK m m2 km min st procent miljoner CO2 x kWh mm t ex bl a fl o fr s k p g f d e v dvs osv \
    etc inkl mfl pga tom resp ca dr dnr nr tfn jfr kl klockan kap bil fig bilaga Tabell jan nov mars \
    april måndag fre vecka Stockholm Göteborg ord Ord hälsa RJL ISO A Å i från Det IT budget år SE \
    www.rjl.se .se fil.pdf a\u{30A} o\u{308} é ½ 🙂 \u{AD} α mellan och till eller ` '' ‒ Tkr MDKR \
    EUs 0046 55111 Kr ö n dyl :- paragraf l kap. kl. Mkr. a b 2000 2500 24 euro 10:00 2.5 1.234,50
    """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
  static let spaces = [" ", " ", " ", " ", "\u{A0}", "\u{202F}", "\u{2009}", "  ", "\t", "\n"]

  private func randomText(_ generator: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...12, using: &generator) {
      text += Self.pieces.randomElement(using: &generator) ?? ""
      if Bool.random(using: &generator) {
        text += Self.spaces.randomElement(using: &generator) ?? ""
      }
    }
    return text
  }

  @Test(arguments: NormalisingContext.allCases)
  func `normalising the sources twice changes nothing more`(_ context: NormalisingContext) throws {
    try #require(Self.sourceLines.count > 4_000)
    for style in [HouseStyle(), .usual] {
      let options = NormalisingOptions(style: style)
      for line in Self.sourceLines {
        let once = normalise(line, places: .none, context: context, options: options)
        let twice = normalise(once.text, places: .none, context: context, options: options)
        #expect(twice.text == once.text)
        #expect(twice.changes.isEmpty)
      }
    }
  }

  @Test func `letters and digits of the sources stay`() {
    for line in Self.sourceLines {
      let result = normalise(line, places: .none, context: .prose)
      #expect(result.text.lettersAndDigits == line.lettersAndDigits)
    }
  }

  @Test func `whole sources come out at once as they do line by line`() {
    // Quotation marks pair over lines, so only texts without them can be compared.
    let lines = Self.sourceLines.filter { !$0.contains("\"") && !$0.contains("”") }
    let text = lines.joined(separator: "\n")
    let whole = normalise(text, places: .none, context: .heading).text
    let parts = lines.map { normalise($0, places: .none, context: .heading).text }
    #expect(whole == parts.joined(separator: "\n"))
  }

  @Test(arguments: NormalisingContext.allCases)
  func `random texts keep their letters, their places and their spans, and settle at once`(
    _ context: NormalisingContext
  ) throws {
    var generator = SeededGenerator(seed: 20_240_131 + Self.seedOffset)
    for _ in 0..<Self.randomTexts {
      let text = randomText(&generator)
      let start = PlaceMap(start: Place(file: .none, line: 1, column: 1))
      let result = normalise(text, places: start, context: context)
      let again = normalise(result.text, places: result.places, context: context)
      try #require(again.text == result.text, "\(text.debugDescription)")
      try #require(result.text.lettersAndDigits == text.lettersAndDigits)
      try checkOffsets(of: text, result)
    }
  }

  @Test(arguments: [HouseStyle.usual, [.usual, .guillemets, .clockColon]])
  func `random texts settle at once in any house style`(_ style: HouseStyle) throws {
    var generator = SeededGenerator(seed: 20_240_615 + Self.seedOffset)
    let options = NormalisingOptions(style: style, groupSpace: .wide)
    for index in 0..<Self.randomTexts {
      let text = randomText(&generator)
      let context = NormalisingContext.allCases[index % NormalisingContext.allCases.count]
      let once = normalise(text, places: .none, context: context, options: options)
      let twice = normalise(once.text, places: .none, context: context, options: options)
      try #require(twice.text == once.text, "\(text.debugDescription)")
    }
  }

  /// Every character that no rule changed is found again, and knows its place.
  private func checkOffsets(of text: String, _ result: NormalisedText) throws {
    let output = Array(result.text.utf8)
    var (offset, column, last) = (0, 1, 0)
    for scalar in text.unicodeScalars {
      let end = offset + String(scalar).utf8.count
      let moved = result.offset(ofInput: offset)
      try #require(moved >= last, "offsets fall in \(text.debugDescription)")
      last = moved
      let isChanged = result.changes.contains { $0.range.overlaps(offset..<end) }
      if !isChanged {
        let span = result.span(ofInput: offset..<end)
        try #require(
          String(decoding: output[span], as: UTF8.self) == String(scalar),
          "\(text.debugDescription) at \(offset)")
        let place = result.places.place(at: span.lowerBound, in: result.text)
        try #require(place.column == Int32(column), "\(text.debugDescription) at \(offset)")
      }
      (offset, column) = (end, column + 1)
    }
  }

  @Test func `a text of nothing but signs takes no more time than its length`() {
    for sign in [
      "-1 ", "\"", "123 ", "t. ", ". ", "– ", "@", "5 % - ", "a.b", "jan-", "1 - ", "nr . ", " ,a",
    ] {
      let text = String(repeating: sign, count: 6_000)
      let time = ContinuousClock().measure {
        _ = normalise(text, places: .none, context: .paragraphStart)
      }
      #expect(time < .seconds(3), "\(sign)")
    }
  }
}

extension String {
  /// What no rule but the house's may change: letters, composed, and digits.
  fileprivate var lettersAndDigits: [Unicode.Scalar] {
    precomposedStringWithCanonicalMapping.unicodeScalars.filter {
      $0.properties.isAlphabetic || ("0"..."9").contains($0)
    }
  }
}

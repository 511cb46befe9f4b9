import Diagnostics
import Input
import TestSupport
import Testing

struct YAMLScalarTests {
  @Test(arguments: [
    "2023.15600", "13:00", "no", "08", "1_000", "0x1F", "1e3", ".5", "+1", "true", "null", "Null",
    "Tid: kl. 9", "< 85 %", "−10 %", "-10 %", "2024-01-15", "~ 5", "a - b", "R&D", "5 % av #allt",
    "Region Jönköpings län, 551 11", "C#", "http://www.rjl.se/#mål", "5*6", "12 345,60", "=",
  ])
  func `a scalar is what was written`(text: String) throws {
    // Two of them need quotes; the others stand as they are.
    let isQuoted = ["Tid: kl. 9", "5 % av #allt"].contains(text)
    let plan = MarkedText("värde: \(isQuoted ? "\"\(text)\"" : text)\n")
    let (value, found) = readYAML(plan.text, file: plan.file)
    plan.expect(found, [])
    let scalar = try #require(value?["värde"]?.scalar)
    #expect(scalar.text == text)
    #expect(scalar.style == (isQuoted ? .quoted : .plain))
  }

  @Test func `only what is not there and the tilde are null`() throws {
    let plan = MarkedText("a:\nb: ~\nc: \"\"\nd: null\ne: {f: , g: ~}\nh: [~]\n")
    let (value, found) = readYAML(plan.text, file: plan.file)
    plan.expect(found, [])
    let map = try #require(value?.map)
    #expect(map.entries.map(\.key) == ["a", "b", "c", "d", "e", "h"])
    #expect(map.entries.map(\.value.isNull) == [true, true, false, false, false, false])
    #expect(map["e"]?.map?.entries.map(\.value.isNull) == [true, true])
    #expect(map["h"]?.list?.map(\.isNull) == [true])
  }

  @Test func `every key and value has its place, in code points`() throws {
    let plan = MarkedText(
      """
      1️⃣mål:
        - 2️⃣namn: 3️⃣Åldras 👩‍🦽 väl
          värden: 4️⃣[5️⃣"ett", 6️⃣två]
      """)
    let (value, _) = readYAML(plan.text, file: plan.file)
    let goals = try #require(value?.map?.entries.first)
    let goal = try #require(goals.value.list?.first)
    let name = try #require(goal.map?.entries.first)
    let values = try #require(goal["värden"])
    let places = [
      goals.keyPlace, name.keyPlace, name.value.place, values.place, values.list?[0].place,
      values.list?[1].place,
    ]
    #expect(places == (1...6).map { plan.place(of: $0) })
    // The map in the list begins with its first key, and a quoted text after its quote.
    #expect(goal.place == plan.place(of: 2))
    #expect(values.list?[0].scalar?.places.start.column == plan.place(of: 5).column + 1)
  }

  @Test func `text in blocks and over several lines leads back to its characters`() throws {
    let plan = MarkedText(
      """
      literal: |

          Först   med indrag
            djupare #1 *två*

          sist
      siffra: |2
            fyra steg
        två
      vikt: >-
        ett
        två tre

          som kod
        fyra
      plan: börjar här
        och går vidare
      rad: börjar på en rad
        och   slutar

        på en tredje
      dubbel: "med \\"citat\\" och å \\u00e5 samt \\
        fortsättning
        vik"
      enkel: 'it''s   vikt
         över'
      """)
    let (value, found) = readYAML(plan.text, file: plan.file)
    plan.expect(found, [])
    let lines = SourceLines(plan.text)
    let entries = try #require(value?.map?.entries)
    #expect(entries.count == 7)
    for entry in entries {
      let scalar = try #require(entry.value.scalar)
      expectFaithful(scalar, lines)
    }
    #expect(entries.first?.value.scalar?.text.hasPrefix("\nFörst") == true)
  }

  @Test func `the sample reads without a finding, and its text leads back to its source`() throws {
    let text = try Sample.text()
    var sources = SourceSet()
    let file = sources.add(path: "plan.yaml", text: text)
    let (value, found) = readYAML(text, file: file)
    #expect(found.isEmpty, "\(TextRenderer().render(found, sources: sources))")
    let root = try #require(value)
    #expect(root["perspektiv"]?.list?.count == 5)
    let lines = SourceLines(text)
    let scalars = root.scalars
    #expect(scalars.count > 300)
    for scalar in scalars { expectFaithful(scalar, lines) }
  }

  @Test func `CRLF reads as LF does, with the same places`() throws {
    let text = try Sample.text()
    let file = FileID(index: 0)
    let (plain, _) = readYAML(text, file: file)
    let (windows, found) = readYAML(text.replacing("\n", with: "\r\n"), file: file)
    #expect(found.isEmpty)
    let (a, b) = (try #require(plain).scalars, try #require(windows).scalars)
    #expect(a.map(\.text) == b.map(\.text))
    #expect(a.map(\.places) == b.map(\.places))
  }

  @Test func `aliases and merge keys are followed`() throws {
    let plan = MarkedText(
      """
      bas: &bas {periodicitet: Månad, märke: VO}
      ett: *bas
      två:
        <<: *bas
        märke: Nämnd
        namn: Kö
      """)
    let (value, found) = readYAML(plan.text, file: plan.file)
    plan.expect(found, [])
    #expect(value?["ett"]?["märke"]?.scalar?.text == "VO")
    let two = try #require(value?["två"]?.map)
    #expect(two.entries.map(\.key) == ["periodicitet", "märke", "namn"])
    #expect(two["märke"]?.scalar?.text == "Nämnd")
  }

  @Test func `an alias repeats what was anchored last before it, a key as well`() throws {
    let text = """
      &namn titel: ett
      text: *namn
      a: &x {b: [&y inre, *y]}
      c: [*x, *y]
      y: &y senare
      z: *y
      """
    let value = try #require(readYAML(text, file: FileID(index: 0)).0)
    #expect(value["text"]?.scalar?.text == "titel")
    #expect(value["c"]?.scalars.map(\.text) == ["inre", "inre", "inre"])
    #expect(value["z"]?.scalar?.text == "senare")
  }

  @Test func `what stands after a list that is a key is read`() throws {
    let text = """
      ? [a, {b: c}, [d]]
      : e
      f: g
      """
    let (value, found) = readYAML(text, file: FileID(index: 0))
    #expect(found.map(\.code).contains(.compoundKey))
    #expect(value?.map?.entries.map(\.key) == ["f"])
    #expect(value?["f"]?.scalar?.text == "g")
  }
}

/// Expects that every letter and digit of a scalar stands in the source where its map says, but for
/// those that an escape stands for.
private func expectFaithful(
  _ scalar: Scalar, _ lines: SourceLines, sourceLocation: SourceLocation = #_sourceLocation
) {
  var offset = 0
  for character in scalar.text.unicodeScalars {
    let place = scalar.places.place(at: offset, in: scalar.text)
    let at = lines.offset(line: Int(place.line), column: Int(place.column))
    let written = lines.text(in: at..<min(at + UTF8.width(character), lines.bytes.count))
    let isEscape = written.hasPrefix("\\")
    if character.properties.isAlphabetic || character.properties.numericType != nil, !isEscape {
      #expect(
        written == String(character), "offset \(offset) of '\(scalar.text)' is at \(place)",
        sourceLocation: sourceLocation)
    }
    offset += UTF8.width(character)
  }
}

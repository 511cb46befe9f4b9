import Diagnostics
import Hyphenation
import Testing
import Typography

struct RuleTests {
  @Test(arguments: [
    ("hovfiskal", [3]), ("chefinsats", [4]), ("oacceptabel", [1]), ("effekt", []),
    ("(chef/chefsinsats)", [11]),
  ])
  func `seams are told wherever parts meet`(word: String, seams: [Int]) throws {
    #expect(try Hyphenator().seams(in: word) == seams)
  }

  private let hyphenator: Hyphenator

  init() throws {
    hyphenator = try Hyphenator()
  }

  @Test(arguments: [
    "t.ex.", "kap.", "bl.a", "utbildn.avd", "www.regionblekinge.se", "namn@regionblekinge.se",
    "https://skr.se/verksamhetsplan", "C:\\verksamhetsplan", "verksamhets_plan",
    "LANDSTINGET", "HSLF-FS", "SIP:ar", "medarbetarE", "PowerPoint", "covid19vaccin", "2024talet",
    "RJL2023/3769", "vårda", "plan", "",
  ])
  func `abbreviations, addresses, initialisms, numbers and short words stay whole`(word: String) {
    #expect(hyphenator.points(in: word) == [])
  }

  @Test(arguments: [
    ("EU-länderna", "EU-län-derna"), ("FN-konventionen", "FN-kon-ven-tio-nen"),
    ("hälso-", "hälso-"), ("covid-19-vaccination", "covid-19-vac-ci-na-tion"),
    ("uppdrag/åtgärder", "upp-drag/åt-gär-der"), ("verksamhet(er)", "verk-sam-het(er)"),
  ])
  func `parts that written hyphens and slashes part are divided each on its own`(
    word: String, divided: String
  ) {
    #expect(Divided(word, by: hyphenator).text == divided)
  }

  @Test func `punctuation around a word changes nothing but the offsets`() {
    let bare = hyphenator.points(in: "Övergripande")
    let quoted = hyphenator.points(in: "”Övergripande”,")
    #expect(bare.map(\.offset) == [5, 8])
    #expect(quoted.map(\.offset) == bare.map { $0.offset + "”".utf8.count })
  }

  @Test func `a letter that a compound has lost comes back`() {
    #expect(
      hyphenator.points(in: "tillåta")
        == [HyphenationPoint(offset: 3, restored: "l", isSeam: true)])
    for (word, divided) in [
      ("tilläggsanslag", "till-läggs-an-slag"), ("nattåg", "natt-tåg"),
      ("processtöd", "pro-cess-stöd"), ("missköta", "miss-sköta"),
      ("grupprogram", "grupp-pro-gram"), ("busstation", "buss-sta-tion"),
    ] {
      #expect(Divided(word, by: hyphenator).text == divided)
    }
  }

  @Test func `seams are told from other points`() {
    let points = hyphenator.points(in: "handlingsplanerna")
    let seams = points.filter(\.isSeam).map(\.offset)
    #expect(seams == ["handlings".utf8.count])
    #expect(points.count > seams.count)
  }

  @Test func `what was written with a soft hyphen is divided there only`() {
    let points = hyphenator.points(in: "verksamhets\u{AD}plan")
    #expect(points == [HyphenationPoint(offset: "verksamhets".utf8.count)])
  }

  @Test func `ck, ng and x stay at the end of the line`() {
    for (word, divided) in [
      ("snickare", "snick-are"), ("växande", "väx-ande"), ("engelsk", "eng-elsk"),
    ] {
      #expect(Divided(word, by: hyphenator).text == divided)
    }
  }

  @Test func `whatever the string, points ascend, cut between characters and leave enough`() {
    // Letters that make and break words, marks that part them, and characters of two to four bytes.
    let alphabet: [Character] = Array("aeiouyåäösstrndlkgvmpbfhjcx--–/.:'(2 ÅÉEŠčŋß\u{AD}\u{301}語🙂")
    var seed: UInt64 = 20_240_101
    func next(_ bound: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(truncatingIfNeeded: seed >> 33) % bound
    }
    for _ in 0..<20_000 {
      let letters = next(4) == 0 ? alphabet.count : 25
      let word = String((0..<next(40)).map { _ in alphabet[next(letters)] })
      var last = 0
      for point in hyphenator.points(in: word) {
        let index = word.utf8.index(word.utf8.startIndex, offsetBy: point.offset)
        #expect(point.offset > last || word.contains("\u{AD}"), "\(word)")
        #expect(index.samePosition(in: word.unicodeScalars) != nil, "\(word)")
        let isSoft = word.unicodeScalars.contains("\u{AD}")
        #expect(isSoft || word[index...].count >= 3 && word[..<index].count >= 2, "\(word)")
        last = point.offset
      }
    }
  }

  @Test func `patterns that are not there are told with the package that has them`() {
    do throws(HyphenationError) {
      _ = try Hyphenator(patterns: "/nowhere/hyph_sv_SE.dic")
      Issue.record("it was opened")
    } catch {
      #expect(error.code == .hyphenationMissing)
      #expect(error.message.sv.contains("hyphen-sv") && error.message.en.contains("/nowhere/"))
    }
  }
}

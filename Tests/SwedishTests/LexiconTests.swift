import Testing

@testable import Swedish

struct LexiconTests {
  /// A word as its pieces: `=` at a compound's seam, `<` after a prefix, `-` before a suffix, `?`
  /// at the end when some of it is not known.
  private func pieces(_ word: String) -> String {
    var splitter = CompoundSplitter()
    let letters = word.latin1
    let pieces = splitter.pieces(of: letters)
    let marks: [WordPiece.Opening: String] = [
      .word: "", .compound: "=", .prefix: "<", .suffix: "-", .silent: "",
    ]
    return pieces.map { piece in
      (marks[piece.opening] ?? "")
        + String(String.UnicodeScalarView(letters[piece.letters].map { Unicode.Scalar($0) }))
    }.joined() + (pieces.allSatisfy(\.isKnown) ? "" : "?")
  }

  @Test(arguments: [
    ("vårdenheternas", "vård=enheternas"), ("kompetensutveckling", "kompetens=ut<veckling"),
    ("skatteintäkter", "skatte=in<täkter"), ("godstransporter", "gods=transporter"),
    ("medelsvarstid", "medel=svars=tid"), ("trafikslagen", "trafik=slagen"),
    ("sjukvårdslagen", "sjuk=vårds=lagen"), ("områdesansvar", "om<rådes=an<svar"),
    ("läkarbesök", "läkar=be<sök"), ("artiklarna", "artiklarna"),
  ])
  func `of several ways to read a compound the likely one is found`(word: String, read: String) {
    #expect(pieces(word) == read)
  }

  @Test(arguments: [
    ("tillåta", "till<låta"), ("jobbevakning", "jobb=be<vakning"), ("dammoln", "damm=moln"),
  ])
  func `a letter that two parts share stands in both`(word: String, read: String) {
    #expect(pieces(word) == read)
  }

  @Test(arguments: [
    ("xylofonlektioner", "xylofon=lektioner?"), ("xylofonen", "xylofonen?"), ("zzz", "zzz?"),
    ("a", "a?"), ("", "?"),
  ])
  func `letters that are no part stay together`(word: String, read: String) {
    #expect(pieces(word) == read)
  }

  @Test func `o- is never left alone before a point`() {
    #expect(pieces("oacceptabel") == "oacceptabel")
  }

  @Test func `what is too long for a word is not read`() {
    let letters = Array("verksamhetsplan".utf8)
    var splitter = CompoundSplitter()
    #expect(splitter.pieces(of: letters).count > 1)
    let long = Array(repeatElement(letters, count: 7000).joined())
    #expect(splitter.pieces(of: long).map(\.letters) == [long.indices])
  }

  @Test func `no word stands twice in the lists`() {
    var seen: Set<Substring> = []
    for list in CompoundLexicon.lists {
      for word in list.split(separator: " ") {
        // A word that takes s before another part does so always.
        let unmarked = word.last == "+" ? word.dropLast() : word
        #expect(seen.insert(unmarked).inserted, "\(word)")
      }
    }
    #expect(seen.count > 4000)
  }

  @Test func `every mark of the lists is one that is read`() {
    let known = Set("abcdefghijklmnopqrstuvwxyzåäöéü -=~+!\n")
    for list in CompoundLexicon.lists {
      #expect(Set(list).subtracting(known) == [])
    }
  }
}

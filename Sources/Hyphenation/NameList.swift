/// The words of names that are never divided: `Växtplats Blekinge`, `Checkware`.
struct NameList {
  private var capitalised: Set<[UInt8]> = []
  private var small: Set<[UInt8]> = []

  /// Whether there are none.
  var isEmpty: Bool { capitalised.isEmpty && small.isEmpty }

  /// The words of names; what is no letter parts them.
  init(_ names: [String]) {
    for name in names {
      var run = LetterRun()
      for scalar in name.unicodeScalars {
        if let letter = LetterRun.Letter(scalar) {
          run.append(letter, at: 0)
        } else {
          add(run)
          run.clear()
        }
      }
      add(run)
    }
  }

  /// Whether a word, in small letters, is one of a name's or its genitive.
  ///
  /// A word that the name has with a capital is meant only with a capital: the plan's `vårdcentralen`
  /// is divided whatever `Vårdcentralen Lyckeby` says.
  func holds(_ letters: [UInt8], isCapitalised: Bool) -> Bool {
    isCapitalised && capitalised.contains(letters) || small.contains(letters)
  }

  private mutating func add(_ run: LetterRun) {
    guard !run.letters.isEmpty else { return }
    for word in [run.letters, run.letters + [0x73]] {
      if run.isCapitalised { capitalised.insert(word) } else { small.insert(word) }
    }
  }
}

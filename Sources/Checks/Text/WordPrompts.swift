import Diagnostics

extension PrintedText {
  /// Findings of texts that word processors and templates put where one is to write.
  func wordPrompts() -> [Diagnostic] {
    let marks: [StaticString] = [
      "Lorem ipsum", "lorem ipsum", "Klicka här för att ange", "Klicka eller tryck här",
      "[Skriv här", "[skriv här", "[Ange ", "xxx",
    ]
    return marks.flatMap { mark in
      offsets(of: mark).filter { isAlone($0, count: mark.utf8CodeUnitCount) }.map { start in
        let range = start..<(start + mark.utf8CodeUnitCount)
        return finding(
          .promptLeft, at: range, sv: "\(string(range).quoted) ska ersättas med text",
          en: "\(string(range).quoted) is to be replaced with text",
          mendSv: "skriv texten som ska stå här", mendEn: "write the text that is to stand here")
      }
    }
  }

  /// Whether a stretch is no part of a longer word before it, nor of one after it.
  private func isAlone(_ start: Int, count: Int) -> Bool {
    let end = start + count
    let goesOn = end < bytes.count && bytes[end].isOfWord && bytes[end - 1].isOfWord
    return (start == 0 || !bytes[start - 1].isOfWord) && !goesOn
  }
}

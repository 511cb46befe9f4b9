import Swedish
import Typography

extension Hyphenator {
  /// Adds the points of letters that stand together.
  func addPoints(of run: LetterRun, to points: inout [HyphenationPoint]) {
    let letters = run.letters
    if !names.isEmpty, names.holds(letters, isCapitalised: run.isCapitalised) { return }
    if !exceptions.isEmpty, let listed = exceptions.points(of: letters) {
      for point in listed {
        points.append(
          HyphenationPoint(offset: run.offsets[point.letters], restored: point.restored))
      }
      return
    }
    guard run.isWord, letters.count >= Self.shortestWord else { return }
    let pieces = splitter.pieces(of: letters)
    for (index, piece) in pieces.enumerated() {
      let start = piece.letters.lowerBound
      if index > 0, isWellPlaced(index, pieces) {
        let isSeam = piece.opening != .suffix
        let overlap = pieces[index - 1].letters.upperBound - start
        let restored = overlap > 0 ? String(Unicode.Scalar(letters[start])) : ""
        add(start, restored, isSeam: isSeam)
      }
      if piece.isClosed { continue }
      patterns.find(in: letters[piece.letters])
      for point in patterns.points { add(start + point, "", isSeam: false) }
    }

    func add(_ place: Int, _ restored: String, isSeam: Bool) {
      guard place >= Self.fewestBefore, letters.count - place >= Self.fewestAfter else { return }
      points.append(
        HyphenationPoint(offset: run.offsets[place], restored: restored, isSeam: isSeam))
    }
  }

  /// Whether a line may end before a piece.
  private func isWellPlaced(_ index: Int, _ pieces: [WordPiece]) -> Bool {
    switch pieces[index].opening {
    case .compound, .prefix: true
    case .word, .silent: false
    // `vård-enheter`, and not `vården-heter`, which reads as something else.
    case .suffix: index == 1 || pieces[index - 1].letters.count > 2
    }
  }
}

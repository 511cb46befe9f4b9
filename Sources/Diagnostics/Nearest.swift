/// The candidate that was most likely meant by a word, or nil when none is near.
///
/// Words that differ only in case, diacritics, spaces, hyphens and underscores count as the same:
/// `malvarde` gives `målvärde`. Otherwise the fewest edits win, and among equals the first
/// candidate; a word of three letters may differ by one edit, of six by two, of nine or more by
/// three.
///
/// **Source**: F. J. Damerau, "A technique for computer detection and correction of spelling
/// errors", 1964, as the optimal string alignment distance: no part is edited twice.
public func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  // Beyond this length a word is prose that stands in a key's place.
  let longest = 64
  let written = folded(word)
  guard !written.isEmpty, written.count <= longest else { return nil }
  let most =
    switch written.count {
    case ..<3: 0
    case ..<6: 1
    case ..<9: 2
    default: 3
    }
  var best: (candidate: String, distance: Int)?
  for candidate in candidates {
    let other = folded(candidate)
    guard !other.isEmpty, abs(other.count - written.count) <= most else { continue }
    let distance = editDistance(written, other)
    if distance <= most, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.candidate
}

/// A word's letters and digits without case and diacritics.
private func folded(_ word: String) -> [Unicode.Scalar] {
  var result: [Unicode.Scalar] = []
  for scalar in word.lowercased().unicodeScalars {
    switch scalar {
    case " ", "-", "_", "\u{A0}": continue
    case "à"..."å", "ā", "ă", "ą": result.append("a")
    case "ç", "ć", "č": result.append("c")
    case "è"..."ë", "ē", "ę", "ě": result.append("e")
    case "ì"..."ï", "ī", "į": result.append("i")
    case "ñ", "ń", "ň": result.append("n")
    case "ò"..."ö", "ø", "ō", "ő": result.append("o")
    case "ù"..."ü", "ū", "ů", "ű": result.append("u")
    case "ý", "ÿ": result.append("y")
    case "š", "ś": result.append("s")
    case "ž", "ź", "ż": result.append("z")
    // Marks of a decomposed text: a key typed on another system.
    case "\u{300}"..."\u{36F}": continue
    default: result.append(scalar)
    }
  }
  return result
}

/// How many letters must be put in, taken out, exchanged or swapped with their neighbour.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    row.reserveCapacity(b.count + 1)
    for j in 0..<b.count {
      var least = min(row[j], last[j + 1]) + 1
      least = min(least, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        least = min(least, beforeLast[j - 1] + 1)
      }
      row.append(least)
    }
    beforeLast = last
    last = row
  }
  return last[b.count]
}

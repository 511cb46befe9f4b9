import Geometry
import Pages
import Typography

/// Words of a chart broken into lines, ready to be put somewhere.
struct ChartText {
  /// Words of one face on a line.
  struct Run {
    /// From the line's beginning.
    var x: Length
    var words: [PlacedWord]
    var face: ChartLook.Face
  }

  /// One line.
  struct Line {
    var runs: [Run] = []
    var width = Length.zero
  }

  var lines: [Line] = []
  /// From one baseline to the next.
  var leading: Length
  /// From the top of the first line to its baseline.
  var baseline: Length
  /// Whether a word had to be divided, or reaches beyond the measure.
  var isBroken = false

  var width: Length { lines.map(\.width).max() ?? .zero }
  var height: Length { leading * lines.count }
}

/// Sets the words of charts: greedy lines, words divided only where they have to be.
struct ChartSetter {
  let words: WordTable

  /// Sets texts in their faces after one another.
  func set(_ parts: [(text: String, face: ChartLook.Face)], within measure: Length? = nil)
    -> ChartText
  {
    let tallest = parts.map(\.face).max { $0.leading < $1.leading }
    let leading = tallest?.leading ?? .zero
    let metrics = tallest?.metrics
    let surplus = leading - (metrics?.ascent ?? .zero) - (metrics?.descent ?? .zero)
    var text = ChartText(
      leading: leading, baseline: surplus / 2 + (metrics?.ascent ?? .zero))
    var line = ChartText.Line()
    // What is read out keeps the words of two lines, and of two texts, apart.
    func end(divided: Bool = false) {
      guard let run = line.runs.indices.last else { return }
      let last = line.runs[run].words.count - 1
      if !divided { line.runs[run].words[last].spaceAfter = " " }
      text.lines.append(line)
      line = ChartText.Line()
    }
    for part in parts {
      for word in part.text.split(whereSeparator: { $0 == " " || $0 == "\u{2028}" }) {
        var rest = words.word(String(word), in: part.face.font)
        let space = line.runs.isEmpty ? Length.zero : part.face.metrics.space
        if let measure, line.width + space + words.width(of: rest) > measure {
          end()
          while words.width(of: rest) > measure {
            text.isBroken = true
            guard
              let cut = words.breaks(of: rest).last(where: {
                words.breaks[$0].widthBefore <= measure
              })
            else { break }
            append(words.fragment(of: rest, from: nil, to: cut), part.face, to: &line)
            end(divided: true)
            rest = words.fragment(of: rest, from: cut, to: nil)
          }
        }
        append(rest, part.face, to: &line)
      }
    }
    end()
    return text
  }

  /// Sets a text in a face.
  func set(_ text: String, in face: ChartLook.Face, within measure: Length? = nil) -> ChartText {
    set([(text, face)], within: measure)
  }

  /// The width of a text on one line.
  func width(of text: String, in face: ChartLook.Face) -> Length { set(text, in: face).width }

  /// The width of a text's longest word.
  func longestWord(of text: String, in face: ChartLook.Face) -> Length {
    text.split(separator: " ").map { words.width(of: words.word(String($0), in: face.font)) }.max()
      ?? .zero
  }

  private func append(_ word: WordID, _ face: ChartLook.Face, to line: inout ChartText.Line) {
    var x = line.width
    if let last = line.runs.indices.last {
      x += face.metrics.space
      line.runs[last].words[line.runs[last].words.count - 1].spaceAfter = " "
      if line.runs[last].face.font == face.font {
        line.runs[last].words.append(
          PlacedWord(x: x - line.runs[last].x, word: word, spaceAfter: nil))
        line.width = x + words.width(of: word)
        return
      }
    }
    line.runs.append(
      ChartText.Run(x: x, words: [PlacedWord(x: .zero, word: word, spaceAfter: nil)], face: face))
    line.width = x + words.width(of: word)
  }
}

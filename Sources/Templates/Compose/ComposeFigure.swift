import Diagnostics
import Geometry
import Input
public import Manuscript
import Markdown
import Swedish

extension Composer {
  /// Adds a figure, unless no file is named.
  mutating func add(_ step: FigureStep, _ frames: [Frame]) {
    guard let file = fileName(step.file, frames) else { return }
    let (picture, found) = loadPicture(file.text, file.place)
    diagnostics += found
    guard let picture else { return }
    var figure = Figure(
      picture: picture,
      alternate: step.alternate.flatMap { text($0, frames)?.text } ?? "", place: file.place)
    figure.caption = step.caption.flatMap { richText($0, frames, .cell) }
    figure.credit = step.credit.flatMap { richText($0, frames, .cell) }
    if let width = step.width.flatMap({ text($0, frames) }) {
      figure.width = figureWidth(width) ?? .column
    }
    if let ratio = step.ratio.flatMap({ text($0, frames) }) {
      figure.crop.ratio = read(ratio, as: .ratio) { Figure.Crop.ratio(words: $0) }
    }
    if let focus = step.focus.flatMap({ text($0, frames) }),
      let point = read(focus, as: .focus, { Figure.Crop.point(words: $0) })
    {
      (figure.crop.x, figure.crop.y) = point
    }
    figure.mayFloat = isUp(step.mayFloat, frames)
    figure.id = label(step.label, frames)
    if isUp(step.isNumbered, frames) { number(&figure) }
    blocks.append(.figure(figure))
  }

  /// Adds a picture that stands alone in a paragraph of prose; its title is the caption.
  ///
  /// - Returns: Whether it could be set; what was wrong has been told.
  mutating func addPicture(
    _ name: String, title: String, alternate: String, at place: Place
  ) -> Bool {
    let (picture, found) = loadPicture(name, place)
    diagnostics += found
    guard let picture else { return false }
    var figure = Figure(picture: picture, alternate: alternate, place: place)
    if !title.isEmpty {
      figure.caption = normalised(title.withoutTabs, PlaceMap(start: place), .cell)
    }
    number(&figure)
    blocks.append(.figure(figure))
    return true
  }

  /// A figure's width from words; nil, with a finding, where they make no sense.
  mutating func figureWidth(_ words: PlacedText) -> Figure.Width? {
    read(words, as: .width) { Figure.Width(words: $0) }
  }

  /// Gives a figure with a caption the next number.
  mutating func number(_ figure: inout Figure) {
    guard figure.caption != nil else { return }
    numberedFigures += 1
    figure.label = RichText("\(word(.figure))\u{A0}\(numberedFigures)")
  }

  /// The file that a pattern names: a text, or an object with `fil`.
  private func fileName(
    _ pattern: TextPattern, _ frames: [Frame]
  ) -> (text: String, place: Place)? {
    if let single = pattern.single, let value = single.slot.value(in: frames),
      let scalar = value.scalar ?? value["fil"]?.scalar
    {
      guard !scalar.text.isBlank else { return nil }
      return (scalar.text, value["fil"]?.place ?? value.place)
    }
    guard let text = text(pattern, frames, isPrinted: false) else { return nil }
    return (text.text, text.places.start)
  }

  /// What of a figure is said in words.
  private enum Measure { case width, ratio, focus }

  /// Reads words of a figure; nil, with a finding, where they make no sense.
  private mutating func read<Value>(
    _ text: PlacedText, as measure: Measure, _ parse: (String) -> Value?
  ) -> Value? {
    if let value = parse(text.text) { return value }
    let wanted: (sv: String, en: String) =
      switch measure {
      case .width:
        (
          "bredden ska vara spalt, full, marginal, ett mått som 60 mm eller en del som 50 %",
          "the width should be column, full, margin, a length such as 60 mm or a share such as 50 %"
        )
      case .ratio:
        (
          "proportionen ska vara bredd till höjd, som 3:2",
          "the ratio should be width to height, such as 3:2"
        )
      case .focus:
        (
          "punkten ska vara två procenttal, från vänster och uppifrån, som 30 % 40 %",
          "the point should be two percentages, from the left and the top, such as 30 % 40 %"
        )
      }
    diagnostics.append(
      Diagnostic(
        .error, .wrongFigureValue,
        Message(
          sv: "\(wanted.sv); fann '\(text.text)'", en: "\(wanted.en); found '\(text.text)'"),
        at: text.places.start == .none ? nil : text.places.start))
    return nil
  }
}

extension Figure.Width {
  /// A width as templates and plans write it.
  fileprivate init?(words: String) {
    switch words {
    case "column", "spalt": self = .column
    case "full": self = .full
    case "margin", "marginal": self = .margin
    default:
      if let length = Length(measure: words), length > .zero {
        self = .fixed(length)
      } else if let share = Double(percent: words), share > 0, share <= 100 {
        self = .share(share / 100)
      } else {
        return nil
      }
    }
  }
}

extension Figure.Crop {
  /// A crop that keeps a point in sight, `30 % 40 %`; nil where the words are no point.
  public init?(focus words: String) {
    guard let point = Self.point(words: words) else { return nil }
    self.init(x: point.0, y: point.1)
  }

  /// Height in parts of the width, from `3:2`.
  fileprivate static func ratio(words: String) -> Double? {
    let sides = words.split(separator: ":").map { Double(measure: String($0).trimmingSpaces) }
    guard sides.count == 2, let width = sides[0], let height = sides[1], width > 0, height > 0,
      width / height < 100, height / width < 100
    else { return nil }
    return height / width
  }

  /// A point, from `30 % 40 %`.
  static func point(words: String) -> (Double, Double)? {
    let parts = words.split(separator: "%").map { Double(percent: $0 + "%") }
    guard parts.count == 2, let x = parts[0], let y = parts[1], (0...100).contains(x),
      (0...100).contains(y)
    else { return nil }
    return (x / 100, y / 100)
  }
}

extension Double {
  /// The number of a percentage, `12,5 %`.
  fileprivate init?(percent words: some StringProtocol) {
    guard words.hasSuffix("%") else { return nil }
    let spaces: Set<Character> = [" ", "\u{A0}", "\u{202F}"]
    self.init(measure: String(words.dropLast().filter { !spaces.contains($0) }))
  }
}

extension MarkdownBlock {
  /// The picture that a paragraph is, if it is nothing else.
  var lonePicture: (name: String, title: String, alternate: String, place: MarkdownPlace)? {
    guard case .paragraph(let inlines) = kind, inlines.count == 1,
      case .image(let name, let title, let alternate) = inlines[0].kind
    else { return nil }
    return (name, title, alternate, inlines[0].place)
  }
}

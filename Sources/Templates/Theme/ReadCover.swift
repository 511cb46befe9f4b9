import Diagnostics
import Geometry
import Input
import Manuscript
import Typography

// The cover: bands of colour, pictures, slots for words; and the logotype on other pages.

extension ThemeReader {
  /// Reads `cover: {bands, pictures, slots}`.
  mutating func readCover(_ value: Value?, paper: Size) -> CoverStyle {
    var style = CoverStyle(bands: [], slots: [])
    guard let value, let map = map(value, of: "cover", known: ["bands", "pictures", "slots"]) else {
      return style
    }
    for band in map["bands"]?.list ?? [] {
      if let band = readBand(band) { style.bands.append(band) }
    }
    for picture in map["pictures"]?.list ?? [] {
      guard let (slot, own) = readPicture(picture, paper: paper) else { continue }
      if var own {
        own.slot = style.pictures.count
        pictures.append(own)
      }
      style.pictures.append(slot)
    }
    for slot in map["slots"]?.list ?? [] {
      if let slot = readSlot(slot) { style.slots.append(slot) }
    }
    return style
  }

  private mutating func readBand(_ value: Value) -> CoverStyle.Band? {
    let sides = ["left", "top", "width", "height"]
    guard let map = map(value, of: "bands", known: sides + ["colour", "over"]) else { return nil }
    var measures: [Length] = []
    for key in sides {
      guard let written = map[key] else {
        report(.missingKeyword(key, in: "bands", at: value.place))
        return nil
      }
      measures.append(length(written, of: key) ?? .zero)
    }
    guard let ink = map["colour"] else {
      report(.missingKeyword("colour", in: "bands", at: value.place))
      return nil
    }
    let area = Rect(x: measures[0], y: measures[1], width: measures[2], height: measures[3])
    let isOver = map["over"].flatMap { boolean($0, of: "over") } ?? false
    return colour(ink, of: "colour").map {
      CoverStyle.Band(area: area, colour: $0, isOverPictures: isOver)
    }
  }

  /// Reads a picture's place, `{part, file, alt, left, top, width, height, fit, focus}`; `right` and
  /// `bottom` measure from the paper's other edges.
  private mutating func readPicture(
    _ value: Value, paper: Size
  ) -> (PictureSlot, Theme.OwnPicture?)? {
    let known = [
      "part", "file", "alt", "left", "right", "top", "bottom", "width", "height", "fit", "focus",
    ]
    guard let map = map(value, of: "pictures", known: known) else { return nil }
    for key in ["width", "height"] where map[key] == nil {
      report(.missingKeyword(key, in: "pictures", at: value.place))
    }
    guard map["part"] != nil || map["file"] != nil else {
      report(.missingKeyword("part", in: "pictures", at: value.place))
      return nil
    }
    guard (map["left"] == nil) != (map["right"] == nil),
      (map["top"] == nil) != (map["bottom"] == nil)
    else {
      report(.twoEdges(at: value.place))
      return nil
    }
    guard let width = map["width"].flatMap({ length($0, of: "width") }),
      let height = map["height"].flatMap({ length($0, of: "height") })
    else { return nil }
    let left = map["left"].flatMap { length($0, of: "left") }
    let right = map["right"].flatMap { length($0, of: "right") }
    let top = map["top"].flatMap { length($0, of: "top") }
    let bottom = map["bottom"].flatMap { length($0, of: "bottom") }
    let frame = Rect(
      x: left ?? paper.width - (right ?? .zero) - width,
      y: top ?? paper.height - (bottom ?? .zero) - height, width: width, height: height)
    let part = map["part"].flatMap { word($0, of: "part")?.text } ?? ""
    // A logotype is never cut.
    var fills = part != Document.logotype
    if let fit = map["fit"], let written: Fit = choice(fit, of: "fit") { fills = written == .fill }
    var slot = PictureSlot(part: part, frame: frame, fills: fills)
    if let alternate = map["alt"] { slot.alternate = word(alternate, of: "alt")?.text ?? "" }
    if let focus = map["focus"], let text = word(focus, of: "focus")?.text {
      if let point = Figure.Crop.point(words: text) {
        slot.focus = .init(x: point.0, y: point.1)
      } else {
        report(
          .wrongValue(
            of: "focus",
            wanted: .described(
              sv: "två procenttal, från vänster och uppifrån, som \"30 % 40 %\"",
              en: "two percentages, from the left and the top, such as \"30 % 40 %\""),
            found: focus))
      }
    }
    let file = map["file"].flatMap { word($0, of: "file") }
    return (slot, file.map { Theme.OwnPicture(slot: 0, file: $0, alternate: slot.alternate) })
  }

  private enum Fit: String, CaseIterable { case fill, inside }

  private mutating func readSlot(_ value: Value) -> CoverStyle.Slot? {
    let known = ["part", "style", "top", "bottom", "left", "width"]
    guard let map = map(value, of: "slots", known: known) else { return nil }
    for key in ["part", "style", "left", "width"] where map[key] == nil {
      report(.missingKeyword(key, in: "slots", at: value.place))
    }
    guard let part = map["part"].flatMap({ word($0, of: "part")?.text }),
      let style = map["style"].flatMap({ styleName($0) }),
      let left = map["left"].flatMap({ length($0, of: "left") }),
      let width = map["width"].flatMap({ length($0, of: "width") })
    else { return nil }
    guard (map["top"] == nil) != (map["bottom"] == nil) else {
      report(.topOrBottom(at: value.place))
      return nil
    }
    let anchor: CoverStyle.Slot.Anchor = map["top"] != nil ? .top : .bottom
    guard let offset = (map["top"] ?? map["bottom"]).flatMap({ length($0, of: anchor.rawValue) })
    else { return nil }
    return CoverStyle.Slot(
      part: part, style: style, anchor: anchor, offset: offset, left: left, width: width)
  }

  // MARK: The logotype

  /// Reads `logotype: {file, alt, edge, offset, height, align, pages}`: the theme's own logotype,
  /// its place on pages, or both.
  mutating func readLogotype(
    _ value: Value
  ) -> (place: RunningLogotype?, picture: Theme.OwnPicture?)? {
    if value.scalar?.text == "none" { return nil }
    let known = ["file", "alt", "edge", "offset", "height", "align", "pages"]
    guard let map = map(value, of: "logotype", known: known) else { return nil }
    var own: Theme.OwnPicture?
    if let file = map["file"].flatMap({ word($0, of: "file") }) {
      if map["alt"] == nil { report(.missingKeyword("alt", in: "logotype", at: value.place)) }
      let alternate = map["alt"].flatMap { word($0, of: "alt")?.text } ?? ""
      own = Theme.OwnPicture(slot: nil, file: file, alternate: alternate)
    }
    guard let edge = map["edge"] else { return (nil, own) }
    for key in ["offset", "height"] where map[key] == nil {
      report(.missingKeyword(key, in: "logotype", at: value.place))
    }
    guard let edge: RunningLogotype.Edge = choice(edge, of: "edge"),
      let offset = map["offset"].flatMap({ length($0, of: "offset") }),
      let height = map["height"].flatMap({ length($0, of: "height") })
    else { return (nil, own) }
    var place = RunningLogotype(edge: edge, offset: offset, height: height)
    if let align = map["align"] { place.alignment = choice(align, of: "align") ?? .right }
    if let pages = map["pages"] { place.pages = choice(pages, of: "pages") ?? .all }
    return (place, own)
  }
}

extension Diagnostic {
  fileprivate static func twoEdges(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .missingKeyword,
      Message(
        sv: "en bild på omslaget har antingen 'left' eller 'right', och antingen 'top' eller "
          + "'bottom'",
        en: "a picture on the cover has either 'left' or 'right', and either 'top' or 'bottom'"),
      at: place)
  }

  fileprivate static func topOrBottom(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .missingKeyword,
      Message(
        sv: "en plats på omslaget har antingen 'top' eller 'bottom'",
        en: "a slot of the cover has either 'top' or 'bottom'"), at: place)
  }
}

import Geometry
public import Typography

extension PageSet {
  /// The pages as text: every item with its place in points (one decimal), its role and its words.
  ///
  /// This is what `sats inspect --stage pages` prints and what the tests compare. A run stands as
  /// `run x baseline fN role "words"`, one that is turned as `turned x baseline slope s fN …`, a
  /// rectangle as `fill x y width×height #rrggbb role`, a picture as `picture x y width×height pN
  /// role`, with `of x y width×height` where part of it is cut off.
  public func dump(words: WordTable) -> String {
    var lines: [String] = []
    for page in pages {
      lines.append("page \(page.number) \(page.size.width)×\(page.size.height)")
      for item in page.items { lines.append("  " + describe(item, on: page, words)) }
    }
    if !outline.isEmpty { lines.append("outline") }
    for entry in outline {
      let indent = String(repeating: "  ", count: entry.level)
      lines.append(
        "\(indent)\"\(entry.title)\" page \(entry.destination.page + 1) "
          + "y \(entry.destination.point.y)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The structure tree as text: one element to a line, indented, with what it holds.
  ///
  /// This is what `sats inspect --stage tags` prints.
  public func dumpStructure(words: WordTable) -> String {
    var content: [Int32: String] = [:]
    for page in pages {
      for item in page.items {
        guard case .content(let element) = item.role, case .run(let run) = item.mark else {
          continue
        }
        content[element.index, default: ""] += text(of: run, on: page, words)
      }
    }
    var lines: [String] = []
    func add(_ id: ElementID, depth: Int) {
      let element = structure[id]
      var line = String(repeating: "  ", count: depth) + element.kind.rawValue
      if element.columnSpan > 1 { line += " colspan=\(element.columnSpan)" }
      if element.rowSpan > 1 { line += " rowspan=\(element.rowSpan)" }
      if element.headsRow { line += " scope=row" }
      if let text = content[id.index] { line += " \"\(text)\"" }
      lines.append(line)
      for child in element.children { add(child, depth: depth + 1) }
    }
    add(structure.root, depth: 0)
    return lines.joined(separator: "\n") + "\n"
  }

  private func describe(_ item: PageItem, on page: Page, _ words: WordTable) -> String {
    let role = describe(item.role)
    switch item.mark {
    case .run(let run):
      return "run \(run.origin.x) \(run.origin.y) f\(run.font.index) \(role) "
        + "\"\(text(of: run, on: page, words))\""
    case .turned(let run, let slope):
      return "turned \(run.origin.x) \(run.origin.y) slope \((slope * 100).rounded() / 100) "
        + "f\(run.font.index) \(role) \"\(text(of: run, on: page, words))\""
    case .fill(let rect, let colour):
      return "fill \(describe(rect)) \(colour) \(role)"
    case .polygon(let corners, let colour):
      let corners = corners.map { "\($0.x) \($0.y)" }.joined(separator: ", ")
      return "polygon \(corners) \(colour) \(role)"
    case .roundedFill(let rect, let radius, let colour):
      return "rounded \(describe(rect)) r \(radius) \(colour) \(role)"
    case .stroke(let stroke):
      let path = stroke.path.map { "\($0.x) \($0.y)" }.joined(separator: ", ")
      let dashes = stroke.dashes.isEmpty ? "" : " dashed"
      return "stroke \(path) w \(stroke.thickness)\(dashes) \(stroke.colour) \(role)"
    case .picture(let placed):
      let cut = placed.frame == placed.area ? "" : " of \(describe(placed.area))"
      return "picture \(describe(placed.frame))\(cut) p\(placed.picture.index) \(role)"
    }
  }

  private func describe(_ rect: Rect) -> String {
    "\(rect.origin.x) \(rect.origin.y) \(rect.size.width)×\(rect.size.height)"
  }

  private func describe(_ role: Role) -> String {
    switch role {
    case .content(let id): structure[id].kind.rawValue
    case .artifact(let kind): "(\(kind.rawValue))"
    }
  }

  /// The words of a run with the spaces between them.
  private func text(of run: GlyphRun, on page: Page, _ words: WordTable) -> String {
    var text = ""
    for placed in page.words[run.words] {
      text += words.string(of: placed.word)
      if let space = placed.spaceAfter { text.unicodeScalars.append(space) }
    }
    return text
  }
}

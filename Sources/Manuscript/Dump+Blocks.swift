import Geometry
import Swedish

extension Furniture {
  /// Adds what stands in the margins.
  func dump(indent: String, into lines: inout [String]) {
    usual.dump("", indent: indent, into: &lines)
    first?.dump("first ", indent: indent, into: &lines)
    left?.dump("left ", indent: indent, into: &lines)
  }
}

extension Furniture.Margins {
  fileprivate func dump(_ pages: String, indent: String, into lines: inout [String]) {
    if head.isEmpty, foot.isEmpty, !pages.isEmpty { lines.append("\(indent)\(pages)nothing") }
    for line in head { lines.append("\(indent)\(pages)head \(line.dump)") }
    for line in foot { lines.append("\(indent)\(pages)foot \(line.dump)") }
  }
}

extension Furniture.Line {
  fileprivate var dump: String {
    let parts = [left, centre, right].map { quoted($0.text) }.joined(separator: " | ")
    return style.isEmpty ? parts : "\(parts) style \(style)"
  }
}

extension Figure {
  /// Adds the figure and what is said of it.
  func dump(indent: String, into lines: inout [String]) {
    var line =
      chart.map { "\(indent)chart \($0.kind.rawValue)" } ?? "\(indent)figure \(quoted(path))"
    if !id.isEmpty { line += " #\(id)" }
    switch width {
    case .column: break
    case .full: line += " full"
    case .margin: line += " margin"
    case .fixed(let width): line += " \(width) pt"
    case .share(let share): line += " \(Int((share * 1000).rounded())) ‰"
    }
    if crop != Crop() {
      let height = crop.ratio.map { "height \(Int(($0 * 1000).rounded())) ‰ " } ?? ""
      line += " crop \(height)at \(Int((crop.x * 100).rounded())) "
      line += "\(Int((crop.y * 100).rounded())) %"
    }
    if !mayFloat { line += " here" }
    lines.append(line)
    lines.append("\(indent)  alternate \(quoted(alternate))")
    for (name, text) in [("label", label), ("caption", caption), ("credit", credit)] {
      if let text { lines.append("\(indent)  \(name) \(text.dump)") }
    }
    chart?.dump(indent: indent + "  ", into: &lines)
  }
}

extension Chart {
  /// Adds the numbers and what they are held against.
  fileprivate func dump(indent: String, into lines: inout [String]) {
    var line = "\(indent)data \(dataTable.rawValue)"
    if stacking != .grouped { line += " \(stacking.rawValue)" }
    if !unit.isEmpty { line += " unit \(quoted(unit))" }
    if let startsAtZero { line += startsAtZero ? " from zero" : " not from zero" }
    if let height { line += " height \(height) pt" }
    lines.append(line)
    lines.append("\(indent)categories \(categories.map { quoted($0) }.joined(separator: ", "))")
    for series in series {
      let values = series.values.map { $0?.description ?? ".." }.joined(separator: "; ")
      lines.append("\(indent)series \(quoted(series.name)) \(values)")
    }
    if let target { lines.append("\(indent)target \(quoted(target.name)) \(target.amount)") }
    for limit in limits { lines.append("\(indent)limit \(quoted(limit.name)) \(limit.amount)") }
  }
}

extension Panel {
  /// Adds the box and what stands in it.
  func dump(indent: String, into lines: inout [String]) {
    var line = "\(indent)box style \(style)"
    if !id.isEmpty { line += " #\(id)" }
    if let title { line += " \(title.dump)" }
    lines.append(line)
    for block in blocks { block.dump(indent: indent + "  ", into: &lines) }
  }
}

extension Quotation {
  /// Adds the quotation.
  func dump(indent: String, into lines: inout [String]) {
    lines.append("\(indent)quotation")
    for block in blocks { block.dump(indent: indent + "  ", into: &lines) }
    if let source { lines.append("\(indent)  source style \(sourceStyle) \(source.dump)") }
  }
}

extension Signatures {
  /// Adds the places to sign.
  func dump(indent: String, into lines: inout [String]) {
    lines.append("\(indent)signatures style \(style)")
    for place in places {
      lines.append("\(indent)  \(place.role.dump) | \(place.name.dump) | \(place.text.dump)")
    }
  }
}

extension Part {
  /// Adds the part and its blocks.
  func dump(indent: String, into lines: inout [String]) {
    var line = "\(indent)part \(quoted(title))"
    if !id.isEmpty { line += " #\(id)" }
    if let numbering {
      line += " numbers \(numbering.figures.rawValue)"
      if let start = numbering.start { line += " from \(start)" }
      if !numbering.prefix.isEmpty { line += " prefix \(quoted(numbering.prefix))" }
    }
    if opensRecto { line += " recto" }
    if !blankText.isEmpty { line += " blank \(quoted(blankText))" }
    if let watermark { line += " watermark \(quoted(watermark))" }
    lines.append(line)
    furniture?.dump(indent: indent + "  ", into: &lines)
    for block in blocks { block.dump(indent: indent + "  ", into: &lines) }
  }
}

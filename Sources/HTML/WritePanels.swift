import Manuscript

// Blocks that hold others: boxes of facts, quotations, places to sign, parts.

extension HTMLWriter {
  /// Writes a figure with its caption, which stands above a chart as it does in print.
  mutating func write(_ figure: Figure) {
    element("figure", figure.id.isEmpty ? [] : [("id", figure.id)]) { writer in
      switch figure.content {
      case .picture:
        writer.writePicture(figure.path, figure.alternate)
        writer.writeCaption(figure)
      case .chart(let chart):
        writer.writeCaption(figure)
        writer.write(chart, spoken: figure.alternate)
      }
    }
    text += "\n"
  }

  private mutating func writeCaption(_ figure: Figure) {
    let texts = [figure.label?.strong, figure.caption, figure.credit].compactMap(\.self)
    guard !texts.isEmpty else { return }
    element("figcaption") { writer in
      for (number, text) in texts.enumerated() {
        if number > 0 { writer.text += " " }
        writer.write(text)
      }
    }
  }

  /// Writes a chart as a drawing, with its numbers in a table that readers may open; where nobody
  /// draws, the table stands for it.
  private mutating func write(_ chart: Chart, spoken: String) {
    guard let drawing else { return write(chart.table()) }
    text += drawing(chart, spoken)
    guard chart.dataTable == .hidden, chart.kind != .sparkline else { return }
    element("details") { writer in
      writer.element("summary") { $0.text += $0.words.numbers }
      writer.write(chart.table())
    }
  }

  /// Writes a box as an aside under its title.
  mutating func write(_ panel: Panel) {
    var attributes = [("class", panel.style)]
    if !panel.id.isEmpty { attributes.append(("id", panel.id)) }
    element("aside", attributes) { writer in
      writer.text += "\n"
      if let title = panel.title, !title.isEmpty {
        writer.element("p", [("class", "\(panel.style)-title")]) { $0.write(title) }
        writer.text += "\n"
      }
      for block in panel.blocks { writer.write(block) }
    }
    text += "\n"
  }

  /// Writes a quotation, with whose words they are after it.
  mutating func write(_ quotation: Quotation) {
    element("blockquote") { writer in
      writer.text += "\n"
      for block in quotation.blocks {
        // The paragraphs of a quotation are no quotations of their own.
        if case .paragraph(let paragraph) = block {
          writer.element("p", [("class", paragraph.style)]) { $0.write(paragraph.text) }
          writer.text += "\n"
        } else {
          writer.write(block)
        }
      }
    }
    if let source = quotation.source, !source.isEmpty {
      text += "\n"
      element("p", [("class", quotation.sourceStyle)]) { $0.write(source) }
    }
    text += "\n"
  }

  /// Writes places to sign.
  mutating func write(_ signatures: Signatures) {
    element("div", [("class", "signatures")]) { writer in
      writer.text += "\n"
      for place in signatures.places {
        writer.element("div", [("class", "signature")]) { writer in
          for line in [place.role, place.name, place.text] where !line.isEmpty {
            writer.element("p") { $0.write(line) }
          }
        }
        writer.text += "\n"
      }
    }
    text += "\n"
  }

  /// Writes a part as a section.
  mutating func write(_ part: Part) {
    element("section", part.id.isEmpty ? [] : [("id", part.id)]) { writer in
      writer.text += "\n"
      for block in part.blocks { writer.write(block) }
    }
    text += "\n"
  }
}

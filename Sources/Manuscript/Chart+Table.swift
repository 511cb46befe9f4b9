import Swedish

extension Chart {
  /// The most categories that head columns; beyond that they head rows.
  private static let mostColumns = 13

  /// The chart's numbers as a table: the categories across the page where that is not too wide, so
  /// that the table is as low as there are series, else down it.
  ///
  /// The corner says what the numbers are counted in.
  public func table(style: String = "table") -> Table {
    let corner = Table.Cell(RichText(unit))
    let number = Table.Column(alignment: .decimal, width: .fit)
    let isAcross =
      series.count <= 6 && (3...Self.mostColumns).contains(categories.count)
      && categories.allSatisfy { $0.count <= 8 }
    let heads = isAcross ? categories : series.map { $0.name.isEmpty ? unit : $0.name }
    let labels = isAcross ? series.map { $0.name.isEmpty ? unit : $0.name } : categories
    var rows = labels.indices.map { row in
      var label = Table.Cell(RichText(labels[row]))
      label.isRowHead = true
      let values = heads.indices.map { column in
        text(of: isAcross ? series[row].values[column] : series[column].values[row])
      }
      return Table.Row(cells: [label] + values.map { Table.Cell(RichText($0)) })
    }
    // What has one value, whatever the category.
    for level in levels where isAcross {
      var label = Table.Cell(RichText(level.name))
      label.isRowHead = true
      let value = Table.Cell(RichText(level.amount.text(numbers)))
      rows.append(Table.Row(cells: [label] + heads.map { _ in value }))
    }
    return Table(
      columns: [Table.Column(width: .auto)] + heads.map { _ in number },
      head: [Table.Row(cells: [corner] + heads.map { Table.Cell(RichText($0)) })], rows: rows,
      continuedWord: "", style: style)
  }

  /// A value as it is printed; two points for one that is missing.
  private func text(of value: Amount?) -> String {
    value?.text(numbers) ?? MissingValue.unavailable.rawValue
  }
}

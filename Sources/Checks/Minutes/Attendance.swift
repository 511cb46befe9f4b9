import Swedish

/// Who took part in a meeting, and in which of its paragraphs.
struct Attendance {
  /// Someone who served.
  struct Person {
    /// Where the name stands.
    let field: Field
    /// The name alone.
    let name: String
    /// The member that a substitute served for; nil for a member.
    let replaces: Field?
    /// The paragraphs that the person was there for; nil for all.
    let during: [ClosedRange<Int>]?

    /// Whether the person was there for a paragraph.
    func serves(at number: Int?) -> Bool {
      guard let during, let number else { return true }
      return during.contains { $0.contains(number) }
    }
  }

  /// One paragraph, with those who left it to others.
  struct Paragraph {
    let field: Field
    /// Where its number stands; the paragraph itself where it has none.
    let place: Field
    let number: Int?
    /// Those who were disqualified, with the substitutes who served in their stead.
    let disqualified: [(field: Field, name: String, standIn: Field?)]
  }

  /// Those who served.
  let serving: [Person]
  /// The names of members who were away.
  let absent: Set<String>
  /// The substitutes who were there and did not serve, by their names.
  let substitutes: [String: Field]
  /// The paragraphs.
  let paragraphs: [Paragraph]

  /// Reads who took part from the plan, as the arguments say.
  init(_ data: CheckedData, _ arguments: CheckArguments) {
    serving = arguments.entries("serving", in: data.plan).compactMap { entry in
      guard let field = arguments.field("name", in: entry), let text = field.text else {
        return nil
      }
      let during = arguments.entries("during", in: entry).compactMap(\.paragraphs).map {
        $0.first...max($0.first, $0.last ?? $0.first)
      }
      return Person(
        field: field, name: personName(text), replaces: arguments.field("replaces", in: entry),
        during: during.isEmpty ? nil : during)
    }
    absent = Set(arguments.entries("absent", in: data.plan).compactMap(\.text).map(personName))
    substitutes = Dictionary(
      arguments.entries("substitutes", in: data.plan).compactMap { field in
        field.text.map { (personName($0), field) }
      }, uniquingKeysWith: { first, _ in first })
    paragraphs = arguments.entries("items", in: data.plan).map { item in
      let number = arguments.field("number", in: item)
      return Paragraph(
        field: item, place: number ?? item, number: number?.paragraphs?.first,
        disqualified: arguments.entries("disqualified", in: item).compactMap { entry in
          guard let field = arguments.field("disqualified-name", in: entry),
            let text = field.text
          else { return nil }
          return (field, personName(text), arguments.field("stand-in", in: entry))
        })
    }
  }

  /// The names of those who served in a paragraph, in their order, stand-ins last.
  func names(servingAt paragraph: Paragraph) -> [String] {
    let left = Set(paragraph.disqualified.map(\.name))
    let stayed = serving.filter { $0.serves(at: paragraph.number) && !left.contains($0.name) }
    let standIns = paragraph.disqualified.compactMap { $0.standIn?.text.map(personName) }
    return stayed.map(\.name) + standIns
  }
}

/// A name without the party that follows it: `Bo Lind (S)` is Bo Lind.
func personName(_ text: String) -> String {
  let bare = text.split(separator: "(").first ?? ""
  return bare.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

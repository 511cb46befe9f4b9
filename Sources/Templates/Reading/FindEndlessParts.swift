import Diagnostics

extension TemplateReader {
  /// Reports the parts that use themselves without coming nearer to the data's end.
  ///
  /// A round of parts that use each other ends if every use goes to the same item or further into
  /// it, and one of them goes further. A use from inside a list that stands outside the part's own
  /// item starts over on the same data, and a round through it never ends; nor does a round that
  /// stays at one item.
  mutating func reportEndless() {
    for call in calls where call.descent == nil && reaches(call.from, from: call.to, via: calls) {
      report(.endless(at: call.place))
    }
    let still = calls.filter { $0.descent == 0 }
    for call in still where reaches(call.from, from: call.to, via: still) {
      report(.endless(at: call.place))
    }
  }

  private func reaches(_ goal: Int, from start: Int, via calls: [Call]) -> Bool {
    var seen: Set<Int> = [start]
    var front = [start]
    while let part = front.popLast() {
      if part == goal { return true }
      for call in calls where call.from == part && seen.insert(call.to).inserted {
        front.append(call.to)
      }
    }
    return false
  }
}

extension Diagnostic {
  fileprivate static func endless(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .endlessPart,
      Message(
        sv: "delen använder sig själv utan att gå längre in i sina egna data, och tar aldrig slut",
        en: "the part uses itself without going further into its own data, and never ends"),
      at: place,
      fixes: [
        Fix(
          Message(
            sv: "använd den inuti 'each' över en lista som hör till delens egen post",
            en: "use it inside 'each' over a list that belongs to the part's own item"))
      ])
  }
}

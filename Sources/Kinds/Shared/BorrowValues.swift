public import Diagnostics
public import Input

/// Completes a plan with what its organisation's file says once for many plans.
///
/// Where the schema says `shared`, a map that names an entry of a list in the organisation's file
/// has that entry's keys too, and a list of its own has the entries that it does not itself have.
/// What the plan writes wins, key by key; a key without a value counts as not written. What is
/// borrowed keeps its place in the organisation's file, may borrow in its turn, and is checked with
/// the plan like all that stands in it; entries that this plan does not borrow are checked here, so
/// that a slip in one is told to whoever opens the file next. The entry's `id` stays behind: two
/// places of a plan may borrow the same entry.
///
/// Reports `unknown-shared`, `duplicate-shared`, `shared-loop`, `shared-file`, and what `check`
/// reports.
///
/// - Parameters:
///   - plan: The plan, its tables filled.
///   - schema: What it may contain, and which of it is shared.
///   - organisation: What the organisation's file holds; nil where there is none.
/// - Returns: The plan with what it borrows, and what was found.
public func borrowValues(
  into plan: Value, schema: Schema, from organisation: Value?
) -> (Value, [Diagnostic]) {
  var borrower = Borrower(schema: schema, organisation: organisation)
  let borrowed = borrower.borrow(plan, schema.root)
  borrower.checkUnused()
  return (borrowed ?? plan, borrower.diagnostics)
}

/// Walks a plan beside its schema and puts in what is shared.
private struct Borrower {
  let schema: Schema
  /// The shared lists that the schema names and the organisation has.
  private var lists: [String: SharedList] = [:]
  private let hasOrganisation: Bool
  /// The entries that are being put in, from the outermost.
  private var open: [(list: String, id: String)] = []
  private var path = PlanPath()
  private(set) var diagnostics: [Diagnostic] = []

  init(schema: Schema, organisation: Value?) {
    self.schema = schema
    hasOrganisation = organisation != nil
    for id in schema.ids {
      guard let source = schema[id].shared, lists[source.list] == nil,
        let entries = organisation?[source.list]?.list
      else { continue }
      let node = schema[id].allows(.object) ? id : schema[id].items
      let list = SharedList(
        source: source, node: node, entries: entries, isNamed: schema[id].allows(.object))
      lists[source.list] = list
      diagnostics += list.faults
    }
  }

  /// A value with what it borrows; nil where it borrows nothing.
  mutating func borrow(_ value: Value, _ id: SchemaNode.ID) -> Value? {
    let node = schema[id]
    switch value.content {
    case .map(let map):
      let entry = node.shared.flatMap { map[$0.key]?.scalar == nil ? nil : $0 }
      if let source = entry { return completed(map, source, id, at: value.place) }
      return walked(map, id).map { Value(.map($0), at: value.place) }
    case .list(let list):
      return extended(list, id).map { Value(.list($0), at: value.place) }
    case .scalar, .null: return nil
    }
  }

  // MARK: Walking

  /// A map whose values have what they borrow; nil where none does.
  private mutating func walked(_ map: Map, _ id: SchemaNode.ID) -> Map? {
    var entries = map.entries
    var isChanged = false
    for index in entries.indices {
      guard let child = schema.child(entries[index].key, of: id) else { continue }
      path.enter(entries[index].key)
      if let value = borrow(entries[index].value, child) {
        entries[index].value = value
        isChanged = true
      }
      path.leave()
    }
    // A list that the plan does not have may still be the organisation's.
    for property in schema[id].properties where map[property.name] == nil {
      guard let source = schema[property.node].shared, schema[property.node].allows(.array),
        !schema[property.node].allows(.object), let list = lists[source.list]
      else { continue }
      lists[source.list]?.used.formUnion(list.entries.indices)
      entries.append(
        Map.Entry(
          key: property.name, keyPlace: list.place,
          value: Value(.list(list.entries), at: list.place)))
      isChanged = true
    }
    return isChanged ? Map(entries: entries) : nil
  }

  /// A list whose entries have what they borrow, followed by those that it shares; nil where it is
  /// as it was.
  private mutating func extended(_ list: [Value], _ id: SchemaNode.ID) -> [Value]? {
    let node = schema[id]
    var list = list
    var isChanged = false
    if let items = node.items {
      for index in list.indices {
        path.enter(index)
        if let value = borrow(list[index], items) {
          list[index] = value
          isChanged = true
        }
        path.leave()
      }
    }
    guard let source = node.shared, !node.allows(.object), let shared = lists[source.list] else {
      return isChanged ? list : nil
    }
    let own = Set(list.compactMap { $0[source.key]?.scalar?.text })
    for (index, entry) in shared.entries.enumerated() {
      lists[source.list]?.used.insert(index)
      guard let name = entry[source.key]?.scalar?.text, !own.contains(name) else { continue }
      list.append(entry)
      isChanged = true
    }
    return isChanged ? list : nil
  }

  // MARK: Borrowing

  /// A map with the keys that it does not write from the entry that it names.
  private mutating func completed(
    _ map: Map, _ source: SharedSource, _ id: SchemaNode.ID, at place: Place
  ) -> Value? {
    guard let reference = map[source.key], let name = reference.scalar?.text else { return nil }
    var map = walked(map, id) ?? map
    if let loop = open.firstIndex(where: { $0 == (source.list, name) }) {
      report(.sharedLoop(open[loop...].map(\.id) + [name], at: reference.place))
      fill(&map, id, reference)
    } else if let index = lists[source.list]?.index(of: name),
      let entry = lists[source.list]?.entries[index]
    {
      lists[source.list]?.used.insert(index)
      open.append((source.list, name))
      let shared = borrow(withoutFiles(entry), id)?.map ?? entry.map ?? Map(entries: [])
      open.removeLast()
      map.entries.removeAll { entry in entry.value.isNull && shared[entry.key] != nil }
      map.entries += shared.entries.filter { entry in
        entry.key != SharedSource.identity && map[entry.key] == nil
      }
    } else {
      let known = lists[source.list].map { Array($0.names) } ?? []
      report(
        .unknownShared(
          name, source, known: known, hasOrganisation: hasOrganisation, at: reference.place))
      fill(&map, id, reference)
    }
    return Value(.map(map), at: place)
  }

  /// Puts in the keys that a map must have: what it could not borrow is not missing besides.
  private func fill(_ map: inout Map, _ id: SchemaNode.ID, _ reference: Value) {
    for key in schema[id].required where map[key] == nil {
      map.entries.append(Map.Entry(key: key, keyPlace: reference.place, value: reference))
    }
  }

  /// Tells of texts that a shared entry would take from files, in nobody knows which folder.
  private mutating func withoutFiles(_ value: Value) -> Value {
    for place in value.filePlaces { report(.sharedFile(at: place)) }
    return value
  }

  private mutating func report(_ finding: Diagnostic) {
    // The same entry, borrowed twice, has one fault.
    guard !diagnostics.contains(where: { $0.place == finding.place && $0.code == finding.code })
    else { return }
    var finding = finding
    let path = path.description
    if finding.path == nil, !path.isEmpty, open.isEmpty { finding.path = path }
    diagnostics.append(finding)
  }

  /// Checks the entries that this plan does not borrow.
  mutating func checkUnused() {
    for (name, list) in lists.sorted(by: { $0.key < $1.key }) {
      guard let node = list.node else { continue }
      for (index, entry) in list.entries.enumerated() where !list.used.contains(index) {
        open = [(name, list.name(of: entry) ?? "")]
        let whole = borrow(withoutFiles(entry), node) ?? entry
        open = []
        for var finding in check(whole, against: schema.rooted(at: node)) {
          finding.path = "\(name)[\(index)]" + (finding.path.map { "." + $0 } ?? "")
          report(finding)
        }
      }
    }
  }
}

/// A list of the organisation's file that plans borrow from.
private struct SharedList {
  /// What its entries may be; nil for anything.
  let node: SchemaNode.ID?
  let entries: [Value]
  /// The entries that the plan has borrowed.
  var used: Set<Int> = []
  /// The key that tells its entries apart.
  private let key: String
  /// Two entries of one name.
  let faults: [Diagnostic]
  /// The names of the entries, in their order.
  let names: [String]
  private let indices: [String: Int]

  /// A list whose entries are told apart by their `id`, where they are borrowed by name, or by the
  /// key that the list's own entries are told apart by.
  init(source: SharedSource, node: SchemaNode.ID?, entries: [Value], isNamed: Bool) {
    self.node = node
    self.entries = entries
    let key = isNamed ? SharedSource.identity : source.key
    self.key = key
    var names: [String] = []
    var indices: [String: Int] = [:]
    var faults: [Diagnostic] = []
    for (index, entry) in entries.enumerated() {
      guard let name = entry[key]?.scalar?.text else { continue }
      if let first = indices[name] {
        let place = entry[key]?.place ?? entry.place
        faults.append(.duplicateShared(name, source.list, first: entries[first].place, at: place))
      } else {
        indices[name] = index
        names.append(name)
      }
    }
    self.names = names
    self.indices = indices
    self.faults = faults
  }

  /// What an entry is called.
  func name(of entry: Value) -> String? { entry[key]?.scalar?.text }

  /// The number of the entry of a name.
  func index(of name: String) -> Int? { indices[name] }

  /// Where the list begins.
  var place: Place { entries.first?.place ?? .none }
}

extension Value {
  /// Where something in it names a file.
  fileprivate var filePlaces: [Place] {
    switch content {
    case .map(let map):
      map.entries.flatMap { $0.key == TableRequest.fileKey ? [$0.keyPlace] : $0.value.filePlaces }
    case .list(let list): list.flatMap(\.filePlaces)
    case .scalar, .null: []
    }
  }
}

// MARK: - Messages

extension Diagnostic {
  fileprivate static func unknownShared(
    _ name: String, _ source: SharedSource, known: [String], hasOrganisation: Bool,
    at place: Place
  ) -> Diagnostic {
    var diagnostic = Diagnostic(
      .error, .unknownShared,
      Message(
        sv: "'\(name)' finns inte bland '\(source.list)' i organisationens fil",
        en: "'\(name)' is not among '\(source.list)' in the organisation's file"),
      at: place, endColumn: Int(place.column) + name.unicodeScalars.count)
    if !hasOrganisation {
      diagnostic.notes = [
        Note(
          Message(
            sv: "det finns ingen organisation.yaml i planens mapp eller ovanför",
            en: "there is no organisation.yaml in the plan's folder or above it"))
      ]
    } else if let near = nearest(to: name, among: known) {
      diagnostic.fixes = [
        Fix(
          Message(sv: "menade du '\(near)'?", en: "did you mean '\(near)'?"), replacement: near)
      ]
    } else {
      let list = known.isEmpty ? "–" : known.joined(separator: ", ")
      diagnostic.notes = [Note(Message(sv: "där finns \(list)", en: "there are \(list)"))]
    }
    return diagnostic
  }

  fileprivate static func duplicateShared(
    _ name: String, _ list: String, first: Place, at place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, .duplicateShared,
      Message(
        sv: "'\(name)' står två gånger bland '\(list)'; ta bort den ena eller ge den ett annat id",
        en: "'\(name)' stands twice in '\(list)'; remove one or give it another id"),
      at: place, endColumn: Int(place.column) + name.unicodeScalars.count,
      notes: [
        Note(Message(sv: "den första står här", en: "the first stands here"), at: first)
      ])
  }

  fileprivate static func sharedLoop(_ names: [String], at place: Place) -> Diagnostic {
    let row = names.joined(separator: " → ")
    return Diagnostic(
      .error, .sharedLoop,
      Message(
        sv: "det som hämtas hämtar sig självt: \(row)",
        en: "what is borrowed borrows itself: \(row)"), at: place)
  }

  fileprivate static func sharedFile(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, .sharedFile,
      Message(
        sv: "det som många planer hämtar kan inte stå i en egen fil",
        en: "what many plans borrow cannot stand in a file of its own"), at: place,
      fixes: [
        Fix(
          Message(
            sv: "skriv texten här i organisationens fil",
            en: "write the text here in the organisation's file"))
      ])
  }
}

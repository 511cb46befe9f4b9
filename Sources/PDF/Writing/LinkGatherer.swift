import Geometry
import Pages
import Typography

/// Finds the links of a document, where on the pages each can be touched, and where it leads.
///
/// Beside the links of the text there is one from each note's mark back to where the note is called.
struct LinkGatherer {
  /// Where a link can be touched: a line or a part of one.
  struct Area {
    var page: Int
    var rect: Rect
  }

  /// Where a link leads.
  enum Goal {
    case address(String)
    case place(PageSet.Destination)
  }

  /// A link.
  struct Link {
    /// The element that it is.
    var node: Int32
    var target: LinkTarget?
    /// The note that it leads back from.
    var backFrom: Int?
    /// The note that its words are part of.
    var note: Int?
    var areas: [Area] = []
    var text = ""
    var goal: Goal?
  }

  private(set) var links: [Link] = []

  /// A note: its element, its mark's link, the first link to it, and what it says.
  private struct Note {
    var element: ElementID
    var label: Int?
    var call: Int?
    var text = ""
  }

  private enum Watch: Hashable {
    case nothing
    case link(Int)
    case note(Int)
  }

  /// The notes as they come in the tree.
  private var notes: [Note] = []
  /// Their places in `notes`, by their numbers among the document's notes.
  private var noteOfNumber: [Int: Int] = [:]
  /// What to gather of each element.
  private var watches: [Watch]
  private let measure: RunMeasure

  /// The links of a tree, which gets an element more for each note's mark.
  init(
    _ structure: StructureTree, tree: inout TagTree, measure: RunMeasure
  ) {
    self.measure = measure
    let elements = structure.elements
    watches = Array(repeating: .nothing, count: elements.count)
    var lastNumber = -1
    for index in elements.indices {
      switch elements[index].kind {
      case .link:
        guard let target = structure.details(of: ElementID(index: Int32(index)))?.target else {
          continue
        }
        watches[index] = .link(links.count)
        links.append(Link(node: Int32(index), target: target))
      case .note:
        let id = ElementID(index: Int32(index))
        for child in elements[index].children where elements[Int(child.index)].kind != .label {
          watch(child, for: notes.count, structure)
        }
        let number = structure.details(of: id)?.note ?? lastNumber + 1
        lastNumber = number
        noteOfNumber[number] = notes.count
        notes.append(Note(element: id))
      default: break
      }
    }
    for (index, link) in links.enumerated() {
      guard case .note(let number) = link.target, let note = noteOfNumber[number] else { continue }
      if notes[note].call == nil { notes[note].call = index }
    }
    for (index, link) in links.enumerated() {
      var parent = structure.elements[Int(link.node)].parent
      while let holder = parent, links[index].note == nil {
        if case .note(let note) = watches[Int(holder.index)] { links[index].note = note }
        parent = structure[holder].parent
      }
    }
    addLinksBack(structure, &tree)
  }

  /// Notes that all in an element is what a note says; links in it come to their own later.
  private mutating func watch(_ element: ElementID, for note: Int, _ structure: StructureTree) {
    watches[Int(element.index)] = .note(note)
    for child in structure[element].children { watch(child, for: note, structure) }
  }

  private mutating func addLinksBack(_ structure: StructureTree, _ tree: inout TagTree) {
    for note in notes.indices where notes[note].call != nil {
      let children = structure[notes[note].element].children
      guard let label = children.first(where: { structure[$0].kind == .label }) else { continue }
      let node = tree.add(.link, to: label.index)
      watches[Int(label.index)] = .link(links.count)
      notes[note].label = links.count
      links.append(Link(node: node, target: nil, backFrom: note))
    }
  }

  /// The node that holds what stands on the pages of an element: itself, or for a note's mark the
  /// link inside it.
  func node(of element: ElementID) -> Int32 {
    guard case .link(let link) = watches[Int(element.index)] else { return element.index }
    return links[link].node
  }

  /// Gathers what a leaf of a page has of links.
  mutating func gather(_ leaf: ContentRewriter.Leaf, of page: Page, index: Int) {
    let watch = watches[Int(leaf.element.index)]
    guard watch != .nothing else { return }
    for item in page.items[leaf.items] {
      guard case .run(let run) = item.mark else { continue }
      let text = measure.text(of: run, on: page)
      switch watch {
      case .nothing: break
      case .link(let link):
        add(run, of: page, index: index, to: link)
        links[link].text += text
        if let note = links[link].note { notes[note].text += text }
      case .note(let note): notes[note].text += text
      }
    }
  }

  private mutating func add(_ run: GlyphRun, of page: Page, index: Int, to link: Int) {
    guard let box = measure.box(of: run, on: page) else { return }
    // Runs of one line are one area.
    if let area = links[link].areas.last, area.page == index,
      area.rect.origin.y < run.origin.y, area.rect.bottom > run.origin.y,
      area.rect.origin.x <= run.origin.x
    {
      links[link].areas[links[link].areas.count - 1].rect = area.rect.joined(with: box)
    } else {
      links[link].areas.append(Area(page: index, rect: box))
    }
  }

  /// Finds where the links lead, when all pages have been gathered; those that lead nowhere become
  /// spans of the tree.
  mutating func resolve(_ destinations: [String: PageSet.Destination], tree: inout TagTree) {
    for index in links.indices {
      if let note = links[index].backFrom {
        links[index].goal = notes[note].call.flatMap(place)
      } else {
        switch links[index].target {
        case .address(let address): links[index].goal = .address(address)
        case .block(let id): links[index].goal = destinations[id].map(Goal.place)
        case .note(let number):
          links[index].goal = noteOfNumber[number].flatMap { notes[$0].label }.flatMap(place)
        case nil: break
        }
      }
      if links[index].goal == nil || links[index].areas.isEmpty {
        links[index].goal = nil
        tree.makeSpan(of: links[index].node)
      }
    }
  }

  private func place(ofLink index: Int) -> Goal? {
    links[index].areas.first.map {
      .place(PageSet.Destination(page: $0.page, point: $0.rect.origin))
    }
  }

  /// What a link is called where its text cannot be seen.
  func description(of link: Link, _ spoken: SpokenWords) -> String {
    let text = link.text.onOneLine
    if link.backFrom != nil { return spoken.back(from: text) }
    switch link.target {
    case .address(let address):
      let isSaid = [text, "mailto:" + text, "https://" + text, "http://" + text].contains(address)
      return isSaid ? text : text + " (" + address + ")"
    case .note(let number):
      guard let note = noteOfNumber[number] else { return text }
      let said = notes[note].text.onOneLine
      // Characters are only counted where there may be too many.
      let isShort = said.utf8.count <= Self.longestNote
      return spoken.note(text, isShort ? said : String(said.prefix(Self.longestNote)))
    case .block where text.allSatisfy(\.isNumber): return spoken.page(text)
    case .block, nil: return text
    }
  }

  /// How many characters of a note its links say.
  private static let longestNote = 200
}

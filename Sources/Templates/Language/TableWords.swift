import Geometry
import Manuscript

// What plans write in Swedish about a table of theirs, and templates in English.

/// A word about a table that a template may say, or leave to a field of the data.
protocol TableWord: Sendable {
  /// What a word of the template or of a plan means; nil for a word that means nothing here.
  init?(words: String)

  /// The words that a template may use.
  static var templateWords: [String] { get }
  /// The words that a plan may use, for messages.
  static var planWords: String { get }
}

/// What a column's cells hold.
enum ColumnType: TableWord {
  case text, number, percent, target, date
  /// Paragraphs and lists in Markdown.
  case prose

  init?(words: String) {
    switch words {
    case "text": self = .text
    case "number", "tal": self = .number
    case "percent", "procent": self = .percent
    case "målvärde": self = .target
    case "date", "datum": self = .date
    case "prose", "löptext": self = .prose
    default: return nil
    }
  }

  static var templateWords: [String] { ["text", "number", "percent", "målvärde", "date", "prose"] }
  static var planWords: String { "text, tal, procent, målvärde, datum, löptext" }

  /// Whether the cells are numbers, which stand on their commas and may be missing.
  var isNumeric: Bool { self == .number || self == .percent || self == .target }
}

/// How many decimals a column's numbers are printed with.
enum DecimalRule: TableWord {
  case count(Int)
  /// As many as the one that is written with most.
  case alike

  init?(words: String) {
    if words == "alike" || words == "lika" {
      self = .alike
    } else {
      guard let count = SmallCount(words: words) else { return nil }
      self = .count(count.value)
    }
  }

  static var templateWords: [String] { ["0", "1", "2", "alike"] }
  static var planWords: String { "0, 1, 2, lika" }
}

/// A number from 0 to 9.
struct SmallCount: TableWord {
  var value: Int

  init?(words: String) {
    guard let value = Int(words), (0...9).contains(value) else { return nil }
    self.value = value
  }

  static var templateWords: [String] { ["0", "1", "2"] }
  static var planWords: String { "0, 1, 2" }
}

/// What stands in a cell that holds nothing.
enum EmptyRule: TableWord {
  case blank
  /// Nothing: its room is its left neighbour's.
  case join
  /// A sign that says why.
  case sign(String)

  init?(words: String) {
    switch words {
    case "blank", "tomt": self = .blank
    case "join", "ihop": self = .join
    case "–", "-", "−": self = .sign("–")
    case ".", "..": self = .sign(words)
    default: return nil
    }
  }

  static var templateWords: [String] { ["blank", "–", "..", ".", "join"] }
  static var planWords: String { "tomt, –, .., ., ihop" }
}

/// Where a table's notes stand.
enum NotePlace: TableWord {
  /// Under the table.
  case table
  /// At the foot of the page.
  case foot

  init?(words: String) {
    switch words {
    case "table", "tabell": self = .table
    case "foot", "sidfot": self = .foot
    default: return nil
    }
  }

  static var templateWords: [String] { ["table", "foot"] }
  static var planWords: String { "tabell, sidfot" }
}

/// What a row is, as plans and templates say it.
enum RowRole: TableWord {
  case kind(Table.Row.Kind)
  /// A heading: over the rows that follow, or over the columns if it has words in several of them.
  case heading

  init?(words: String) {
    switch words {
    case "item", "post": self = .kind(.item)
    case "group", "grupp": self = .kind(.group)
    case "part", "varav": self = .kind(.part)
    case "subtotal", "delsumma": self = .kind(.subtotal)
    case "total", "summa": self = .kind(.total)
    case "head", "huvud": self = .kind(.head)
    case "heading", "rubrik": self = .heading
    default: return nil
    }
  }

  static var templateWords: [String] {
    ["item", "group", "part", "subtotal", "total", "head", "heading"]
  }
  static var planWords: String { "post, rubrik, grupp, varav, delsumma, summa, huvud" }
}

extension Table.Column.Width: TableWord {
  /// A width from words: `auto`, `fit` or `innehåll`, `30 mm`, `85 pt`, `25 %`.
  init?(words: String) {
    switch words {
    case "auto": self = .auto
    case "fit", "innehåll": self = .fit
    default:
      if words.hasSuffix("%") {
        let number = String(words.dropLast()).trimmingSpaces
        guard let share = Double(measure: number), share > 0, share <= 100 else { return nil }
        self = .share(share / 100)
      } else {
        guard let length = Length(measure: words), length > .zero else { return nil }
        self = .fixed(length)
      }
    }
  }

  static var templateWords: [String] { ["auto", "fit", "30 mm", "85 pt", "25 %"] }
  static var planWords: String { "innehåll, 30 mm, 25 %" }
}

extension Length: TableWord {
  init?(words: String) {
    guard let length = Length(measure: words), length > .zero else { return nil }
    self = length
  }

  static var templateWords: [String] { ["30 mm", "85 pt"] }
  static var planWords: String { "30 mm, 85 pt" }
}

extension Table.Column.Alignment: TableWord {
  /// An alignment from a word of the template or of a plan.
  init?(words: String) {
    switch words {
    case "left", "vänster": self = .left
    case "right", "höger": self = .right
    case "centre", "mitt": self = .centre
    case "decimal": self = .decimal
    default: return nil
    }
  }

  static var templateWords: [String] { allCases.map(\.rawValue) }
  static var planWords: String { "vänster, höger, mitt, decimal" }
}

extension Table.WhenTooWide: TableWord {
  init?(words: String) {
    switch words {
    case "landscape", "liggande": self = .landscape
    case "split", "delad": self = .split
    case "squeeze", "trängd": self = .squeeze
    default: return nil
    }
  }

  static var templateWords: [String] { allCases.map(\.rawValue) }
  static var planWords: String { "liggande, delad, trängd" }
}

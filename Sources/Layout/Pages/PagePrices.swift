import Geometry

/// What pages cost, in millimetres of blank paper: the scale on which one evil is weighed against
/// another.
///
/// A price of 18 for a torn row says that a row is torn when about that much of a page would stay
/// empty otherwise. What must not be has a price that nothing else reaches; it is finite, so that
/// there is always an answer.
enum PagePrices {
  /// A page as such, so that of two ways alike the shorter is taken.
  static let page = 4.0
  /// The spaces of a page grown to their limits; half grown costs a quarter.
  static let fullStretch = 3.0
  /// A table's row torn.
  static let tornRow = 18.0
  /// A row torn so that one line of a paragraph in a cell is alone: a cell of many short ones must
  /// still have a place to be torn at.
  static let loneLine = 40.0
  /// A page that ends in a divided word: two lines of running text.
  static let hyphen = 11.0
  /// An end that the style would rather not have.
  static let discouraged = 16.0
  /// A note that goes on at the foot of the next page.
  static let splitNote = 14.0
  /// A chapter's last page with next to nothing on it.
  static let emptyLastPage = 30.0
  /// Facing pages that end at different heights, for each millimetre.
  static let unevenSpread = 0.25
  /// What is to stand together parted.
  static let brokenKeep = 10_000.0
  /// A note that begins on a later page than its call.
  static let lateNote = 4_000.0
  /// Something that is higher than the page.
  static let overfull = 100_000.0

  /// Blank paper at a page's foot.
  ///
  /// Little is taken as it is, since a ragged foot is no fault; from two centimetres it grows with
  /// the third power: it is 4 at 4 mm, 28 at 20, 57 at 30, 104 at 40 and 413 at 70.
  static func blank(_ millimetres: Double) -> Double {
    let tall = millimetres / 10
    return millimetres + tall * tall * tall
  }

  /// A page that is not filled to seven tenths, besides what its blank paper costs.
  static let shortPage = 400.0
  /// How much of a page is to be filled at least.
  static let fullEnough = 0.7

  /// A chapter's last page that is filled to a part of its height.
  static func lastPage(filled: Double) -> Double {
    filled < nextToNothing ? emptyLastPage * (1 - filled / nextToNothing) : 0
  }

  /// How much of a page is filled at most when next to nothing stands on it.
  static let nextToNothing = 0.2
}

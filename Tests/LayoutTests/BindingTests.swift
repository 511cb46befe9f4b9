import Geometry
import Pages
import Testing
import Typography

/// Pages moved for sheets that are printed on both sides and punched.
@Suite struct BindingTests {
  private static let ink = Colour.black

  /// Three pages, each with something at a distance from the left edge and a band at the edge.
  private func pages(at x: Double, turned: Bool = false) -> PageSet {
    let (width, height) = (Length.millimetres(210), Length.millimetres(297))
    let size = turned ? Size(width: height, height: width) : Size(width: width, height: height)
    let page = { (number: Int) in
      Page(
        size: size, number: number,
        items: [
          PageItem(.fill(Self.mark(at: 0), Self.ink), role: .artifact(.background)),
          PageItem(.fill(Self.mark(at: x), Self.ink), role: .artifact(.layout)),
        ])
    }
    return PageSet(
      pages: (1...3).map(page), structure: StructureTree(), outline: [], destinations: [:],
      metadata: .init(title: "", author: "", subject: "", language: "sv", date: nil))
  }

  private static func mark(at x: Double) -> Rect {
    Rect(x: .millimetres(x), y: .zero, width: .points(9), height: .points(9))
  }

  /// Where the marks of each page stand after the move, in whole millimetres.
  private func places(_ pages: PageSet, left: Double, right: Double) -> [[Double]] {
    var pages = pages
    pages.moveForBinding(
      margins: Insets(
        top: .zero, right: .millimetres(right), bottom: .zero, left: .millimetres(left)))
    return pages.pages.map { page in
      page.items.compactMap { item in
        if case .fill(let rect, _) = item.mark {
          (rect.origin.x.points / 72 * 25.4).rounded()
        } else {
          nil
        }
      }
    }
  }

  private func expected(_ places: [Double]) -> [[Double]] { places.map { [0, $0] } }

  @Test func `margins change sides on versos, and bands stay`() {
    #expect(places(pages(at: 28), left: 28, right: 20) == expected([28, 20, 28]))
  }

  @Test func `pages move out until there is room for holes`() {
    #expect(places(pages(at: 20), left: 20, right: 20) == expected([25, 15, 25]))
    #expect(places(pages(at: 14), left: 14, right: 14) == expected([16, 12, 16]))
  }

  @Test func `what stands in the margin is not moved off the paper`() {
    #expect(places(pages(at: 9), left: 28, right: 20) == expected([9, 6, 9]))
    #expect(places(pages(at: 2), left: 28, right: 20) == expected([2, 2, 2]))
  }

  @Test func `pages turned on their side stay`() {
    #expect(places(pages(at: 20, turned: true), left: 20, right: 20) == expected([20, 20, 20]))
  }
}

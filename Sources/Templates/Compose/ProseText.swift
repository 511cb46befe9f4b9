import Diagnostics
import Input

extension Composer {
  /// The text of a prose value, from the plan or from the file that it names.
  mutating func proseText(_ value: Value) -> Scalar? {
    if let scalar = value.scalar { return scalar }
    guard let name = value["fil"]?.scalar else { return nil }
    let (scalar, found) = loadProse(name.text, value["fil"]?.place ?? value.place)
    diagnostics += found
    return scalar.map { withoutControls($0) }
  }

  /// A file's text with a space for each control character, which is told of: YAML and JSON have
  /// refused those of the plan itself.
  private mutating func withoutControls(_ scalar: Scalar) -> Scalar {
    guard scalar.text.utf8.contains(where: { $0.isControl || $0 == 0xC2 }) else { return scalar }
    var scalars = String.UnicodeScalarView()
    var offset = 0
    let places = CodePointIndex(Array(scalar.text.utf8))
    for character in scalar.text.unicodeScalars {
      let length = UTF8.width(character)
      if character.properties.generalCategory == .control,
        length > 1 || UInt8(character.value).isControl
      {
        let place = scalar.places.place(at: offset, in: places)
        diagnostics.append(.controlCharacter(character, at: place))
        // As many bytes as before, so that the places hold.
        for _ in 0..<length { scalars.append(" ") }
      } else {
        scalars.append(character)
      }
      offset += length
    }
    var result = scalar
    result.text = String(scalars)
    return result
  }
}

extension UInt8 {
  /// Whether it is a control character that means nothing in a text.
  fileprivate var isControl: Bool {
    self < 0x20 && self != 0x09 && self != 0x0A && self != 0x0D || self == 0x7F
  }
}

extension Diagnostic {
  fileprivate static func controlCharacter(
    _ scalar: Unicode.Scalar, at place: Place
  ) -> Diagnostic {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: 4 - digits.count) + digits
    return Diagnostic(
      .error, .controlCharacter,
      Message(
        sv: "det osynliga styrtecknet \(code) kan inte stå i text; ta bort det",
        en: "the invisible control character \(code) cannot stand in text; remove it"),
      at: place, endColumn: Int(place.column) + 1)
  }
}

import Cairo
import Geometry

/// A JPEG file: what it says of itself, and the bytes of it that a PDF takes.
///
/// The picture is not decoded, so that a page costs no more than its bytes; a fault among the coded
/// pixels themselves is seen only in print. What says where and by whom a photograph was taken (Exif,
/// XMP, comments) is left out of the bytes: nobody means to publish it.
///
/// **Source**: ITU-T T.81, 1992, annex B; JEITA CP-3451 (Exif 2.3), section 4.6.
struct JPEGFile {
  /// Pixels from side to side, as they are stored.
  private(set) var width = 0
  /// Pixels from top to bottom, as they are stored.
  private(set) var height = 0
  /// How it is turned to stand upright.
  private(set) var turn = Turn.none
  /// What goes into the document.
  private(set) var bytes: [UInt8] = [0xFF, 0xD8]
  private var resolution: Double?

  /// Pixels when it stands upright.
  var uprightPixels: Picture.Pixels {
    turn.swapsSides
      ? Picture.Pixels(width: height, height: width) : Picture.Pixels(width: width, height: height)
  }

  /// The size on paper when it stands upright.
  var naturalSize: Size { uprightPixels.size(across: resolution, down: nil) }

  /// Reads a file's segments, to its end.
  init(_ file: [UInt8]) throws(PictureFault) {
    let reader = ByteReader(file, isBigEndian: true)
    var at = 2
    var hasScan = false
    while true {
      guard at + 1 < file.count else { throw .cutOff }
      guard file[at] == 0xFF else { throw .damaged }
      let marker = file[at + 1]
      // Any number of bytes of ones may stand before a marker.
      if marker == 0xFF {
        at += 1
        continue
      }
      if marker == 0xD9 {
        guard hasScan else { throw .damaged }
        bytes += [0xFF, 0xD9]
        return
      }
      guard let length = reader.half(at: at + 2) else { throw .cutOff }
      guard length >= 2 else { throw .damaged }
      var end = at + 2 + length
      guard end <= file.count else { throw .cutOff }
      try read(marker, file, at + 4..<end)
      if marker == 0xDA {
        guard width > 0 else { throw .damaged }
        hasScan = true
        end = Self.endOfScan(in: file, from: end)
      }
      if Self.isKept(marker) { bytes += file[at..<end] }
      at = end
    }
  }

  /// Whether a segment is needed to show the picture: all but what programs tell each other (APP),
  /// of which JFIF's and Adobe's say how colours are coded, and comments.
  private static func isKept(_ marker: UInt8) -> Bool {
    switch marker {
    case 0xE0, 0xEE: true
    case 0xE1...0xEF, 0xFE: false
    default: true
    }
  }

  /// Where the coded pixels end: at the next marker that is none of theirs.
  private static func endOfScan(in file: [UInt8], from start: Int) -> Int {
    var at = start
    while at + 1 < file.count {
      if file[at] == 0xFF {
        let next = file[at + 1]
        let isTheirs = next == 0 || (0xD0...0xD7).contains(next)
        if !isTheirs { return at }
        at += 2
      } else {
        at += 1
      }
    }
    return file.count
  }

  private mutating func read(
    _ marker: UInt8, _ file: [UInt8], _ body: Range<Int>
  ) throws(PictureFault) {
    let reader = ByteReader(file, isBigEndian: true)
    switch marker {
    case 0xC0, 0xC1, 0xC2:
      guard body.count >= 6, let height = reader.half(at: body.lowerBound + 1),
        let width = reader.half(at: body.lowerBound + 3), width > 0, height > 0, self.width == 0
      else { throw .damaged }
      guard file[body.lowerBound] == 8 else { throw .uncommonJPEG }
      switch file[body.lowerBound + 5] {
      case 1, 3: break
      case 4: throw .inCMYK
      default: throw .uncommonJPEG
      }
      (self.width, self.height) = (width, height)
      try Picture.Pixels(width: width, height: height).checkSize()
    case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF: throw .uncommonJPEG
    case 0xE0 where file[body].starts(with: "JFIF\0".utf8) && body.count >= 12:
      let across = reader.half(at: body.lowerBound + 8).map(Double.init)
      switch file[body.lowerBound + 7] {
      case 1: resolution = across
      case 2: resolution = across.map { $0 * 2.54 }
      default: break
      }
    case 0xE1 where file[body].starts(with: "Exif\0\0".utf8):
      readExif(Array(file[body].dropFirst(6)))
    default: break
    }
  }

  /// Reads what a camera says: how it was held, and pixels to the inch.
  ///
  /// What is damaged here is passed over, for the picture does not need it.
  private mutating func readExif(_ block: [UInt8]) {
    guard block.count >= 8 else { return }
    let reader = ByteReader(block, isBigEndian: block.starts(with: "MM".utf8))
    guard let first = reader.word(at: 4), let count = reader.half(at: first) else { return }
    var perInch: Double?
    var isPerCentimetre = false
    for entry in 0..<count {
      let at = first + 2 + entry * 12
      guard let tag = reader.half(at: at), let value = reader.half(at: at + 8) else { return }
      switch tag {
      case 0x0112: turn = Self.turn(ofOrientation: value)
      case 0x011A:
        if let place = reader.word(at: at + 8), let above = reader.word(at: place),
          let below = reader.word(at: place + 4), below > 0
        {
          perInch = Double(above) / Double(below)
        }
      case 0x0128: isPerCentimetre = value == 3
      default: break
      }
    }
    if resolution == nil, let perInch { resolution = isPerCentimetre ? perInch * 2.54 : perInch }
  }

  private static func turn(ofOrientation value: Int) -> Turn {
    switch value {
    case 2: Turn(quarters: 0, isMirrored: true)
    case 3: Turn(quarters: 2, isMirrored: false)
    case 4: Turn(quarters: 2, isMirrored: true)
    case 5: Turn(quarters: 3, isMirrored: true)
    case 6: Turn(quarters: 1, isMirrored: false)
    case 7: Turn(quarters: 1, isMirrored: true)
    case 8: Turn(quarters: 3, isMirrored: false)
    default: .none
    }
  }
}

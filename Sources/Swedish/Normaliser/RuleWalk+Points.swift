import Diagnostics

// Ellipses, leaders, commas and quotation marks (E1, W1, N10, Q1, Q2).

extension RuleWalk {
  /// A point: three of them with spaces between are an ellipsis.
  mutating func point(_ index: Int) -> Step {
    let last = spacedPoints(from: index)
    if last - index > 2 {
      remark(.ellipsis, .dotLeader, from: index, through: last, .leader)
      return Step(last + 1)
    }
    if let end = pointsAfterEllipsis(index) {
      edit(token(index).start, token(end).end, "", .doublePoint)
      return Step(end + 1)
    }
    guard isSpacedEllipsis(index) else { return Step(index + 1) }
    edit(token(index).start, token(index + 2).end, "…", .ellipsis)
    return Step(index + 3)
  }

  /// The last of the points that stand after an ellipsis and are too many: Vänta….
  private func pointsAfterEllipsis(_ index: Int) -> Int? {
    guard isTight(index), [.ellipsis, .threePoints].contains(kind(index - 1)) else { return nil }
    var last = index
    while kind(last + 1) == .point { last += 1 }
    return isTight(last + 1) ? nil : last
  }

  /// Whether three points with spaces between them begin at a token.
  func isSpacedEllipsis(_ index: Int) -> Bool {
    kind(index) == .point && kind(index + 1) == .point && kind(index + 2) == .point
      && isApart(index + 1) && isApart(index + 2)
      && !(kind(index + 3) == .point || kind(index + 3) == .twoPoints)
      && byte(before: token(index - 1).end) != 0x2E
  }

  /// The last of the points with spaces between them that begin at a token.
  private func spacedPoints(from index: Int) -> Int {
    var last = index
    while kind(last + 1) == .point, isApart(last + 1) { last += 1 }
    return last
  }

  /// Three points are one character.
  mutating func threePoints(_ index: Int) -> Step {
    replace(index, with: "…", .ellipsis)
    return Step(index + 1)
  }

  /// Four points or more were drawn as a leader.
  mutating func leader(_ index: Int) -> Step {
    remark(.ellipsis, .dotLeader, from: index, through: index, .leader)
    return Step(index + 1)
  }

  /// A comma whose space stands on its wrong side gets it on the right one.
  mutating func comma(_ index: Int) -> Step {
    if movesSpace(ofComma: index), kind(index - 1) != .lineBreak {
      edit(token(index).end, token(index).end, " ", .spaces)
      opened = index + 1
      return Step(index + 1, .settled)
    }
    if kind(index - 1) == .digits, isTight(index), kind(index + 1) == .digits, isApart(index + 1),
      unit(after: index + 1)?.binding == .percent
    {
      remark(.numberList, .ambiguousNumber, from: index - 1, through: index + 1, .listOrDecimals)
    }
    return Step(index + 1)
  }

  /// A quotation mark is the same on both sides.
  mutating func quote(_ index: Int) -> Step {
    let mark = token(index)
    guard !isDitto(index) else { return Step(index + 1) }
    let isHouse = options.style.contains(.guillemets)
    switch mark.kind {
    case .doubleQuote:
      replace(index, with: isHouse ? "»" : "”", isHouse ? .guillemets : .quotes)
    case .guillemet:
      if isHouse { replace(index, with: "»", .guillemets) }
    default:
      if bytes[mark.start] == 0x27 {
        // Feet and minutes, and what stands alone, are left as they are.
        let isAfterNumber =
          isTight(index) && isBareNumber(index - 1) && !kind(index + 1).isWordlike
        let isLoose = !isTight(index) && !isTight(index + 1)
        guard !isAfterNumber, !isLoose else { return Step(index + 1) }
      }
      replace(index, with: "’", .quotes)
      remarkApostrophe(index)
    }
    return Step(index + 1)
  }
}

extension Message {
  fileprivate static let leader = Message(
    sv: "punktrad, kanske ur en inklistrad innehållsförteckning",
    en: "a row of points, perhaps from a pasted table of contents")
  fileprivate static let listOrDecimals = Message(
    sv: "komma och mellanslag mellan tal läses som en uppräkning",
    en: "a comma and a space between numbers are read as a list")
}

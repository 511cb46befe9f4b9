// What stands between two tokens (W1), where no rule has read across it.

extension RuleWalk {
  /// Makes the gap before a token what it should be.
  mutating func settle(before index: Int, _ wanted: NextGap) {
    let token = tokens[index]
    switch wanted {
    case .settled: return
    case .bound(let rule):
      bindGap(before: index, rule)
      return
    case .open: break
    }
    if token.dropsGap {
      tighten(index)
    } else if token.gap == .none {
      settleMissing(before: index)
    } else if kind(index - 1).endsLine || token.kind.endsLine {
      if token.gap != .single { setGap(before: index, " ", .spaces) }
    } else {
      settleApart(before: index)
    }
  }

  /// Where nothing stands and something should.
  private mutating func settleMissing(before index: Int) {
    guard !tokens[index].kind.endsLine else { return }
    if isPercentOfNumber(index) {
      bindGap(before: index, .percent)
    } else if tokens[index].kind.isDash, role(ofDash: index) == .spaced {
      bindGap(before: index, tokens[index].kind == .enDash ? .dash : .longDash)
    } else if kind(index - 1).isDash {
      switch role(ofDash: index - 1) {
      case .spaced: setGap(before: index, " ", kind(index - 1) == .enDash ? .dash : .longDash)
      case .speech: bindGap(before: index, .speech)
      default: break
      }
    }
  }

  /// Gaps beside dashes, percent signs and ellipses, and all others.
  private mutating func settleApart(before index: Int) {
    let token = tokens[index]
    if token.kind == .digits, kind(index - 1) == .digits, !token.gap.isPlain,
      token.count > 3 || (number(at: index)?.spaces ?? 0) > 0
    {
      // Once the second has its groups, a no-break space would make them one number.
      return setGap(before: index, " ", .spaces)
    }
    if kind(index - 1).isDash {
      switch role(ofDash: index - 1) {
      case .interval: return setGap(before: index, "", .interval)
      case .minus: return setGap(before: index, "", .minus)
      case .speech: return bindGap(before: index, .speech)
      case .listMark: return bindGap(before: index, .listMark)
      case .spaced: return setGap(before: index, " ", .dash)
      default: break
      }
    }
    if token.kind.isDash {
      switch role(ofDash: index) {
      case .interval: return setGap(before: index, "", .interval)
      case .suspended: return setGap(before: index, "", .spaces)
      case .spaced, .atLineEnd: return bindGap(before: index, .dash)
      default: break
      }
    }
    if isPercentOfNumber(index) {
      bindGap(before: index, .percent)
    } else if token.kind == .ellipsis || token.kind == .threePoints || isSpacedEllipsis(index) {
      bindGap(before: index, .ellipsis)
    } else if token.gap == .irregular || token.gap == .irregularBound {
      setGap(before: index, token.gap == .irregular ? " " : "\u{A0}", .spaces)
    }
  }

  /// Whether a token is a percent sign that belongs to the number before it.
  private func isPercentOfNumber(_ index: Int) -> Bool {
    (kind(index) == .percent || kind(index) == .permille) && kind(index - 1) == .digits
      && !isPercentOfCompound(index)
  }

  /// Whether a percent sign is part of a word: `10%-ig`.
  func isPercentOfCompound(_ index: Int) -> Bool {
    guard isTight(index + 1) else { return false }
    switch kind(index + 1) {
    case .word, .plain, .opaque, .digits: return true
    case .hyphen, .hardHyphen, .colon:
      return isTight(index + 2) && (kind(index + 2).isWordlike || kind(index + 2) == .opaque)
    default: return false
    }
  }

  /// Whether a gap should not be there at all.
  func dropsGap(before index: Int) -> Bool {
    let before = kind(index - 1)
    let token = tokens[index]
    if before.endsLine || token.kind.endsLine {
      // A field is not trimmed: it may be put together with others. A cell and a heading are whole.
      if index == 0 { return context != .prose }
      if token.kind == .end, before != .lineBreak {
        return context == .cell || context == .heading
      }
      return true
    }
    if before == .openParen {
      return token.kind != .closeParen && token.kind != .opaque && !makesName(joinedAt: index)
    }
    if before.isDash, !isPriceStroke(index - 1) {
      return token.kind == .closeParen && isSignLabel(index - 1)
    }
    if quotesPair {
      if token.kind == .doubleQuote, !token.roles.contains(.opensQuote) {
        let next = self.token(index + 1)
        return next.gap != .none || next.kind.endsLine || next.kind.closes
          || next.kind == .twoPoints || opensGap(index + 1)
      }
      if before == .doubleQuote, self.token(index - 1).roles.contains(.opensQuote),
        !token.kind.isDash || role(ofDash: index) == .minus
      {
        let isAfterGap = self.token(index - 1).gap != .none || index == 1
        if isAfterGap || opensGap(index - 2) { return true }
      }
    }
    return token.kind.closes && closesTight(index) && !makesName(joinedAt: index)
  }

  /// Whether the chunks on both sides of a gap would be an address or the like without it, or would
  /// no longer be one.
  private func makesName(joinedAt index: Int) -> Bool {
    // More than a few tokens without a space are no name.
    var first = index - 1
    while first > 0, first > index - 16, isTight(first), !kind(first - 1).endsLine,
      ![.doubleHyphen, .emDash].contains(kind(first - 1)),
      !(kind(first - 1) == .comma && movesSpace(ofComma: first - 1))
    {
      first -= 1
    }
    let left = (first..<index).flatMap { bytes[token($0).start..<token($0).end] }
    let start = tokens[index].start
    // A comma may get its space on the other side.
    let limit = kind(index) == .comma && movesSpace(ofComma: index) ? token(index).end : bytes.count
    var right = Array(bytes[start..<OpaqueStretches.chunkEnd(from: start, to: limit, in: bytes)])
    if OpaqueStretches.all(in: right).isEmpty {
      // A long dash may get its spaces.
      right = Array(right[..<OpaqueStretches.partEnd(from: 0, to: right.count, in: right)])
    }
    let parted =
      OpaqueStretches.all(in: left)
      + OpaqueStretches.all(in: right).map {
        ($0.lowerBound + left.count)..<($0.upperBound + left.count)
      }
    return OpaqueStretches.all(in: left + right) != parted
  }

  /// Whether a hyphen is the last of a price that the house writes with kr: 450:-.
  func isPriceStroke(_ index: Int) -> Bool {
    options.style.contains(.signs) && kind(index).isDash && isTight(index) && isTight(index - 1)
      && (kind(index - 1) == .colon || kind(index - 1) == .comma) && kind(index - 2) == .digits
  }

  /// Whether a point, comma, bracket or the like belongs right after what stands before it.
  private func closesTight(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.kind == .closeParen {
      // An address would run on into what follows the bracket.
      let next = kind(index + 1)
      return kind(index - 1) != .opaque || !isTight(index + 1) || next.closes
        || next == .doubleQuote || next == .twoPoints || opensGap(index + 1)
    }
    if token.kind == .point {
      let isAfterPoint =
        byte(before: self.token(index - 1).end) == 0x2E && kind(index - 1) != .threePoints
      let isInLeader =
        kind(index + 1) == .point && kind(index + 2) == .point && kind(index + 3) == .point
      guard !isAfterPoint, !isSpacedEllipsis(index), !isInLeader else { return false }
    }
    let next = self.token(index + 1)
    if token.kind == .comma, movesSpace(ofComma: index) { return true }
    if next.gap != .none || next.kind.endsLine || opensGap(index + 1) {
      return !(token.kind == .colon && isBareNumber(index - 1) && next.kind == .digits)
    }
    switch next.kind {
    case .closeBracket, .doubleQuote, .exclamation, .question: return true
    // A face: `:)`.
    case .closeParen: return token.kind != .colon && token.kind != .semicolon
    default: return false
    }
  }

  /// Whether a dash gets spaces around it, which it may not have yet.
  private func opensGap(_ index: Int) -> Bool {
    kind(index).isDash && role(ofDash: index) == .spaced
  }

  /// Whether the space before a comma should stand after it.
  func movesSpace(ofComma index: Int) -> Bool {
    (isApart(index) || token(index).dropsGap) && isTight(index + 1)
      && [.word, .plain, .opaque, .exempt].contains(kind(index + 1))
  }
}

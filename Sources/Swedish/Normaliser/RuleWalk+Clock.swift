// Times of day (T1), and intervals of them.

extension RuleWalk {
  /// A time of day: its last token, and the token between hours and minutes.
  private struct Clock {
    var last: Int
    var mark: Int?
  }

  /// Reads kl or klockan with the times after it, and binds them.
  mutating func clock(_ index: Int) -> Step {
    let isShort = token(index).count == 2
    let hasPoint = isShort && kind(index + 1) == .point && isTight(index + 1)
    let first = hasPoint ? index + 2 : index + 1
    guard kind(first) == .digits, hasPoint || isApart(first) else { return Step(index + 1) }
    if isShort {
      if hasPoint {
        tighten(index + 1)
      } else {
        edit(token(index).end, token(index).end, ".", .abbreviation)
      }
      bindGap(before: first, .clock)
      opened = first
    } else {
      settle(before: first, .open)
    }
    guard var last = times(from: first) else { return Step(first, .settled) }
    while let next = nextClock(after: last) {
      for index in (last + 1)...next { settle(before: index, .open) }
      last = times(from: next) ?? next
    }
    return Step(last + 1)
  }

  /// Gives a time, or an interval of two, its points and its dash; nil where there is none.
  private mutating func times(from first: Int) -> Int? {
    guard let low = readClock(at: first) else { return nil }
    setPoint(low)
    let dash = low.last + 1
    guard kind(dash).isDash, isApart(dash) == isApart(dash + 1),
      let high = readClock(at: dash + 1), !kind(high.last + 1).isDash || isApart(high.last + 1)
    else { return low.last }
    setGap(before: dash, "", .interval)
    replace(dash, with: "–", .interval)
    setGap(before: dash + 1, "", .interval)
    setPoint(high)
    return high.last
  }

  /// The next of several times with colons, as 11:00 after 10.00.
  private func nextClock(after last: Int) -> Int? {
    let joint = last + 1
    let isJoined =
      kind(joint) == .comma && isTight(joint)
      || isApart(joint) && ["och", "eller", "till", "samt"].contains { spells(joint, $0) }
    guard isJoined, isApart(joint + 1), let next = readClock(at: joint + 1), let mark = next.mark,
      kind(mark) == .colon
    else { return nil }
    return joint + 1
  }

  private mutating func setPoint(_ clock: Clock) {
    guard let mark = clock.mark, kind(mark) == .colon, !options.style.contains(.clockColon) else {
      return
    }
    replace(mark, with: ".", .clock)
  }

  /// The time of day at a token, 0.00 to 24.00.
  private func readClock(at index: Int) -> Clock? {
    let hours = token(index)
    guard hours.kind == .digits, hours.count <= 2, value(of: index) <= 24,
      !isGroup(index + 1) || number(at: index)?.spaces == 0
    else { return nil }
    var clock = Clock(last: index)
    let mark = index + 1
    if kind(mark) == .colon || kind(mark) == .point, isTight(mark), kind(mark + 1) == .digits,
      isTight(mark + 1)
    {
      let minutes = value(of: mark + 1)
      guard token(mark + 1).count == 2, minutes < (value(of: index) == 24 ? 1 : 60) else {
        return nil
      }
      clock = Clock(last: mark + 1, mark: mark)
    }
    guard isTight(clock.last + 1) else { return clock }
    switch kind(clock.last + 1) {
    case .digits, .word, .plain, .opaque, .slash: return nil
    case .colon, .point, .comma:
      return isTight(clock.last + 2) && kind(clock.last + 2) == .digits ? nil : clock
    default: return clock
    }
  }

  /// Two times of day with colons, which are no numbers: 13:00-15:00.
  mutating func clockInterval(_ index: Int) -> Step? {
    guard kind(index + 1) == .colon, isTight(index + 1), beginsNumber(index),
      let low = readClock(at: index), low.mark != nil
    else { return nil }
    let dash = low.last + 1
    guard kind(dash).isDash, isApart(dash) == isApart(dash + 1),
      let high = readClock(at: dash + 1), high.mark != nil, endsWord(high.last)
    else { return nil }
    setGap(before: dash, "", .interval)
    replace(dash, with: "–", .interval)
    setGap(before: dash + 1, "", .interval)
    return Step(high.last + 1)
  }

  /// The value of a few digits; of more than nine it is beyond all bounds.
  func value(of index: Int) -> Int {
    guard token(index).count < 10 else { return .max }
    return bytes[token(index).start..<token(index).end].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }
}

import Store

/// Plans the beginning of a query as SQL: its patterns, those conditions that SQL decides as the
/// language does, and, where all of it can be done so, projection, grouping, order and limit.
///
/// In: a bound query. Out: the same query with its first steps replaced by one statement. What is
/// left runs in Swift behind it.
struct SQLPlanner {
  let layout: GraphLayout
  let context: RunContext

  /// The query with as much of its beginning in SQL as possible.
  func planned(_ part: BoundPart) -> BoundPart {
    var matches: [BoundMatch] = []
    for step in part.steps {
      guard case .match(let match) = step, !match.isOptional else { break }
      matches.append(match)
    }
    // The longest run of matches that SQL can do; the rest is followed from there.
    while !matches.isEmpty {
      if let steps = planned(matches, Array(part.steps.dropFirst(matches.count))) {
        var planned = part
        planned.steps = steps
        return planned
      }
      matches.removeLast()
    }
    return part
  }

  private func planned(_ matches: [BoundMatch], _ rest: [BoundStep]) -> [BoundStep]? {
    guard var pattern = PatternSQL(matches, layout) else { return nil }
    let filters = matches.flatMap(\.filters)
    // Conditions on a node put it into FROM, where its index can be used.
    for filter in filters {
      for slot in filter.slots ?? []
      where pattern.nodeTable(slot) != nil && filter.readsProperty(of: slot) {
        pattern.joined.insert(slot)
      }
    }
    guard let branch = pattern.branches.first else { return nil }
    let translator = SQLTranslator(pattern: pattern, branch: branch, context: context)
    let left = filters.filter { translator.fragment($0)?.type != .boolean }
    let pushed = filters.filter { translator.fragment($0)?.type == .boolean }
    let writer = SQLWriter(
      pattern: pattern, filters: pushed, layout: layout, context: context)
    if left.isEmpty, case .project(let projection)? = rest.first {
      let isRead =
        rest.dropFirst().first.map { if case .filter = $0 { true } else { false } } ?? false
      if projection.isGrouped, let steps = writer.grouped(projection) {
        return steps + rest.dropFirst()
      }
      if !projection.isGrouped, !isRead, let steps = writer.plain(projection) {
        return steps + rest.dropFirst()
      }
    }
    let named = matches.flatMap { $0.nodes.map(\.slot) + $0.relationships.map(\.slot) }
    let needed = needed(after: left, rest)
    let slots = named.filter { needed?.contains($0) ?? true }
    let step = writer.everything(slots)
    return [.sql(step)] + left.map { .filter($0) } + rest
  }

  /// The places that the rest of the query looks at; nil when it may look at any.
  private func needed(after filters: [BoundExpression], _ rest: [BoundStep]) -> Set<Int>? {
    var expressions = filters
    for step in rest {
      switch step {
      case .project(let projection):
        expressions += projection.items.map(\.expression) + projection.keys.map(\.expression)
        expressions += projection.order.map(\.expression)
        expressions += projection.aggregates.compactMap(\.argument)
        expressions += projection.results.map { .slot($0) }
      case .filter(let condition): expressions.append(condition)
      case .unwind(let list, _, _): expressions.append(list)
      default: return nil
      }
    }
    var slots: Set<Int> = []
    for expression in expressions {
      guard let found = expression.slots else { return nil }
      slots.formUnion(found)
    }
    return slots
  }
}

extension BoundExpression {
  /// Whether a property of what stands in a place is looked at in here.
  func readsProperty(of slot: Int) -> Bool {
    switch self {
    case .property(.slot(slot), _, _), .hasLabels(.slot(slot), _, _): true
    default: children.contains { $0.readsProperty(of: slot) }
    }
  }
}

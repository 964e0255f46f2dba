extension QueryFunction {
  /// Functions that make dates, times and durations.
  static let temporal: [QueryFunction] =
    TemporalKind.allCases.flatMap { kind in
      let argument = "[text, map or other date or time]"
      var functions = [
        QueryFunction(kind.rawValue, argument, 0...1, .temporal, kind.meaning) {
          (context, values, offset) throws(QueryError) in
          guard let value = values.first else { return kind.value(of: context.now) }
          return try TemporalMaking.value(kind, of: value, now: context.now, at: offset)
        },
        QueryFunction(
          "\(kind.rawValue).truncate", "unit, value[, map]", 1...3, .temporal,
          "the start of the unit (`'year'`, `'week'`, `'hour'` …) that the value lies in"
        ) { (context, values, offset) throws(QueryError) in
          try TemporalTruncation.truncate(kind, values, now: context.now, at: offset)
        },
      ]
      for clock in ["transaction", "statement", "realtime"] {
        functions.append(
          QueryFunction(
            "\(kind.rawValue).\(clock)", "[zone]", 0...1, .temporal, "when the query began"
          ) { (context, _, _) throws(QueryError) in kind.value(of: context.now) })
      }
      return functions
    } + epochs + durations

  private static let epochs: [QueryFunction] = [
    QueryFunction(
      "datetime.fromEpoch", "seconds, nanoseconds", 2...2, .temporal,
      "the moment so long after 1970-01-01, in UTC"
    ) { (_, values, offset) throws(QueryError) in
      guard case .integer(let seconds) = values[0], case .integer(let nanoseconds) = values[1]
      else {
        throw refuses("datetime.fromEpoch", values[0], at: offset)
      }
      return moment(seconds: seconds, nanoseconds: nanoseconds)
    },
    QueryFunction(
      "datetime.fromEpochMillis", "milliseconds", 1...1, .temporal,
      "the moment so long after 1970-01-01, in UTC"
    ) { (_, values, offset) throws(QueryError) in
      guard case .integer(let milliseconds) = values[0] else {
        throw refuses("datetime.fromEpochMillis", values[0], at: offset)
      }
      return moment(
        seconds: milliseconds.floored(by: 1000), nanoseconds: milliseconds.modulo(1000) * 1_000_000)
    },
  ]

  private static func moment(seconds: Int, nanoseconds: Int) -> Value {
    let carried = nanoseconds.floored(by: ClockTime.perSecond)
    let local = LocalDateTime(
      epochSeconds: seconds + carried, fraction: nanoseconds - carried * ClockTime.perSecond)
    return .dateTime(ZonedDateTime(local: local, zone: Zone(offset: 0)))
  }

  private static let durations: [QueryFunction] = [
    QueryFunction(
      "duration", "text or map", 1...1, .duration, "a length of time, `'P1Y2M3DT4H5M6S'`"
    ) { (_, values, offset) throws(QueryError) in
      try DurationMaking.value(of: values[0], at: offset)
    },
    QueryFunction(
      "duration.between", "first, second", 2...2, .duration,
      "the time between, in months, days and seconds"
    ) { (_, values, offset) throws(QueryError) in
      try DurationMaking.between(values[0], values[1], unit: .all, at: offset)
    },
    QueryFunction(
      "duration.inMonths", "first, second", 2...2, .duration, "the whole months between"
    ) {
      (_, values, offset) throws(QueryError) in
      try DurationMaking.between(values[0], values[1], unit: .months, at: offset)
    },
    QueryFunction("duration.inDays", "first, second", 2...2, .duration, "the whole days between") {
      (_, values, offset) throws(QueryError) in
      try DurationMaking.between(values[0], values[1], unit: .days, at: offset)
    },
    QueryFunction(
      "duration.inSeconds", "first, second", 2...2, .duration, "the time between in seconds"
    ) {
      (_, values, offset) throws(QueryError) in
      try DurationMaking.between(values[0], values[1], unit: .seconds, at: offset)
    },
  ]
}

import Ontology

/// Reads tab-separated tables with a header.
final class TableRows: RowMapper {
  let hasHeader = true
  private let codes: ImportCodes
  private let names: [String: String]
  private let fields = Fields()
  private var date = -1
  private var actor = -1
  private var relation = -1
  private var recipient = -1
  private var text = -1
  private var status = -1
  private var reciprocal = -1
  private var reports = -1
  private var publishers = -1
  private var confidence = -1
  private var least = 0

  /// - Parameter columns: our column's name to the name in the header.
  init(_ codes: ImportCodes, columns: [String: String]) {
    self.codes = codes
    names = columns
  }

  func readHeader(_ line: UnsafeRawBufferPointer) throws(RowProblem) {
    fields.split(line)
    let header = (0..<fields.count).map(fields.text)
    func place(_ name: String) -> Int { header.firstIndex(of: names[name] ?? name) ?? -1 }
    func needed(_ name: String) throws(RowProblem) -> Int {
      let found = place(name)
      guard found >= 0 else {
        throw RowProblem(
          "the header has no column \(names[name] ?? name); name it with --column \(name)=NAME")
      }
      return found
    }
    date = try needed("date")
    actor = try needed("actor")
    relation = try needed("relation")
    recipient = try needed("recipient")
    text = place("text")
    status = place("status")
    reciprocal = place("reciprocal")
    reports = place("reports")
    publishers = place("publishers")
    confidence = place("confidence")
    least = max(date, actor, relation, recipient)
  }

  func map(_ line: UnsafeRawBufferPointer, to sink: EventSink) throws {
    fields.split(line)
    guard fields.count > least else {
      throw RowProblem("expected \(least + 1) fields or more, found \(fields.count)")
    }
    let dateField = fields[date]
    let day = codes.day(dateField)
    guard day != nil || dateField.isEmpty else { throw RowProblem("no date: \(fields.text(date))") }
    guard let actorID = try find(actor) else { throw RowProblem("no actor") }
    var event = ImportedEvent(
      actor: actorID, recipient: try find(recipient), day: day, kind: try kind())
    if reports >= 0, let count = Fields.int(fields[reports]), count > 0 { event.reports = count }
    if publishers >= 0, let count = Fields.int(fields[publishers]) { event.publishers = count }
    if confidence >= 0, let share = Double(fields.text(confidence)), (0...1).contains(share) {
      event.confidence = Int((share * 1000).rounded())
    }
    if text >= 0, !fields[text].isEmpty { event.text = fields.text(text) }
    try sink.add(event)
  }

  private func find(_ column: Int) throws -> Int? {
    let bytes = fields[column]
    return try codes.actor(bytes) { try codes.actor(named: Fields.text(bytes)) }
  }

  private func kind() throws -> Int {
    let bytes = fields[relation]
    guard !bytes.isEmpty else { throw RowProblem("no relation") }
    guard status >= 0 || reciprocal >= 0 else {
      return try codes.kind(bytes) { codes.relation(Fields.text(bytes), status: .happened) }
    }
    let word = fields.text(status)
    guard let its = word.isEmpty ? .happened : Status(rawValue: word) else {
      throw RowProblem("unknown status: \(word)")
    }
    let binds = ["1", "true"].contains(fields.text(reciprocal).lowercased())
    let name = "\(Fields.text(bytes))\u{1F}\(its.rawValue)\u{1F}\(binds)"
    return try name.utf8.withContiguousStorageIfAvailable { letters in
      try codes.kind(UnsafeRawBufferPointer(letters)) {
        var key = codes.relation(Fields.text(bytes), status: its)
        key.isReciprocal = binds
        return key
      }
    } ?? codes.kinds.id(of: codes.relation(Fields.text(bytes), status: its))
  }
}

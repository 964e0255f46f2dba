import Foundation
import Ontology

/// Reads GDELT event files: 58 columns in version 1.0, 61 in version 2.0.
final class GDELTRows: RowMapper {
  let hasHeader = false
  private let codes: ImportCodes
  private let fields = Fields()

  init(_ codes: ImportCodes) { self.codes = codes }

  func readHeader(_ line: UnsafeRawBufferPointer) {}

  func map(_ line: UnsafeRawBufferPointer, to sink: EventSink) throws {
    fields.split(line)
    guard fields.count == 58 || fields.count == 61 || fields.count == 57 else {
      throw RowProblem("expected 58 or 61 fields, found \(fields.count)")
    }
    guard let day = codes.day(fields[1]) else { throw RowProblem("no date: \(fields.text(1))") }
    let code = fields[26]
    guard !code.isEmpty else { throw RowProblem("no event code") }
    let kind = try codes.kind(code) { codes.cameo(Fields.text(code)) }
    guard let actor = try find(5) else { throw RowProblem("no actor") }
    let reports = max(1, Fields.int(fields[33]) ?? 1)
    let publishers = max(0, Fields.int(fields[32]) ?? 1)
    try sink.add(
      ImportedEvent(
        actor: actor, recipient: try find(15), day: day, kind: kind, reports: reports,
        publishers: publishers))
  }

  /// The actor whose ten columns begin at `first`; nil when all are empty.
  private func find(_ first: Int) throws -> Int? {
    let bytes = fields.range(first..<first + 10)
    return try codes.actor(bytes) {
      let code = fields.text(first)
      let name = fields.text(first + 1)
      guard !code.isEmpty || !name.isEmpty else { return nil }
      let place = fields.text(first + 2)
      let group = fields.text(first + 3)
      let types = (7...9).map { fields.text(first + $0) }.compactMap(codes.names.sector(cameo:))
      if let key = codes.names.group(group) ?? codes.names.group(String(code.prefix(3))) {
        return try codes.actors.id(of: ActorKey(rawValue: key), met: name.capitalized)
      }
      guard let country = codes.names.country(cameo: place) else {
        return try codes.actor(named: name.isEmpty ? code : name)
      }
      return try codes.actors.id(
        of: ActorKey(code: country, sectors: types.first.map { [$0] } ?? []),
        met: name.capitalized)
    }
  }
}

/// Reads ICEWS, 20 columns.
final class ICEWSRows: RowMapper {
  let hasHeader = true
  private let codes: ImportCodes
  private let fields = Fields()

  init(_ codes: ImportCodes) { self.codes = codes }

  func readHeader(_ line: UnsafeRawBufferPointer) throws(RowProblem) {
    fields.split(line)
    guard fields.text(0) == "Event ID", fields.count >= 11 else {
      throw RowProblem("not the header of an ICEWS file")
    }
  }

  func map(_ line: UnsafeRawBufferPointer, to sink: EventSink) throws {
    fields.split(line)
    guard fields.count >= 11 else { throw RowProblem("expected 20 fields, found \(fields.count)") }
    guard let day = codes.day(fields[1]) else { throw RowProblem("no date: \(fields.text(1))") }
    let code = fields[6]
    let kind = try codes.kind(code) { codes.cameo(Fields.text(code)) }
    guard let actor = try find(name: 2, sectors: 3, country: 4) else {
      throw RowProblem("no actor")
    }
    let recipient = try find(name: 8, sectors: 9, country: 10)
    try sink.add(ImportedEvent(actor: actor, recipient: recipient, day: day, kind: kind))
  }

  private func find(name: Int, sectors: Int, country: Int) throws -> Int? {
    try codes.actor(fields.range(name..<country + 1)) {
      let words = self.text(name)
      guard !words.isEmpty else { return nil }
      let list = self.text(sectors).split(separator: ",").map(String.init)
      return try codes.actor(
        country: codes.names.country(self.text(country)),
        sectors: list.compactMap(codes.names.sector(icews:)), name: Self.bare(words))
    }
  }

  /// The field without quotes, empty for `NA`.
  private func text(_ index: Int) -> String {
    let text = fields.text(index).filter { $0 != "\"" }
    return text == "NA" ? "" : text
  }

  /// "Police (India)" is the police; the country stands in a column of its own.
  private static func bare(_ name: String) -> String {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex
    else { return name }
    return String(name[..<name.index(before: open)])
  }
}

/// Reads POLECAT, 40 columns; weekly files with further header names are read as well.
final class POLECATRows: RowMapper {
  let hasHeader = true
  private let codes: ImportCodes
  private let fields = Fields()

  init(_ codes: ImportCodes) { self.codes = codes }

  func readHeader(_ line: UnsafeRawBufferPointer) throws(RowProblem) {
    fields.split(line)
    guard fields.text(0) == "Event ID", fields.text(2) == "Event Type" else {
      throw RowProblem("not the header of a POLECAT file")
    }
  }

  func map(_ line: UnsafeRawBufferPointer, to sink: EventSink) throws {
    fields.split(line)
    guard fields.count >= 23 else { throw RowProblem("expected 40 fields, found \(fields.count)") }
    guard let day = codes.day(fields[1]) else { throw RowProblem("no date: \(fields.text(1))") }
    let kind = try codes.kind(fields.range(2..<5)) {
      let mode = self.text(3)
      var key =
        codes.plover(self.text(2), mode: mode) ?? KindTable.Key(code: self.text(2) + "/" + mode)
      if let score = Double(self.text(4)) { key.score = KindTable.tenths(score) }
      return key
    }
    guard let actor = try find(7..<15, name: 7, country: 8, sector: 10) else {
      throw RowProblem("no actor")
    }
    let recipient = try find(15..<23, name: 15, country: 16, sector: 18)
    try sink.add(ImportedEvent(actor: actor, recipient: recipient, day: day, kind: kind))
  }

  private func find(_ range: Range<Int>, name: Int, country: Int, sector: Int) throws -> Int? {
    try codes.actor(fields.range(range)) {
      let words = self.text(name)
      let code = self.text(country)
      guard !words.isEmpty || !code.isEmpty else { return nil }
      let isKnown = codes.ontology.countries[code] != nil
      let sectors = [self.text(sector)].filter { codes.ontology.sectors[$0] != nil }
      return try codes.actor(
        country: isKnown ? code : codes.names.country(code), sectors: sectors,
        name: words.isEmpty && !isKnown ? code : words)
    }
  }

  /// The field, empty for `None`.
  private func text(_ index: Int) -> String {
    let text = fields.text(index)
    return text == "None" ? "" : text
  }
}

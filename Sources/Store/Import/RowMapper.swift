/// An event as it is imported, all in numbers.
struct ImportedEvent {
  var actor: Int
  var recipient: Int?
  var day: Int?
  var kind: Int
  var reports = 1
  var publishers = 1
  /// In thousandths.
  var confidence: Int?
  /// The words it was told by, where the file gives them.
  var text: String?
}

/// Reads the lines of one layout.
protocol RowMapper: AnyObject {
  /// Whether the first line is a header.
  var hasHeader: Bool { get }

  /// Reads the header.
  func readHeader(_ line: UnsafeRawBufferPointer) throws(RowProblem)

  /// Gives the events of a line to `sink`; most lines have one.
  func map(_ line: UnsafeRawBufferPointer, to sink: EventSink) throws
}

/// Why a line is left out.
struct RowProblem: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}

extension ImportFormat {
  func mapper(_ codes: ImportCodes, columns: [String: String]) -> any RowMapper {
    switch self {
    case .gdelt: GDELTRows(codes)
    case .icews: ICEWSRows(codes)
    case .polecat: POLECATRows(codes)
    case .plover: PLOVERRows(codes)
    case .tsv: TableRows(codes, columns: columns)
    }
  }
}

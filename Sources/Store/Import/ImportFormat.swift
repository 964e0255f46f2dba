public import Ontology

/// The layouts of event data that can be imported.
public enum ImportFormat: String, CaseIterable, Hashable, Sendable {
  /// GDELT 1.0 (58 columns) and 2.0 (61 columns) event files, without a header.
  case gdelt
  /// ICEWS, 20 columns with a header.
  case icews
  /// POLECAT, 40 columns with a header.
  case polecat
  /// PLOVER JSON, one record a line: as `kawat code` writes it, or as NGEC's formatter does.
  case plover
  /// Any tab-separated table with a header: date, actor, relation, recipient and more.
  case tsv
}

/// How a file is imported.
public struct ImportOptions: Sendable {
  /// Whether indexes and sums wait for the end of the load.
  public enum Bulk: Hashable, Sendable {
    /// When the file is large, and large beside the graph.
    case whenLarge
    /// Always.
    case always
    /// Never.
    case never
  }

  /// The layout.
  public var format: ImportFormat
  /// For tables: our column's name (`actor`) to the name in the file's header (`source`).
  public var columns: [String: String] = [:]
  /// The name under which the source is kept; nil for the path.
  public var name: String?
  /// Finds the key of an actor's name; nil leaves it to the ontology's names.
  public var resolve: (@Sendable (String) -> ActorKey?)?
  /// Whether indexes and sums wait.
  public var bulk = Bulk.whenLarge
  /// How many events a transaction takes.
  public var batch = 100_000
  /// Whether a malformed line ends the import.
  public var isStrict = false
  /// Told now and then how far the import is.
  public var progress: (@Sendable (ImportProgress) -> Void)?
  /// Asked between batches; true ends the import, which goes on from there when it is run again.
  public var isCancelled: (@Sendable () -> Bool)?

  /// The defaults for a layout.
  public init(_ format: ImportFormat) { self.format = format }
}

/// How far an import is.
public struct ImportProgress: Hashable, Sendable {
  /// What is being done.
  public enum Phase: String, Hashable, Sendable {
    /// Rows are read.
    case rows
    /// Indexes are built.
    case indexes
    /// Sums are computed.
    case sums
  }

  /// What is being done.
  public let phase: Phase
  /// Lines read so far, headers included.
  public let lines: Int
  /// Events added so far.
  public let events: Int
  /// How much of the file has been read, from 0 to 1; nil when its size is not known.
  public let part: Double?
}

/// What an import did.
public struct ImportReport: Hashable, Sendable {
  /// A line that was left out.
  public struct Problem: Hashable, Sendable {
    /// Its number, from 1.
    public let line: Int
    /// Why.
    public let reason: String
  }

  /// The name of the source.
  public internal(set) var source: String
  /// The lines read, those of earlier runs included.
  public internal(set) var lines = 0
  /// The events added by this run.
  public internal(set) var events = 0
  /// The lines left out by this run.
  public internal(set) var skipped = 0
  /// The first of the lines left out.
  public internal(set) var problems: [Problem] = []
  /// Codes that stand for no PLOVER type, and how many events of this run have them.
  public internal(set) var unmapped: [String: Int] = [:]
  /// Whether the file had been imported before, to its end.
  public internal(set) var wasThere = false
  /// The line after which an earlier run had ended; nil when there was none.
  public internal(set) var resumedAfter: Int?

  init(source: String) { self.source = source }
}

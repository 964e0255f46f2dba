public import Ontology
import Foundation
import GRDB
import GRDBSQLite

/// A graph file: articles, what was read off them, events, and the sums kept of events.
///
/// In: coded articles (``add(_:)``) and imported files. Out: relations (``relations(_:)``), their
/// evidence, sums, paths; and rows of any SELECT (``rows(_:limits:each:)``). The tables stand in
/// `Migrations/`. Read ``RelationFilter`` next.
public struct EventStore: Sendable {
  /// How a file is opened.
  public enum Mode: Hashable, Sendable {
    /// For questions only; the file must be there.
    case read
    /// For questions and changes; the file is made when it is not there.
    case write
  }

  /// Gives the display names of an actor's key; nil leaves the name under which it was met.
  public typealias ActorNaming = @Sendable (ActorKey) -> (english: String, indonesian: String)?

  /// The file's path, `:memory:` when there is none.
  public let path: String
  let database: any DatabaseWriter
  let naming: ActorNaming

  /// Opens a file, and brings it up to the present schema.
  ///
  /// - Parameters:
  ///   - busySeconds: how long to wait while another program writes.
  ///   - naming: display names for actors that are new to the graph.
  /// - Throws: ``StoreError`` with the path and the next step.
  public static func open(
    path: String, mode: Mode, busySeconds: Double = 10,
    naming: @escaping ActorNaming = { _ in nil }
  ) throws(StoreError) -> EventStore {
    try open(path: path, mode: mode, busySeconds: busySeconds, pageLimit: nil, naming: naming)
  }

  /// The same with a limit to the file's pages, beyond which it is as if the disk were full.
  package static func open(
    path: String, mode: Mode, busySeconds: Double = 10, pageLimit: Int?,
    naming: @escaping ActorNaming = { _ in nil }
  ) throws(StoreError) -> EventStore {
    let isNew = try FileCheck.isNew(path)
    guard mode == .write || !isNew else { throw .missing(path: path) }
    var configuration = Self.configuration(busySeconds: busySeconds)
    if let pageLimit {
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA max_page_count = \(pageLimit)") }
    }
    configuration.readonly = mode == .read
    let store = try attempt(path) {
      EventStore(
        path: path, database: try DatabasePool(path: path, configuration: configuration),
        naming: naming)
    }
    try store.bringUp(mode: mode)
    return store
  }

  /// An empty graph that lives only in memory.
  public static func inMemory(
    naming: @escaping ActorNaming = { _ in nil }
  ) throws(StoreError) -> EventStore {
    let store = try attempt(":memory:") {
      EventStore(
        path: ":memory:",
        database: try DatabaseQueue(configuration: configuration(busySeconds: 0)),
        naming: naming)
    }
    try store.bringUp(mode: .write)
    return store
  }

  private static func configuration(busySeconds: Double) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(busySeconds)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA cache_size = -65536")
    }
    return configuration
  }

  private func bringUp(mode: Mode) throws(StoreError) {
    try Self.attempt(path) {
      let migrator = Schema.migrator
      let (isNewer, isComplete) = try database.read { database in
        (
          try migrator.hasBeenSuperseded(database),
          try migrator.hasCompletedMigrations(database)
        )
      }
      guard !isNewer else { throw StoreError.newerThanProgram(path: path) }
      if isComplete { return }
      guard mode == .write else { throw StoreError.olderThanProgram(path: path) }
      try migrator.migrate(database)
    }
    if mode == .write { try endAbandonedLoad() }
  }

  /// Brings a bulk load to its end whose program has ended before it did.
  private func endAbandonedLoad() throws(StoreError) {
    guard try read({ try BulkLoad($0).isAbandoned() }) else { return }
    try writeOutsideTransaction { try BulkLoad($0).end { _ in } }
  }

  // MARK: Access for the rest of this target

  /// Runs `body` and turns SQLite's errors into ours; other errors pass.
  static func mapping<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      let code = error.extendedResultCode.rawValue
      throw StoreError(code: code, message: error.message ?? "error \(code)", path: path)
    } catch let error as SQLFailure {
      throw StoreError(code: error.code, message: error.message, path: path)
    }
  }

  /// Runs a `body` that throws nothing but errors of SQLite and ours.
  static func attempt<Result>(
    _ path: String, _ body: () throws -> Result
  ) throws(StoreError) -> Result {
    do {
      return try mapping(path, body)
    } catch let error as StoreError {
      throw error
    } catch {
      throw .database(path: path, problem: "\(error)")
    }
  }

  /// Gives `body` a connection that reads; calls within calls share it.
  func reading<Result>(_ body: (Connection) throws -> Result) throws -> Result {
    try Self.mapping(path) {
      try database.unsafeReentrantRead { database in
        try body(Connection(database: database, handle: database.openHandle(path)))
      }
    }
  }

  /// The same for a `body` that throws nothing of its own.
  func read<Result>(_ body: (Connection) throws -> Result) throws(StoreError) -> Result {
    try Self.attempt(path) { try reading(body) }
  }

  /// Gives `body` the one connection that writes, in one transaction.
  func write<Result>(_ body: (Connection) throws -> Result) throws(StoreError) -> Result {
    try Self.attempt(path) {
      try database.write { database in
        try body(Connection(database: database, handle: database.openHandle(path)))
      }
    }
  }

  /// Gives `body` the one connection that writes, outside of any transaction.
  func writeOutsideTransaction<Result>(
    _ body: (Connection) throws -> Result
  ) throws(StoreError) -> Result {
    try Self.attempt(path) {
      try database.writeWithoutTransaction { database in
        try body(Connection(database: database, handle: database.openHandle(path)))
      }
    }
  }
}

extension Database {
  fileprivate func openHandle(_ path: String) throws -> OpaquePointer {
    guard let handle = sqliteConnection else {
      throw StoreError.database(path: path, problem: "the connection is closed")
    }
    return handle
  }
}

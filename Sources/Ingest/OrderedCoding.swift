package import Coding
import Dispatch
package import Ontology
import Synchronization

/// Codes articles on all cores and hands them on one by one, in the order in which they are read.
///
/// In: an ``ArticleReader``. Out: a ``CodingOutcome`` an article or a problem, in order. Reading,
/// coding and what is done with the outcome go on at the same time: an outcome is handed on as soon
/// as it and all before it are there, also while the reader waits for more, so that the program works
/// line by line as a filter.
package struct OrderedCoding: Sendable {
  private let width: Int
  private let code: @Sendable (Article) throws -> CodedArticle?

  /// - Parameter width: how many articles may be read and not yet handed on.
  package init(coder: EventCoder, width: Int) {
    self.init(width: width) { coder.code($0) }
  }

  /// As above, with any function that codes; nil for an article that is known already.
  package init(width: Int, code: @escaping @Sendable (Article) throws -> CodedArticle?) {
    self.width = max(1, width)
    self.code = code
  }

  /// What a child task comes back with.
  private enum Step: Sendable {
    case read(Result<Article, IngestError>?)
    case coded(Int, CodingOutcome)
  }

  /// Reads to the end and hands every outcome on.
  ///
  /// - Throws: what `handOn` or the coding throws; the reading then stops.
  package func run(
    _ queue: ArticleQueue, handOn: (CodingOutcome) async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Step.self) { group in
      var order = Reordering()
      group.addTask { .read(await queue.next()) }
      while let step = try await group.next() {
        switch step {
        case .read(nil): order.isReading = false
        case .read(.failure(let problem)?):
          order.fill(order.take(), with: .problem(problem))
          order.isReading = false
        case .read(.success(let article)?):
          let place = order.take()
          group.addTask { .coded(place, try code(article).map(CodingOutcome.article) ?? .known) }
          order.isReading = false
        case .coded(let place, let outcome): order.fill(place, with: outcome)
        }
        if case .read(nil) = step { order.isAtEnd = true }
        while let outcome = order.next() { try await handOn(outcome) }
        if !order.isReading, !order.isAtEnd, order.open < width {
          order.isReading = true
          group.addTask { .read(await queue.next()) }
        }
      }
    }
  }
}

/// An article with its reports, or what is wrong in its place.
package enum CodingOutcome: Sendable {
  /// A coded article.
  case article(CodedArticle)
  /// An article that was not coded because it is known already.
  case known
  /// What could not be read.
  case problem(IngestError)
}

/// Puts outcomes that come in any order back into the order of their places.
private struct Reordering {
  var isReading = true
  var isAtEnd = false
  private var taken = 0
  private var handedOn = 0
  private var waiting: [Int: CodingOutcome] = [:]

  /// Places that were taken and not handed on.
  var open: Int { taken - handedOn }

  mutating func take() -> Int {
    defer { taken += 1 }
    return taken
  }

  mutating func fill(_ place: Int, with outcome: CodingOutcome) {
    waiting[place] = outcome
  }

  mutating func next() -> CodingOutcome? {
    guard let outcome = waiting.removeValue(forKey: handedOn) else { return nil }
    handedOn += 1
    return outcome
  }
}

/// An ``ArticleReader`` that tasks can share.
///
/// Reading may block for long; it does so on a queue of its own and never on a thread of the tasks.
package final class ArticleQueue: Sendable {
  private let reader: Mutex<ArticleReader>
  private let queue = DispatchQueue(label: "kawat.reading")

  /// A queue in front of a reader.
  package init(_ reader: sending ArticleReader) {
    self.reader = Mutex(reader)
  }

  /// The inputs out of which no article came; complete at the end.
  package var barren: [String] { reader.withLock { $0.barren } }

  /// The next article or what is wrong in its place; nil at the end.
  func next() async -> Result<Article, IngestError>? {
    await withCheckedContinuation { continuation in
      queue.async {
        continuation.resume(returning: self.reader.withLock { $0.next() })
      }
    }
  }
}

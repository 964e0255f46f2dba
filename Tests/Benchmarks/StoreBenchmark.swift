import DataFiles
import Foundation
import Ontology
import Store

/// The store's figures: `Benchmarks store import FILE GRAPH`, `… questions FOLDER GRAPH`,
/// `… kills KAWAT FILE COUNT`.
///
/// FOLDER is what the events generator writes (params.json, actors.tsv); FILE a table of its events
/// with the header `date actor relation recipient`. Each part is a run of its own, so that its peak
/// memory is its own. `store_peers.py` measures SQLite by hand and DuckDB on the same data.
enum StoreBenchmark {
  static func run(_ arguments: [String]) throws {
    print("figure\tvalue\tunit")
    switch (arguments.first, arguments.count) {
    case ("import", 3): try measureImport(arguments[1], graph: arguments[2])
    case ("questions", 3): try StoreQuestions(folder: arguments[1], graph: arguments[2]).run()
    case ("kills", 4):
      try KillBenchmark(kawat: arguments[1], file: arguments[2], count: Int(arguments[3]) ?? 0)
        .run()
    default: print("store import FILE GRAPH | questions FOLDER GRAPH | kills KAWAT FILE COUNT")
    }
  }

  private static func measureImport(_ file: String, graph: String) throws {
    let ontology = try Ontology(.embedded)
    let start = Clock()
    let store = try EventStore.open(path: graph, mode: .write)
    let report = try store.importFile(
      file, ImportOptions(.tsv), ontology: ontology, data: .embedded)
    let cpu = start.processorSeconds
    print("import events\t\(report.events)\tevents")
    print("import CPU\t\(format(cpu))\ts")
    print("import wall\t\(format(start.wallSeconds))\ts")
    print("import rate\t\(Int(Double(report.events) / cpu))\tevents per CPU second")
    print("import peak memory\t\(peakMegabytes)\tMB")
    _ = try store.rows(SelectStatement("SELECT 1"))
    let size = try FileManager.default.attributesOfItem(atPath: graph)[.size] as? Int ?? 0
    print("size\t\(format(Double(size) / Double(max(1, report.events))))\tbytes per event")
  }

  static func format(_ value: Double) -> String { String(format: "%.3f", value) }

  static var peakMegabytes: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
  }
}

/// Time since it was made: the wall's and the processor's.
struct Clock {
  private let wall = ContinuousClock.now
  private let ticks = Clock.processor

  var wallSeconds: Double {
    let time = ContinuousClock.now - wall
    return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }

  var processorSeconds: Double { Clock.processor - ticks }

  private static var processor: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

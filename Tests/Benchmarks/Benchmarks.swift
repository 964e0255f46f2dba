import Foundation

/// Prints one benchmark a line as TSV: name, things done, median and p95 of five runs in seconds,
/// the median of the processor's seconds, and the process's peak memory so far in MB. Names on the command line choose among them.
@main
struct Benchmarks {
  /// Every benchmark under its name; each returns how many things it did.
  static let all: [(name: String, run: @Sendable () throws -> Int)] =
    ExportBenchmark.all + TextBenchmark.all + ParseBenchmark.all + ActorBenchmark.all

  static func main() throws {
    let wanted = CommandLine.arguments.dropFirst()
    guard wanted.first != "store" else { return try StoreBenchmark.run(Array(wanted.dropFirst())) }
    if wanted.first == "query", wanted.count == 3, let graph = wanted.last {
      return try QueryBenchmark(folder: CommandLine.arguments[2], graph: graph).run()
    }
    print("name\tn\tmedian_s\tp95_s\tcpu_s\tpeak_MB")
    for (name, run) in all where wanted.isEmpty || wanted.contains(name) {
      try report(name, run)
    }
  }

  private static func report(_ name: String, _ run: () throws -> Int) throws {
    var seconds: [Double] = []
    var processor: [Double] = []
    var count = 0
    for _ in 0..<5 {
      let start = ContinuousClock.now
      let ticks = clock()
      count = try run()
      let took = ContinuousClock.now - start
      seconds.append(Double(took.components.attoseconds) / 1e18 + Double(took.components.seconds))
      processor.append(Double(clock() - ticks) / Double(CLOCKS_PER_SEC))
    }
    seconds.sort()
    processor.sort()
    let figures = [seconds[2], seconds[4], processor[2]].map { String(format: "%.3f", $0) }
    print("\(name)\t\(count)\t\(figures.joined(separator: "\t"))\t\(peakMegabytes())")
  }

  private static func peakMegabytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
  }
}

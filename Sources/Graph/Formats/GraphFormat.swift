/// A way to write a graph as bytes.
///
/// In: a ``GraphSource``, read as a stream. Out: bytes in a ``ByteSink``, the same on every run. What
/// no format can hold is described at ``TextEscape``. Read ``DOT`` next.
public protocol GraphFormat: Sendable {
  /// Writes the whole graph; the sink is flushed at the end.
  ///
  /// - Throws: what the source or the sink's output throws.
  func write(_ source: any GraphSource, to sink: inout ByteSink) throws
}

extension GraphFormat {
  /// The whole export as text, for small graphs and tests.
  public func text(_ source: any GraphSource) throws -> String {
    var bytes: [UInt8] = []
    var sink = ByteSink { bytes.append(contentsOf: $0) }
    try write(source, to: &sink)
    return String(decoding: bytes, as: UTF8.self)
  }
}

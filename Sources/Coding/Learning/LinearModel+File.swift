package import DataFiles

extension LinearModel {
  /// The file's first bytes.
  private static var magic: [UInt8] { Array("KWLM1\n".utf8) }

  /// The model as a file: a header line of classes, then a key and one byte a class for every row.
  ///
  /// Weights are kept as signed bytes on a square-root scale, so that small ones survive.
  package static func file(
    classes: [String], rows: [(key: UInt32, weights: [Float])]
  ) -> [UInt8] {
    let top = rows.lazy.flatMap(\.weights).map(abs).max() ?? 1
    var bytes = magic + Array((classes.joined(separator: "\t") + "\n").utf8)
    append(top.bitPattern, to: &bytes)
    append(UInt32(rows.count), to: &bytes)
    for row in rows.sorted(by: { $0.key < $1.key }) {
      append(row.key, to: &bytes)
      for weight in row.weights {
        let size = (abs(weight) / top).squareRoot() * 127
        let level = Int8(max(-127, min(127, size.rounded())))
        bytes.append(UInt8(bitPattern: weight < 0 ? -level : level))
      }
    }
    return bytes
  }

  /// Reads a model file.
  ///
  /// - Throws: ``DataError`` when it is missing or not a model.
  package init(_ path: String, data: DataDirectory) throws(DataError) {
    self = try data.withBytes(of: path) { bytes throws(DataError) in
      guard let model = Self(bytes) else {
        throw .malformed(path: path, line: 0, problem: "not a linear model")
      }
      return model
    }
  }

  /// Reads a model from bytes; nil when they are no model.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.starts(with: Self.magic),
      let end = bytes[Self.magic.count...].firstIndex(of: UInt8(ascii: "\n"))
    else { return nil }
    let names = String(decoding: bytes[Self.magic.count..<end], as: UTF8.self)
    let classes = names.split(separator: "\t").map(String.init)
    guard bytes.count >= end + 9 else { return nil }
    let top = Float(bitPattern: Self.number(bytes, at: end + 1))
    let count = Int(Self.number(bytes, at: end + 5))
    let width = 4 + classes.count
    guard bytes.count == end + 9 + count * width else { return nil }
    let rows = (0..<count).map { row in
      let start = end + 9 + row * width
      let weights = (0..<classes.count).map { index in
        let level = Float(Int8(bitPattern: bytes[start + 4 + index])) / 127
        return (level < 0 ? -1 : 1) * level * level * top
      }
      return (key: Self.number(bytes, at: start), weights: weights)
    }
    self.init(classes: classes, rows: rows)
  }

  private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
    for shift in stride(from: 0, to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> UInt32(shift)))
    }
  }

  private static func number(_ bytes: UnsafeRawBufferPointer, at start: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) }
  }
}

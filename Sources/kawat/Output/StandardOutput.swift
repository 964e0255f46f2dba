import Foundation

/// Buffered standard output that remembers its first failure.
///
/// Writing never fails at once, so that every `TextOutputStream` writer can use it; ``check()`` and
/// ``flush()`` raise what went wrong. A closed pipe is ``CommandFailure/outputClosed``: success.
final class StandardOutput: TextOutputStream {
  private static let capacity = 1 << 16

  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var failure: CommandFailure?

  /// Output to a file descriptor, that of standard output unless told.
  init(descriptor: Int32 = STDOUT_FILENO) {
    self.descriptor = descriptor
    buffer.reserveCapacity(Self.capacity)
  }

  deinit {
    send()
  }

  /// Takes text; it is written when the buffer is full or flushed.
  func write(_ text: String) {
    guard failure == nil else { return }
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.capacity { send() }
  }

  /// Takes bytes in large pieces.
  ///
  /// - Throws: ``CommandFailure`` when the output is closed or full.
  func write(_ bytes: UnsafeRawBufferPointer) throws(CommandFailure) {
    try check()
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.capacity { send() }
    try check()
  }

  /// Raises what went wrong so far.
  ///
  /// - Throws: ``CommandFailure`` when the output is closed or full.
  func check() throws(CommandFailure) {
    if let failure { throw failure }
  }

  /// Writes what is buffered.
  ///
  /// - Throws: ``CommandFailure`` when the output is closed or full.
  func flush() throws(CommandFailure) {
    send()
    try check()
  }

  private func send() {
    var sent = 0
    while sent < buffer.count, failure == nil {
      let count = buffer.withUnsafeBytes { bytes in
        Foundation.write(descriptor, bytes.baseAddress?.advanced(by: sent), bytes.count - sent)
      }
      if count >= 0 {
        sent += count
      } else if errno != EINTR {
        failure = errno == EPIPE ? .outputClosed : .failed("cannot write the output: \(reason)")
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private var reason: String { String(cString: strerror(errno)) }
}

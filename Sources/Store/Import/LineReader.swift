import Foundation

/// Reads lines as bytes, and keeps a digest of what has been read.
final class LineReader {
  private let input: ByteInput
  private var buffer: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0
  private var digested = 0
  private var isAtEnd = false
  private var digest = Digest()
  /// How many lines have been given out.
  private(set) var lines = 0

  init(_ input: ByteInput) {
    self.input = input
    buffer = .allocate(byteCount: 1 << 20, alignment: 16)
  }

  deinit { buffer.deallocate() }

  /// The next line without its end, valid until the next call; nil at the end.
  func next() throws(StoreError) -> UnsafeRawBufferPointer? {
    var searched = start
    while true {
      if let base = buffer.baseAddress, let found = memchr(base + searched, 10, end - searched) {
        let stop = base.distance(to: found)
        return line(from: start, to: stop, next: stop + 1)
      }
      searched = end
      if isAtEnd { return start < end ? line(from: start, to: end, next: end) : nil }
      let before = start
      try refill()
      searched -= before - start
    }
  }

  private func line(from first: Int, to stop: Int, next: Int) -> UnsafeRawBufferPointer {
    lines += 1
    start = next
    let hasReturn = stop > first && buffer[stop - 1] == 13
    return UnsafeRawBufferPointer(rebasing: buffer[first..<(hasReturn ? stop - 1 : stop)])
  }

  /// What has been given out so far: its bytes, and their digest.
  func position() -> (bytes: Int, digest: String) {
    digestRead()
    return (digest.count, digest.text)
  }

  private func digestRead() {
    digest.add(UnsafeRawBufferPointer(rebasing: buffer[digested..<start]))
    digested = start
  }

  private func refill() throws(StoreError) {
    digestRead()
    if start > 0, let base = buffer.baseAddress {
      memmove(base, base + start, end - start)
      end -= start
      start = 0
      digested = 0
    }
    if end == buffer.count {
      let larger = UnsafeMutableRawBufferPointer.allocate(
        byteCount: buffer.count * 2, alignment: 16)
      larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<end]))
      buffer.deallocate()
      buffer = larger
    }
    let count = try input.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
    if count == 0 { isAtEnd = true }
    end += count
  }

  /// The digest of the first bytes, at most 4 KiB, none of which is given out by this.
  func head() throws(StoreError) -> String {
    while end - start < 4096, !isAtEnd { try refill() }
    var head = Digest()
    head.add(UnsafeRawBufferPointer(rebasing: buffer[start..<min(end, start + 4096)]))
    return head.text
  }

  /// Goes on to `bytes` from the beginning, if what lies before has this digest.
  ///
  /// - Returns: false when it has not, or when there is less; the place is then undefined.
  func skip(toBytes bytes: Int, digest wanted: String, lines: Int) throws(StoreError) -> Bool {
    digestRead()
    while digest.count < bytes {
      if start == end {
        guard !isAtEnd else { return false }
        try refill()
        continue
      }
      start += min(end - start, bytes - digest.count)
      digestRead()
    }
    self.lines = lines
    return digest.count == bytes && digest.text == wanted
  }

  /// How much of the file has been read, packed or not.
  var bytesRead: Int { input.bytesRead }
}

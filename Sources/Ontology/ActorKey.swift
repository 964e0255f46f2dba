/// The key of an actor, a path: `PRK`, `PRK/GOV`, `PRK/GOV/kim-jong-un`, `UNO/security-council`.
///
/// The first step is the **code** (ISO 3166-1 alpha-3, XKX, or an organisation's code); steps in
/// capitals that follow are PLOVER sectors; a last step in small letters is the actor's own slug.
/// A key stands for itself and for everything below it.
public struct ActorKey: RawRepresentable, Hashable, Codable, Sendable, Comparable {
  /// The whole path, its steps divided by `/`.
  public let rawValue: String

  /// A key from its path, taken as it is.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// A key from its steps.
  public init(code: String, sectors: [String] = [], slug: String? = nil) {
    rawValue = ([code] + sectors + (slug.map { [$0] } ?? [])).joined(separator: "/")
  }

  /// The state's or organisation's code: the first step.
  public var code: String {
    rawValue.split(separator: "/", maxSplits: 1).first.map(String.init) ?? ""
  }

  /// The PLOVER sectors in the path, from the widest to the narrowest.
  public var sectors: [String] {
    rawValue.split(separator: "/").dropFirst().filter(Self.isSector).map(String.init)
  }

  /// The actor's own name in the path, when the key goes down to one.
  public var slug: String? {
    guard let last = rawValue.split(separator: "/").dropFirst().last, !Self.isSector(last)
    else { return nil }
    return String(last)
  }

  /// Whether `other` is this actor or stands below it.
  public func includes(_ other: ActorKey) -> Bool {
    other.rawValue == rawValue || other.rawValue.hasPrefix(rawValue + "/")
  }

  /// The keys below this one as a half-open range of text: `PRK/` up to `PRK0`.
  ///
  /// "0" follows "/" in ASCII, so an index range over the path finds all descendants.
  public var descendants: Range<String> {
    rawValue + "/"..<rawValue + "0"
  }

  /// Orders keys by the bytes of their paths, as SQLite does.
  public static func < (left: ActorKey, right: ActorKey) -> Bool {
    left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
  }

  private static func isSector(_ step: Substring) -> Bool {
    step.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }
}

/// An ordered pair of actors: who acts, and to whom.
public struct Dyad: Hashable, Codable, Sendable {
  /// Who acts.
  public let actor: ActorKey
  /// To whom.
  public let recipient: ActorKey

  /// The pair of `actor` and `recipient`, in this order.
  public init(actor: ActorKey, recipient: ActorKey) {
    self.actor = actor
    self.recipient = recipient
  }
}

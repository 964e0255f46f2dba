public import Ontology

/// Words of a sentence that name somebody, and who that is.
///
/// A mention has one actor. Where words stand for several ("kedua negara", "Russian and Belarusian
/// soldiers"), there are several mentions of the same words; whoever asks for the actor of a word
/// takes all mentions that cover it.
public struct ActorMention: Hashable, Sendable {
  /// What kind of words they are.
  public enum Kind: String, Codable, Hashable, Sendable {
    /// A name that a dictionary knows.
    case name
    /// A role or an organ with a state: "Menteri Luar Negeri Rusia".
    case role
    /// A capital or a seat that stands for a government.
    case metonym
    /// People or things of a state: "pasukan Rusia", "Russian forces".
    case adjective
    /// A city or region that is no seat of government: only its state follows.
    case place
    /// A pronoun or another word that points back: "dia", "kedua negara".
    case reference
    /// A name or noun phrase that no dictionary knows.
    case unknown
  }

  /// The words, as positions in the sentence from 0: the longest noun phrase with title.
  public var words: Range<Int>
  /// The word that heads the phrase in the tree.
  public var head: Int
  /// What kind of mention it is.
  public var kind: Kind
  /// The actor; nil when no dictionary knows it.
  public var key: ActorKey?
  /// The PLOVER sectors of the role.
  public var sectors: [String]
  /// The short display name in the labels' language, or the words themselves.
  public var name: String
  /// How the actor was found, for `explain`: "head of state from 2012-05-07", "dia → 2 back".
  public var reason: String
  /// Codes that the same words may stand for as well: "Korea" is KOR, or PRK.
  var alternatives: [String] = []
  /// The last step of the key of a name that no dictionary knows, while its state is open.
  var slug: String?

  /// A mention of these parts.
  public init(
    words: Range<Int>, head: Int, kind: Kind, key: ActorKey?, sectors: [String], name: String,
    reason: String
  ) {
    self.words = words
    self.head = head
    self.kind = kind
    self.key = key
    self.sectors = sectors
    self.name = name
    self.reason = reason
  }
}

/// The parts of one mention as they are put together.
struct Composite {
  /// The state, organisation or place whose role or people are meant.
  enum Owner: Equatable {
    case state(Int)
    case place(Int)
    case organization(Int)
    /// The code that another mention lends: the "Myanmar" of "pemerintah dan militer Myanmar".
    case code(String)
  }

  /// The words from the first to the last part.
  var words: Range<Int>
  /// Role phrases, in the order of the text.
  var roles: [Int] = []
  /// The words of each role.
  var roleWords: [Range<Int>] = []
  /// Whether a word like *mantan* or *former* stands before.
  var isFormer = false
  /// Whose role it is.
  var owner: Owner?
  /// The words of the owner.
  var ownerWords: Range<Int>?
  /// Persons of the dictionary who bear the name.
  var persons: [Int32] = []
  /// The words of a name, known or not.
  var nameWords: Range<Int>?
  /// A word that points elsewhere.
  var reference: PhraseWord?
  /// The words that share this mention's role or owner, when it is one of a compound.
  var sharedWords: Range<Int>?

  /// Nothing but modifiers so far.
  var isEmpty: Bool { roles.isEmpty && owner == nil && persons.isEmpty && reference == nil }
}

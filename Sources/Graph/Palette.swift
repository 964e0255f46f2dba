public import Ontology

/// The colours of the four quad classes, from the palette of Okabe and Ito, which people with any
/// of the common colour blindnesses can tell apart.
public enum Palette {
  /// The colour of lines, `#0072B2`.
  public static func color(_ quad: QuadClass) -> String {
    switch quad {
    case .verbalCooperation: "#56B4E9"
    case .materialCooperation: "#0072B2"
    case .verbalConflict: "#E69F00"
    case .materialConflict: "#D55E00"
    }
  }

  /// The class's name for a legend.
  ///
  /// - Parameter language: `en` or `id`.
  public static func name(_ quad: QuadClass, in language: String) -> String {
    let english = [
      "verbal cooperation", "material cooperation", "verbal conflict", "material conflict",
    ]
    let indonesian = [
      "kerja sama verbal", "kerja sama material", "konflik verbal", "konflik material",
    ]
    return (language == "id" ? indonesian : english)[quad.rawValue - 1]
  }
}

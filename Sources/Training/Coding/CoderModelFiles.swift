import Coding

/// The files that a training of the coder writes.
package enum CoderModelFiles {
  /// Trains on all examples and calibrates on models that did not see what they judge.
  ///
  /// - Returns: file names with their bytes.
  package static func train(
    _ examples: [CoderTrainer.Example], language: String
  ) -> [(name: String, bytes: [UInt8])] {
    let rows = CoderTrainer().rows(examples)
    return [
      ("role.model", LinearModel.file(classes: Decoder.roleClasses, rows: rows.role)),
      ("act.model", LinearModel.file(classes: Decoder.actClasses, rows: rows.act)),
      ("status.model", LinearModel.file(classes: Decoder.statusClasses, rows: rows.status)),
    ]
  }
}

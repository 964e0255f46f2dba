package import Coding

/// The files that a training of the coder writes.
package enum CoderModelFiles {
  /// Trains on all examples and calibrates on models that did not see what they judge.
  ///
  /// - Returns: file names with their bytes.
  package static func train(
    _ examples: [CoderTrainer.Example], thresholds: Thresholds,
    options: LinearTrainer.Options
  ) -> [(name: String, bytes: [UInt8])] {
    let rows = CoderTrainer(options: options).rows(examples, thresholds: thresholds)
    return [
      ("role.bin", LinearModel.file(classes: Decoder.roleClasses, rows: rows.role)),
      (
        "recipient.bin",
        LinearModel.file(classes: RoleDecoder.recipientClasses, rows: rows.recipient)
      ),
      ("gate.bin", LinearModel.file(classes: Decoder.gateClasses, rows: rows.gate)),
      ("act.bin", LinearModel.file(classes: Decoder.actClasses, rows: rows.act)),
      ("status.bin", LinearModel.file(classes: Decoder.statusClasses, rows: rows.status)),
    ]
  }
}

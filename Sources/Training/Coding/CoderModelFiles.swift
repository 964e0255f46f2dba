package import Coding

/// The files that a training of the coder writes.
package enum CoderModelFiles {
  /// Trains on all examples and calibrates on models that did not see what they judge.
  ///
  /// - Parameters:
  ///   - date: the day that the card carries.
  /// - Returns: file names with their bytes.
  package static func train(
    _ examples: [CoderTrainer.Example], language: String, thresholds: Thresholds,
    options: LinearTrainer.Options, date: String
  ) -> [(name: String, bytes: [UInt8])] {
    let trainer = CoderTrainer(options: options)
    let rows = trainer.rows(examples, thresholds: thresholds)
    let judged = judged(examples, trainer: trainer, thresholds: thresholds)
    let steps = CalibrationTrainer.steps(judged)
    return [
      ("role.bin", LinearModel.file(classes: Decoder.roleClasses, rows: rows.role)),
      (
        "recipient.bin",
        LinearModel.file(classes: RoleDecoder.recipientClasses, rows: rows.recipient)
      ),
      ("gate.bin", LinearModel.file(classes: Decoder.gateClasses, rows: rows.gate)),
      ("act.bin", LinearModel.file(classes: Decoder.actClasses, rows: rows.act)),
      ("status.bin", LinearModel.file(classes: Decoder.statusClasses, rows: rows.status)),
      ("calibration.tsv", Array(table(steps).utf8)),
      ("coder.card", Array(card(examples, judged, language, options, date).utf8)),
    ]
  }

  private static func judged(
    _ examples: [CoderTrainer.Example], trainer: CoderTrainer, thresholds: Thresholds
  ) -> [CalibrationTrainer.Judged] {
    let parts = 3
    return (0..<parts).flatMap { part in
      let seen = examples.enumerated().filter { $0.offset % parts != part }.map(\.element)
      let held = examples.enumerated().filter { $0.offset % parts == part }.map(\.element)
      let models = trainer.train(seen, thresholds: thresholds)
      return held.flatMap { CalibrationTrainer.judge($0, models: models) }
    }
  }

  private static func table(_ steps: [(from: Double, confidence: Double)]) -> String {
    let lines = steps.map { "\(rounded($0.from))\t\(rounded($0.confidence))\ttraining" }
    return (["from\tconfidence\tsource"] + lines).joined(separator: "\n") + "\n"
  }

  private static func rounded(_ number: Double) -> String {
    String((number * 10_000).rounded() / 10_000)
  }

  private static func card(
    _ examples: [CoderTrainer.Example], _ judged: [CalibrationTrainer.Judged], _ language: String,
    _ options: LinearTrainer.Options, _ date: String
  ) -> String {
    let events = examples.map(\.sentence.events.count).reduce(0, +)
    let right = judged.filter(\.isRight).count
    return """
      model: roles, gate, act and status of the coder; multinomial logistic regression
      language: \(language)
      data: Data/\(language)/training, \(examples.count) sentences, \(events) events, our own
      licence: Apache-2.0; the trees under the features come from models that are CC BY-SA 4.0
      options: epochs \(options.epochs), rate \(options.rate), decay \(options.decay), \
      least count \(options.leastCount), seed \(options.seed)
      in three parts, each judged by models that did not see it: \(judged.count) choices coded, \
      \(right) with act and both sides right
      date: \(date)

      """
  }
}

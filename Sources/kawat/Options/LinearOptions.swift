import ArgumentParser
import Training

/// How the coder's models are trained, for `train coder` and for cross-validation.
struct LinearOptions: ParsableArguments {
  @Option(help: "Passes over the labelled sentences.")
  var epochs = LinearTrainer.Options().epochs

  @Option(help: "The size of the first step.")
  var rate = LinearTrainer.Options().rate

  @Option(help: "The pull of the weights towards zero.")
  var decay = LinearTrainer.Options().decay

  @Option(help: "Features seen less often are left out.")
  var leastCount = LinearTrainer.Options().leastCount

  @Option(help: "Where the random numbers begin.")
  var seed: UInt64 = 1

  /// The options as the trainer takes them.
  var options: LinearTrainer.Options {
    var options = LinearTrainer.Options()
    options.epochs = epochs
    options.rate = rate
    options.decay = decay
    options.leastCount = leastCount
    options.seed = seed
    return options
  }
}

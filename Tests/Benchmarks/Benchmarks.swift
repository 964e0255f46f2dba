/// Prints one benchmark a line as TSV.
@main
struct Benchmarks {
  static func main() {}
}

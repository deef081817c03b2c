/// Says that a statement could not be read on; the diagnostic is written already.
struct ParseFailure: Error {}

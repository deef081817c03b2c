/// Says that a statement or a part of it makes no sense; the diagnostic is written already.
struct CheckFailure: Error {}

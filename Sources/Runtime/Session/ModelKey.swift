/// A model that a script describes, on the engine that a setting chooses.
struct ModelKey<Description: Hashable & Sendable>: Hashable, Sendable {
    let description: Description
    let engine: String
}

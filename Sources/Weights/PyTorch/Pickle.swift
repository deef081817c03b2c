/// What a pickle describes.
struct Pickle: Sendable {
    let value: PickleValue
    let arena: PickleArena
    /// The byte behind the pickle.
    let end: Int
}

/// From a library's name to the one that networks are built by.
struct NameRule: Sendable {
    private let from, to: NamePattern

    /// - Parameters:
    ///   - from: such as `encoder.layer.#.norm1.*`.
    ///   - to: such as `blocks.#.norm1.*`, with the same open places in the same order.
    init(_ from: String, _ to: String) {
        (self.from, self.to) = (NamePattern(from), NamePattern(to))
    }

    /// The new name; nil where the rule does not fit.
    func callAsFunction(_ name: String) -> String? { from.match(name).map(to.name) }
}

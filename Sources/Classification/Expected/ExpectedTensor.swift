/// A tensor that a network of an architecture has, by the name that the network is built by.
struct ExpectedTensor: Sendable, Equatable {
    let name: String
    /// The extents of the published network; nil where any will do, as for the number of classes.
    let shape: [Int?]
    /// Whether files without it run as well.
    var isOptional = false

    /// Whether a tensor of these extents is one.
    func fits(_ found: [Int]) -> Bool {
        found.count == shape.count && zip(shape, found).allSatisfy { $0 == nil || $0 == $1 }
    }

    /// The extents as a person reads them, with `any` where any will do.
    var extents: String { "[" + shape.map { $0.map(String.init) ?? "any" }.joined(separator: ", ") + "]" }
}

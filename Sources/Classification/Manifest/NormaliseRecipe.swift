/// What is subtracted from each scaled channel, and what it is then divided by, in the network's channel order.
package struct NormaliseRecipe: Sendable, Codable, Equatable {
    package let mean: [Float]
    /// Standard deviations; none is zero.
    package let std: [Float]
}

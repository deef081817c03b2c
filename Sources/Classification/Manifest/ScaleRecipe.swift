/// What brings levels to the scale of a network.
package struct ScaleRecipe: Sendable, Codable, Equatable {
    /// The divisor of levels 0...255; never zero.
    package let divide: Float
}

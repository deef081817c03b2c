/// Whether more of a quantity is better (spec/metrics.md, section 2, "Direction").
package enum Direction: String, Sendable, Hashable {
    case higherIsBetter = "higher"
    case lowerIsBetter = "lower"
    case neither
}

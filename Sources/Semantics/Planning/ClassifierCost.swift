/// What judging one image costs.
public struct ClassifierCost: Sendable, Hashable {
    /// Floating-point operations of one inference.
    public let flops: Double
    /// Seconds of one inference on this machine with all workers, where that was measured.
    public let seconds: Double?

    /// States the cost of an inference.
    public init(flops: Double, seconds: Double? = nil) {
        self.flops = flops
        self.seconds = seconds
    }
}

/// What one image of a generator costs.
public struct GeneratorCost: Sendable, Hashable {
    /// Forward passes of the network, guidance included; 0 for a renderer.
    public let passesPerImage: Int
    /// Floating-point operations of one image, everything included.
    public let flopsPerImage: Double
    /// Seconds of one image on this machine with all workers, where that was measured; else it follows from the operations.
    public let secondsPerImage: Double?
    /// The most memory its making needs, in bytes, with all workers.
    public let peakBytes: Int
    /// About how many bytes a kept image needs on disk.
    public let bytesPerImage: Int

    /// States the cost of an image.
    public init(
        passesPerImage: Int, flopsPerImage: Double, secondsPerImage: Double? = nil, peakBytes: Int,
        bytesPerImage: Int
    ) {
        self.passesPerImage = passesPerImage
        self.flopsPerImage = flopsPerImage
        self.secondsPerImage = secondsPerImage
        self.peakBytes = peakBytes
        self.bytesPerImage = bytesPerImage
    }
}

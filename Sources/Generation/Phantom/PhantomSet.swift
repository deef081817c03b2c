import Tensors

/// A numbered set of renders: image i is drawn from stream `firstStream + i` of the seed, person included.
public struct PhantomSet: Sendable, Hashable {
    /// How people are drawn.
    public var design: PhantomDesign
    /// The side in pixels.
    public var size: Int
    /// How pictures are taken.
    public var style: PhantomStyle
    /// The share drawn from the range that both diagnoses share.
    public var ambiguity: Double
    /// The root seed.
    public var seed: UInt64
    /// The stream of image 0.
    public var firstStream: UInt64

    /// A set of renders.
    public init(
        design: PhantomDesign, size: Int, style: PhantomStyle,
        ambiguity: Double = PhantomRenderer.defaultAmbiguity, seed: UInt64, firstStream: UInt64 = 0
    ) {
        self.design = design
        self.size = size
        self.style = style
        self.ambiguity = ambiguity
        self.seed = seed
        self.firstStream = firstStream
    }

    /// Draws image `place`.
    public func rendering(at place: Int) -> PhantomRendering {
        var stream = RandomStream(seed: seed, stream: firstStream &+ UInt64(place))
        let person = design.subject(at: place, stream: &stream)
        return PhantomRenderer.render(person, size: size, style: style, ambiguity: ambiguity, stream: &stream)
    }

    /// Draws a range of images on a number of threads, in order; the result does not depend on the number.
    public func renderings(_ places: Range<Int>, threads: Int = 1) -> [PhantomRendering] {
        Lanes.map(places.count, threads: threads) { rendering(at: places.lowerBound + $0) }
    }
}

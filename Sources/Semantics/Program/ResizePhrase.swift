/// How an image comes to the extents of a network's input, as option `resize` says it.
public struct ResizePhrase: Sendable, Hashable {
    /// The pixels that the short side comes to, before the middle is cut out; nil where the image is stretched.
    public let shortSide: Int?
    /// The side of the square that is cut out; nil where it is the input's.
    public let crop: Int?
    /// The kernel: `nearest`, `bilinear`, `bicubic`, `lanczos`, `box` or `area`.
    public let kernel: String
    /// Whether the kernel widens when an image shrinks.
    public let isAntialiased: Bool
    /// Whether results are kept as they are; rounded to levels of 8 bits otherwise.
    public let keepsFractions: Bool

    /// Reads the values of option `resize`, which have passed the check of its words.
    init?(_ values: [Value]) {
        let words = values.compactMap(\.asText)
        func number(after word: String) -> Int? {
            guard let index = values.firstIndex(of: .word(word)), index + 1 < values.count else { return nil }
            return values[index + 1].asInteger
        }
        let kernels = ["nearest", "bilinear", "bicubic", "lanczos", "box", "area"]
        guard let kernel = words.first(where: { kernels.contains($0) }) else { return nil }
        self.kernel = kernel
        shortSide = number(after: "short")
        crop = number(after: "crop")
        isAntialiased = words.contains("antialias")
        keepsFractions = words.contains("f32")
    }

    /// What cannot be followed, and what to write; nil where all can.
    var fault: (found: String, help: String)? {
        if crop != nil, shortSide == nil {
            return ("`crop` cuts out of a `short` side", "write `short 256 crop 224` and the kernel")
        }
        if let crop, let shortSide, crop > shortSide {
            return ("a crop of \(crop) out of a short side of \(shortSide)", "the crop is the smaller one")
        }
        switch (kernel, isAntialiased) {
        case ("bicubic", false), ("lanczos", false), ("box", false):
            return ("`\(kernel)` is Pillow's, which widens it", "write `\(kernel) antialias`")
        case ("area", true), ("nearest", true):
            return ("`\(kernel)` has no `antialias`", "write `\(kernel)` alone")
        default: return nil
        }
    }
}

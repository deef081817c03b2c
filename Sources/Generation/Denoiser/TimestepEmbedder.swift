import Tensors

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Turns times into vectors of the network's width (lightningdit.md, section 2.3).
struct TimestepEmbedder: Sendable {
    /// Cosines and sines together.
    static let frequencies = 256

    private let first: Linear
    private let second: Linear

    init(_ layers: LayerLoader, width: Int) throws(GenerationError) {
        first = try layers.linear("t_embedder.mlp.0", inputs: Self.frequencies, outputs: width)
        second = try layers.linear("t_embedder.mlp.2", inputs: width, outputs: width)
    }

    /// - Parameter times: 0 (noise) to 1 (data), not scaled.
    /// - Returns: `[times, D]`.
    func callAsFunction(_ times: [Float]) -> Tensor { second(first(Self.waves(times), activation: .silu)) }

    /// `[cos(t f_0) ... cos(t f_127), sin(t f_0) ... sin(t f_127)]` with `f_k = 10000^(-k / 128)`, in float32 as in
    /// the public code: `[times, 256]`.
    static func waves(_ times: [Float]) -> Tensor {
        let half = frequencies / 2
        let rates = (0..<half).map { exp(Float(-log(10000.0)) * Float($0) / Float(half)) }
        let values = times.flatMap { time in
            rates.map { cos(time * $0) } + rates.map { sin(time * $0) }
        }
        return Tensor(shape: [times.count, frequencies], values: values)
    }
}

import Tensors

/// Integrates a velocity from noise (t = 0) to data (t = 1) by Euler's method (lightningdit.md, sections 5 and 6).
package struct FlowSampler: Sendable {
    /// Which half of guidance a velocity is for.
    package enum Half: Sendable {
        case conditional, unconditional
    }

    package let settings: FlowSettings
    /// The grid points, from 0 to 1.
    package let times: [Float]

    package init(_ settings: FlowSettings) throws(GenerationError) {
        try settings.validate()
        self.settings = settings
        times = settings.times
    }

    /// The number of Euler steps.
    package var stepCount: Int { times.count - 1 }

    /// The latent at t = 1.
    ///
    /// - Parameters:
    ///   - noise: the latent at t = 0, `[height, width, channels]`.
    ///   - engine: computes the two halves of a guided step beside each other where it has threads for it.
    ///   - velocity: of a latent at the beginning of a step, for one half of guidance.
    ///   - afterStep: told the latent once a step; throws to stop.
    package func sample(
        from noise: Tensor, on engine: Engine,
        velocity: @Sendable (Tensor, _ step: Int, Half) throws(GenerationError) -> Tensor,
        afterStep: (_ step: Int, Tensor) throws(GenerationError) -> Void
    ) throws(GenerationError) -> Tensor {
        var x = noise
        for step in 0..<stepCount {
            let halves: [Half] =
                settings.isGuided(at: times[step]) ? [.conditional, .unconditional] : [.conditional]
            let velocities = try engine.map(halves) { [x] half throws(GenerationError) in
                try velocity(x, step, half)
            }
            var v = velocities[0]
            if velocities.count > 1 {
                let guided = settings.guidanceChannels.count(of: x.lastExtent)
                Self.guide(&v, from: velocities[1], scale: Float(settings.guidance), channels: guided)
            }
            Self.advance(&x, by: times[step + 1] - times[step], along: v)
            guard x.firstNonFinite == nil else {
                throw .notFinite(network: "flow sampler", place: "the latent", step: step)
            }
            try afterStep(step, x)
        }
        return x
    }

    /// `v = u + scale (v - u)` in the first `channels` of every pixel.
    private static func guide(_ v: inout Tensor, from u: Tensor, scale: Float, channels: Int) {
        precondition(v.shape == u.shape, "both velocities have the latent's extents")
        let width = v.lastExtent
        v.withUnsafeMutableBuffer { v in
            u.withUnsafeBuffer { u in
                // Safety: both buffers have the same count, a multiple of `width`.
                for start in stride(from: 0, to: v.count, by: width) {
                    for index in start..<start + channels {
                        v[index] = u[index] + scale * (v[index] - u[index])
                    }
                }
            }
        }
    }

    /// `x = x + step * v`.
    private static func advance(_ x: inout Tensor, by step: Float, along v: Tensor) {
        precondition(v.shape == x.shape, "a velocity has the latent's extents")
        x.withUnsafeMutableBuffer { x in
            v.withUnsafeBuffer { v in
                // Safety: both buffers have the same count.
                for index in x.indices { x[index] += step * v[index] }
            }
        }
    }
}

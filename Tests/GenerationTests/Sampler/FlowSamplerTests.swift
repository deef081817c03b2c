import Tensors
import Testing

@testable import Generation

@Suite("Flow sampler")
struct FlowSamplerTests {
    private let engine: Engine

    init() throws {
        engine = try Engine.load(.openblas, threads: 2)
    }

    /// The end points of Euler's method for data N(1.5, 0.5^2), whose velocity is known exactly, from -1, 0 and 2.
    private func endPoints(_ settings: FlowSettings) throws -> [Float] {
        let (mean, deviation): (Float, Float) = (1.5, 0.5)
        let sampler = try FlowSampler(settings)
        let noise = Tensor(shape: [1, 1, 3], values: [-1, 0, 2])
        return try sampler.sample(from: noise, on: engine) { x, step, _ throws(GenerationError) in
            let t = sampler.times[step]
            let factor =
                (t * deviation * deviation - (1 - t)) / (t * t * deviation * deviation + (1 - t) * (1 - t))
            return Tensor(shape: x.shape, values: x.values.map { mean + factor * ($0 - t * mean) })
        } afterStep: { _, _ throws(GenerationError) in
        }.values
    }

    @Test(
        "an exact velocity gives the published end points",
        arguments: [
            (250, 0.0, [1.00296659, 1.5, 2.49406682]), (250, 0.3, [1.00633916, 1.5, 2.48732168]),
            (50, 0.3, [1.03143504, 1.5, 2.43712992]), (10, 0.0, [1.07638357, 1.5, 2.34723286]),
        ] as [(Int, Double, [Double])])
    func closedForm(steps: Int, shift: Double, expected: [Double]) throws {
        let found = try endPoints(FlowSettings(steps: steps, shift: shift, guidance: 1))
        for (value, wanted) in zip(found, expected) { #expect(abs(Double(value) - wanted) < 3e-6) }
    }

    @Test("the grid of six points with shift 0.3")
    func grid() {
        let expected: [Float] = [0, 0.0697674, 0.1666667, 0.3103448, 0.5454546, 1]
        for (time, wanted) in zip(FlowSettings(steps: 6).times, expected) {
            #expect(abs(time - wanted) < 1e-6)
        }
        #expect(FlowSettings(steps: 250).times.count == 250)
    }

    @Test("the published run needs 425 evaluations, 73 of its 249 steps one only")
    func evaluations() {
        #expect(FlowSettings().evaluations == 425)
        #expect(FlowSettings(guidance: 1).evaluations == 249)
        #expect(FlowSettings(intervalStart: 0).evaluations == 498)
    }

    @Test("a step that begins at the interval's start is guided, one before it is not")
    func boundary() {
        let settings = FlowSettings(steps: 9, shift: 0, intervalStart: 0.25)
        #expect(settings.times[2] == 0.25)
        #expect(settings.isGuided(at: 0.25))
        #expect(!settings.isGuided(at: Float(0.25).nextDown))
    }

    @Test(
        "guidance changes the channels it is meant for",
        arguments: [
            (GuidanceChannels.first(3), [10, 10, 10, 2] as [Float]), (.all, [10, 10, 10, 10]),
            (.first(9), [10, 10, 10, 10]),
        ])
    func channels(guided: GuidanceChannels, expected: [Float]) throws {
        let settings = FlowSettings(
            steps: 2, shift: 0, guidance: 9, guidanceChannels: guided, intervalStart: 0)
        let result = try FlowSampler(settings).sample(from: Tensor(zeros: [1, 1, 4]), on: engine) {
            x, _, half throws(GenerationError) in
            Tensor(repeating: half == .conditional ? 2 : 1, shape: x.shape)
        } afterStep: { _, _ throws(GenerationError) in
        }
        #expect(result.values == expected)
    }

    @Test("a value that is not finite is named with its step")
    func notFinite() throws {
        let sampler = try FlowSampler(FlowSettings(steps: 5, guidance: 1))
        #expect(throws: GenerationError.notFinite(network: "flow sampler", place: "the latent", step: 2)) {
            try sampler.sample(from: Tensor(zeros: [1, 1, 1]), on: engine) {
                x, step, _ throws(GenerationError) in
                Tensor(repeating: step == 2 ? .infinity : 1, shape: x.shape)
            } afterStep: { _, _ throws(GenerationError) in
            }
        }
    }

    @Test("an error of either half of guidance stops the run", arguments: [true, false])
    func failingHalf(isConditional: Bool) throws {
        let sampler = try FlowSampler(FlowSettings(steps: 3, guidance: 2, intervalStart: 0))
        let expected = GenerationError.notFinite(network: "LightningDiT", place: "block 0", step: 0)
        #expect(throws: expected) {
            try sampler.sample(from: Tensor(zeros: [1, 1, 1]), on: engine) {
                x, _, half throws(GenerationError) in
                guard (half == .conditional) != isConditional else { throw expected }
                return x
            } afterStep: { _, _ throws(GenerationError) in
            }
        }
    }

    @Test("it stops where it is told to")
    func cancelled() throws {
        let sampler = try FlowSampler(FlowSettings(steps: 5, guidance: 1))
        var steps: [Int] = []
        #expect(throws: GenerationError.cancelled) {
            try sampler.sample(from: Tensor(zeros: [1, 1, 1]), on: engine) {
                x, _, _ throws(GenerationError) in
                x
            } afterStep: { step, _ throws(GenerationError) in
                steps.append(step)
                if step == 1 { throw .cancelled }
            }
        }
        #expect(steps == [0, 1])
    }

    @Test(
        "a setting outside its range is refused",
        arguments: [
            FlowSettings(steps: 1), FlowSettings(shift: -1), FlowSettings(shift: .nan),
            FlowSettings(guidance: .infinity),
            FlowSettings(guidanceChannels: .first(0)), FlowSettings(intervalStart: 1.5),
        ])
    func refused(settings: FlowSettings) {
        #expect(throws: GenerationError.self) { try FlowSampler(settings) }
    }
}

import Testing

@testable import Tensors

@Suite struct DeterminismTests {
    private static let engines: [EngineChoice] = [.openblas, .onednn]

    @Test("the number of threads does not change a bit", arguments: engines, [2, 3, 5])
    func threads(choice: EngineChoice, threads: Int) throws {
        let one = try Engine.load(choice)
        let (alone, shared) = (try Self.results(on: one), try Self.results(on: one.with(threads: threads)))
        #expect(shared == alone)
    }

    @Test("calls beside each other do not change a bit", arguments: engines)
    func concurrency(choice: EngineChoice) async throws {
        let engine = try Engine.load(choice)
        let layer = try Linear(weight: Samples.tensor([96, 64], seed: 2), on: engine)
        let inputs = (0..<8).map { Samples.tensor([40 + $0 % 3, 64], seed: UInt64($0)) }
        let alone = inputs.map { layer($0).bits }
        let beside = await withTaskGroup(of: (Int, [UInt32]).self) { group in
            for (index, input) in inputs.enumerated() { group.addTask { (index, layer(input).bits) } }
            return await group.reduce(into: [Int: [UInt32]]()) { $0[$1.0] = $1.1 }
        }
        #expect(inputs.indices.allSatisfy { beside[$0] == alone[$0] })
    }

    @Test("works beside each other give what they give one by one, in order", arguments: engines, [1, 2, 4])
    func map(choice: EngineChoice, threads: Int) throws {
        let engine = try Engine.load(choice, threads: threads)
        let layer = try Linear(weight: Samples.tensor([1536, 768], seed: 2), on: engine)
        let inputs = (0..<5).map { Samples.tensor([70, 768], seed: UInt64($0)) }
        #expect(engine.map(inputs) { layer($0).bits } == inputs.map { layer($0).bits })
        #expect(engine.map([Int]()) { $0 }.isEmpty)
    }

    @Test("the first of several errors is thrown", arguments: [1, 2])
    func mapErrors(threads: Int) throws {
        struct Refusal: Error, Equatable {
            let input: Int
        }
        let engine = try Engine.load(.openblas, threads: threads)
        #expect(throws: Refusal(input: 1)) {
            try engine.map([0, 1, 2, 3]) { input throws(Refusal) in
                guard input == 0 || input == 2 else { throw Refusal(input: input) }
                return input
            }
        }
    }

    @Test("what a layer computed before does not change a bit", arguments: engines)
    func order(choice: EngineChoice) throws {
        let engine = try Engine.load(choice)
        let weight = Samples.tensor([320, 192], seed: 2)
        let (used, fresh) = (try Linear(weight: weight, on: engine), try Linear(weight: weight, on: engine))
        let x = Samples.tensor([256, 192])
        _ = (used(x.rows(0..<1)), used(x.rows(0..<64)))
        #expect(used(x).bits == fresh(x).bits)
    }

    @Test("an image is the same alone and after another", arguments: engines)
    func images(choice: EngineChoice) throws {
        let engine = try Engine.load(choice)
        let layer = try Convolution2D(weight: Samples.tensor([24, 8, 3, 3]), padding: Padding(1), on: engine)
        let (first, second) = (Samples.tensor([20, 20, 8], seed: 5), Samples.tensor([20, 20, 8], seed: 6))
        let alone = layer(second).bits
        _ = layer(first)
        #expect(layer(second).bits == alone)
    }

    /// Layers large enough to be cut into tiles.
    private static func results(on engine: Engine) throws -> [[UInt32]] {
        let linear = try Linear(
            weight: Samples.tensor([1152, 1000], seed: 2), bias: Samples.tensor([1152], seed: 3), on: engine)
        let x = Samples.tensor([400, 1000], seed: 4)
        let convolution = try Convolution2D(
            weight: Samples.tensor([64, 64, 3, 3], seed: 5), padding: Padding(1), on: engine)
        let map = Samples.tensor([100, 90, 64], seed: 6)
        let norm = GroupNorm(
            groups: 32, weight: Samples.tensor([64], seed: 7), bias: Samples.tensor([64], seed: 8),
            epsilon: 1e-6,
            on: engine)
        let tokens = Samples.tensor([600, 96], seed: 9)
        return [
            linear(x, activation: .silu).bits, convolution(map, activation: .relu).bits,
            norm(map, activation: .silu).bits, engine.product(x, x, transposeB: true).bits,
            engine.attention(queries: tokens, keys: tokens, values: tokens, heads: 3).bits,
        ]
    }
}

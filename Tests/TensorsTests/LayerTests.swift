import Testing

@testable import Tensors

@Suite struct LayerTests {
    private static let engines: [EngineChoice] = [.openblas, .onednn]

    @Test(
        "a linear layer agrees with loops", arguments: engines,
        [[1, 7, 5], [19, 64, 33], [64, 192, 576], [300, 40, 1030], [3, 1040, 1056]])
    func linear(choice: EngineChoice, extents: [Int]) throws {
        let engine = try Engine.load(choice)
        let x = Samples.tensor([extents[0], extents[1]])
        let weight = Samples.tensor([extents[2], extents[1]], seed: 2)
        let bias = Samples.tensor([extents[2]], seed: 3)
        let layer = try Linear(weight: weight, bias: bias, on: engine)
        let exact = NaiveLayers.linear(x, weight, bias)
        #expect(Samples.worstDifference(layer(x), exact) < 2e-4)
        #expect(Samples.worstDifference(layer(x, activation: .relu), exact.map { max(0, $0) }) < 2e-4)
        let silu = exact.map { Reference.value(.silu, $0) }
        #expect(Samples.worstDifference(layer(x, activation: .silu), silu) < 2e-4)
        let plain = try Linear(weight: weight, on: engine)
        #expect(Samples.worstDifference(plain(x), NaiveLayers.linear(x, weight, nil)) < 2e-4)
    }

    /// A weight's shape, and how it moves.
    struct Geometry: Sendable {
        let map: [Int]
        let weight: [Int]
        var stride = (1, 1)
        var padding = Padding.none
        var dilation = (1, 1)
        var groups = 1
    }

    static let geometries = [
        Geometry(map: [9, 11, 20], weight: [33, 20, 3, 3], padding: Padding(1)),
        Geometry(map: [9, 11, 3], weight: [16, 3, 3, 3], stride: (2, 2), padding: Padding(1)),
        Geometry(
            map: [10, 8, 16], weight: [16, 16, 3, 3], stride: (2, 2),
            padding: Padding(top: 0, left: 0, bottom: 1, right: 1)),
        Geometry(
            map: [13, 9, 4], weight: [6, 4, 1, 7], stride: (1, 2), padding: Padding(rows: 0, columns: 3)),
        Geometry(map: [12, 12, 8], weight: [8, 8, 3, 3], padding: Padding(2), dilation: (2, 2)),
        Geometry(map: [7, 7, 40], weight: [40, 1, 5, 5], stride: (2, 2), padding: Padding(2), groups: 40),
        Geometry(map: [7, 7, 32], weight: [64, 8, 3, 3], padding: Padding(1), groups: 4),
        Geometry(map: [6, 5, 48], weight: [24, 48, 1, 1]),
        Geometry(map: [9, 9, 48], weight: [24, 48, 1, 1], stride: (2, 2)),
        Geometry(map: [40, 40, 96], weight: [96, 96, 3, 3], padding: Padding(1)),
    ]

    @Test("a convolution agrees with loops", arguments: engines, geometries)
    func convolution(choice: EngineChoice, g: Geometry) throws {
        try expectAgreement(g, choice)
    }

    /// Compares a convolution with loops, with an activation behind it and without; minimal filtering rounds by the size
    /// of the largest results.
    private func expectAgreement(
        _ g: Geometry, _ choice: EngineChoice, allowsWinograd: Bool = false
    ) throws {
        let x = Samples.tensor(g.map)
        let weight = Samples.tensor(g.weight, seed: 2)
        let bias = Samples.tensor([g.weight[0]], seed: 3)
        let layer = try Convolution2D(
            weight: weight, bias: bias, stride: g.stride, padding: g.padding, dilation: g.dilation,
            groups: g.groups, allowsWinograd: allowsWinograd, on: .load(choice))
        let exact = NaiveLayers.convolution(x, weight, bias, layer.geometry)
        #expect(layer.geometry.suitsWinograd || !allowsWinograd)
        let tolerance = allowsWinograd ? 2e-5 * exact.reduce(0) { max($0, abs($1)) } : 2e-4
        #expect(Samples.worstDifference(layer(x), exact) < tolerance)
        #expect(Samples.worstDifference(layer(x, activation: .relu), exact.map { max(0, $0) }) < tolerance)
    }

    /// 3 x 3 kernels that are filtered minimally where the library has it; the last map is cut into bands.
    static let winogradGeometries = [
        Geometry(map: [5, 7, 64], weight: [128, 64, 3, 3], padding: Padding(1)),
        Geometry(map: [14, 14, 96], weight: [96, 96, 3, 3], padding: Padding(1)),
        Geometry(map: [23, 9, 128], weight: [64, 128, 3, 3]),
        Geometry(
            map: [15, 33, 80], weight: [112, 80, 3, 3],
            padding: Padding(top: 0, left: 1, bottom: 1, right: 0)),
        Geometry(map: [37, 61, 128], weight: [128, 128, 3, 3], padding: Padding(1)),
    ]

    @Test("a minimally filtered convolution agrees with loops", arguments: engines, winogradGeometries)
    func winograd(choice: EngineChoice, g: Geometry) throws {
        try expectAgreement(g, choice, allowsWinograd: true)
    }

    @Test(
        "minimal filtering is for dense 3 x 3 kernels on whole blocks of channels",
        arguments: [
            Geometry(map: [], weight: [128, 64, 3, 3], stride: (2, 2)),
            Geometry(map: [], weight: [128, 64, 3, 3], dilation: (2, 2)),
            Geometry(map: [], weight: [128, 64, 3, 3], padding: Padding(2)),
            Geometry(map: [], weight: [128, 64, 3, 3], groups: 2),
            Geometry(map: [], weight: [128, 64, 5, 5]), Geometry(map: [], weight: [128, 72, 3, 3]),
            Geometry(map: [], weight: [120, 128, 3, 3]), Geometry(map: [], weight: [32, 128, 3, 3]),
        ])
    func noWinograd(g: Geometry) {
        let geometry = ConvolutionGeometry(
            weightShape: g.weight, stride: g.stride, padding: g.padding, dilation: g.dilation,
            groups: g.groups)
        #expect(!geometry.suitsWinograd)
    }

    @Test(
        "attention agrees with loops", arguments: engines,
        [
            [5, 5, 2, 8], [64, 64, 6, 32], [77, 77, 2, 9], [3, 70, 1, 40], [40, 40, 1, 200],
            [300, 300, 1, 16],
        ])
    func attention(choice: EngineChoice, e: [Int]) throws {
        let engine = try Engine.load(choice)
        let q = Samples.tensor([e[0], e[2] * e[3]])
        let k = Samples.tensor([e[1], e[2] * e[3]], seed: 2)
        let v = Samples.tensor([e[1], e[2] * e[3]], seed: 3)
        let found = engine.attention(queries: q, keys: k, values: v, heads: e[2])
        let exact = NaiveLayers.attention(q, k, v, heads: e[2], causal: false)
        #expect(Samples.worstDifference(found, exact) < 2e-6)
        guard e[0] == e[1] else { return }
        let causal = engine.attention(queries: q, keys: k, values: v, heads: e[2], causal: true)
        let exactCausal = NaiveLayers.attention(q, k, v, heads: e[2], causal: true)
        #expect(Samples.worstDifference(causal, exactCausal) < 2e-6)
        let joined = Tensor.concatenatingChannels([q, k, v])
        #expect(engine.attention(queriesKeysValues: joined, heads: e[2]).bits == found.bits)
    }

    @Test("a layer of the wrong width is our own mistake")
    func wrongWidth() async {
        await #expect(processExitsWith: .failure) {
            let layer = try Linear(weight: Tensor(zeros: [3, 4]), on: .load(.openblas))
            _ = layer(Tensor(zeros: [2, 5]))
        }
    }
}

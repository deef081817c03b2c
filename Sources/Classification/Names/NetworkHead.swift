import Tensors
import Weights

/// The linear layers at the end of a network: one, or several in a sequence that a user put in its place.
struct NetworkHead {
    /// What the network's builder calls its head.
    let name: String
    /// The linear layers in their order, by the names that the network is built by: `fc`, or `fc.1` and `fc.4`.
    let linears: [String]
    /// Layers of one number a feature between them, as norms are: none that is built here.
    let norms: [String]

    /// The head under the first of `names` that there is; nil for none.
    init?(_ names: [String], in source: any WeightSource) {
        for name in names {
            let places = source.names.compactMap { Self.place($0, under: name) }
            let linears = places.filter { source.shape(of: Self.tensor($0, under: name))?.count == 2 }
                .sorted { $0.lexicographicallyPrecedes($1) }
            guard !linears.isEmpty else { continue }
            self.name = name
            norms = places.filter { source.shape(of: Self.tensor($0, under: name))?.count == 1 }
                .map { String(Self.tensor($0, under: name).dropLast(".weight".count)) }
            self.linears = linears.map { String(Self.tensor($0, under: name).dropLast(".weight".count)) }
            return
        }
        return nil
    }

    /// The numbers between `name` and `weight` in a tensor's name: 1 and 0 in `fc.1.0.weight`; nil for other names.
    private static func place(_ tensor: String, under name: String) -> [Int]? {
        guard tensor.hasPrefix(name + "."), tensor.hasSuffix(".weight") else { return nil }
        let parts = tensor.dropFirst(name.utf8.count + 1).split(separator: ".").dropLast()
        let numbers = parts.compactMap { Int($0) }
        return numbers.count == parts.count ? numbers : nil
    }

    private static func tensor(_ place: [Int], under name: String) -> String {
        ([name] + place.map(String.init) + ["weight"]).joined(separator: ".")
    }

    /// The weights with the first linear layer in the head's own place, as a network with a plain head has it.
    func plain(_ weights: RenamedWeights) -> RenamedWeights {
        var table = Dictionary(uniqueKeysWithValues: weights.names.map { ($0, $0) })
        for ending in ["weight", "bias"] {
            let first = "\(linears[0]).\(ending)"
            for linear in linears { table["\(linear).\(ending)"] = nil }
            if weights.has(first) { table["\(name).\(ending)"] = first }
        }
        return RenamedWeights(of: weights, names: table)
    }

    /// The layers behind the first one, and what stands between: `hidden` behind all but the last.
    func others(
        of weights: any WeightSource, behind first: StagedNetwork.HeadLayer, hidden: Activation,
        on engine: Engine
    ) throws(ClassificationError) -> [StagedNetwork.HeadLayer] {
        let layers = ClassifierLayers(weights, on: engine)
        var width = first.linear.outputs
        var result: [StagedNetwork.HeadLayer] = []
        for linear in linears.dropFirst() {
            let layer = try layers.linear(linear, inputs: width)
            result.append(.init(linear: layer, activation: linear == linears.last ? .none : hidden))
            width = layer.outputs
        }
        return [.init(linear: first.linear, activation: hidden)] + result
    }
}

extension ClassifierGraph {
    /// What the builders of this architecture call its head, as far as users put sequences in its place; empty where
    /// the head is a sequence of its own.
    var headNames: [String] {
        switch (self, family) {
        case (.patchLesion, _), (.resnext101DermDiT, _), (.vgg16Magic, _), (_, nil): []
        case (.vgg16GAP, _), (_, .mobileNetV2), (_, .efficientNet): ["classifier"]
        case (_, .vgg): ["classifier.6"]
        case (_, .mobileNetV3): ["classifier.3"]
        case (_, .denseNet): ["classifier", "fc"]
        case (_, .resNet): ["fc", "classifier", "head"]
        case (_, .inception): ["fc", "classifier"]
        case (_, .xception): ["fc", "last_linear", "classifier"]
        case (_, .visionTransformer): ["head", "classifier", "linear_head", "fc", "linear"]
        }
    }
}

/// The tensors of Tan & Le 2019, table 1, and Tan & Le 2021, table 4.
extension EfficientNet {
    /// A stage: the factor of its channels within, the side of its windows, and the channels that it makes.
    private struct Stage {
        let expansion, kernel, outputs: Int
        /// Whether a block begins with one convolution in place of two.
        var isFused = false
    }

    private static func first(_ factor: Double) -> [Stage] {
        let stages = [
            (1, 3, 16), (6, 3, 24), (6, 5, 40), (6, 3, 80), (6, 5, 112), (6, 5, 192), (6, 3, 320),
        ]
        return stages.map { Stage(expansion: $0, kernel: $1, outputs: divisible(factor * Double($2))) }
    }

    private static func second(_ widths: [Int]) -> [Stage] {
        zip([1, 4, 4, 4, 6, 6, 6], widths).enumerated().map { place, stage in
            Stage(expansion: stage.0, kernel: 3, outputs: stage.1, isFused: place < 3)
        }
    }

    /// The widths of the stem and of the last convolution, and the stages.
    private static func shape(of name: String) -> (stem: Int, last: Int, stages: [Stage]) {
        switch name {
        case "efficientnet_v2_s": return (24, 1280, second([24, 48, 64, 128, 160, 256]))
        case "efficientnet_v2_m": return (24, 1280, second([24, 48, 80, 160, 176, 304, 512]))
        case "efficientnet_v2_l": return (32, 1280, second([32, 64, 96, 192, 224, 384, 640]))
        default:
            let factors = ["b2": 1.1, "b3": 1.2, "b4": 1.4, "b5": 1.6, "b6": 1.8, "b7": 2]
            let factor = factors[String(name.suffix(2))] ?? 1
            return (divisible(32 * factor), divisible(1280 * factor), first(factor))
        }
    }

    /// A multiple of 8 that is near `width`, and not below nine tenths of it.
    static func divisible(_ width: Double) -> Int {
        let near = max(8, Int(width + 4) / 8 * 8)
        return Double(near) < 0.9 * width ? near + 8 : near
    }

    /// Adds the tensors of the network that `graph` names.
    static func expect(_ graph: ClassifierGraph, in tensors: inout ExpectedTensors) {
        let name = graph.rawValue.hasPrefix("tf_") ? String(graph.rawValue.dropFirst(3)) : graph.rawValue
        let (stem, last, stages) = shape(of: name)
        let isGated = layout(of: name)?.isGated ?? true
        tensors.normed("features.0.0", norm: "features.0.1", 3, stem, kernel: 3)
        var channels = stem
        for (level, stage) in stages.enumerated() {
            for index in 0..<(depths[name]?[level] ?? 0) {
                expect(
                    stage, "features.\(level + 1).\(index).block", channels, isGated: isGated, in: &tensors)
                channels = stage.outputs
            }
        }
        let top = "features.\(stages.count + 1)"
        tensors.normed(top + ".0", norm: top + ".1", channels, last, kernel: 1)
        tensors.head("classifier", inputs: last)
    }

    private static func expect(
        _ stage: Stage, _ name: String, _ channels: Int, isGated: Bool, in tensors: inout ExpectedTensors
    ) {
        let inner = stage.expansion * channels
        var place = 0
        func part() -> (String, String) { ("\(name).\(place).0", "\(name).\(place).1") }
        if stage.isFused {
            let isSingle = stage.expansion == 1
            tensors.normed(
                part().0, norm: part().1, channels, isSingle ? stage.outputs : inner, kernel: stage.kernel)
            guard !isSingle else { return }
            place += 1
            tensors.normed(part().0, norm: part().1, inner, stage.outputs, kernel: 1)
            return
        }
        if stage.expansion > 1 {
            tensors.normed(part().0, norm: part().1, channels, inner, kernel: 1)
            place += 1
        }
        tensors.normed(part().0, norm: part().1, inner, inner, kernel: stage.kernel, groups: inner)
        place += 1
        if isGated {
            let squeezed = max(1, channels / 4)
            tensors.gate("\(name).\(place).fc1", inner, squeezed)
            tensors.gate("\(name).\(place).fc2", squeezed, inner)
            place += 1
        }
        tensors.normed(part().0, norm: part().1, inner, stage.outputs, kernel: 1)
    }
}

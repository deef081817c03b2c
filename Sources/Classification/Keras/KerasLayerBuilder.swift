import Tensors
import Weights

/// Makes the operation of one call of a layer, whose inputs have known extents.
///
/// Everything a file says is checked here, so that running the operation cannot fail. Extents are without the batch:
/// `[height, width, channels]` of a map, `[features]` of a vector.
struct KerasLayerBuilder {
    /// The most elements of a result.
    private static let mostElements = 1 << 26

    let layer: KerasLayerDescription
    let weights: KerasLayerWeights
    /// The extents of the inputs, at least one.
    let inputs: [[Int]]
    let engine: Engine

    /// The operation; errors name the layer, what was expected and what was found.
    func operation() throws(ClassificationError) -> KerasOperation {
        guard let kind = KerasLayerKind(rawValue: layer.className) else {
            throw unsuitable("a known class of layer", found: "`\(layer.className)`")
        }
        let operation = try operation(of: kind)
        var count = 1
        for extent in operation.shape {
            let (product, overflows) = count.multipliedReportingOverflow(by: extent)
            guard extent > 0, !overflows, product <= Self.mostElements else {
                throw unsuitable(
                    "a result of 1 to \(Self.mostElements) elements", found: "\(operation.shape)")
            }
            count = product
        }
        return operation
    }

    private func operation(of kind: KerasLayerKind) throws(ClassificationError) -> KerasOperation {
        switch kind {
        case .convolution, .convolutionOfKeras1: try convolution()
        case .depthwise: try depthwise()
        case .separable: try separable()
        case .dense: try dense()
        case .batchNorm: try batchNorm()
        case .layerNorm: try layerNorm()
        case .standardisation: try standardisation()
        case .rescaling: try rescaling()
        case .maximumPooling: try pooling(.maximum)
        case .averagePooling: try pooling(.average(countingPadding: false))
        case .globalAverage: try globalAverage()
        case .globalMaximum: try globalMaximum()
        case .activation: try activated(identity())
        case .rectifier: try rectifier()
        case .leakyRectifier: try leakyRectifier()
        case .softmax: try softmax()
        case .zeroPadding: try zeroPadding()
        case .cropping: try cropping()
        case .enlargement: try enlargement()
        case .flattening: try flattening()
        case .reshaping: try reshaping()
        case .concatenation: try concatenation()
        case .sum: try merging { $0 + $1 }
        case .difference: try merging { $0 - $1 }
        case .product: try merging { $0 * $1 }
        case .maximum: try merging { max($0, $1) }
        case .minimum: try merging { min($0, $1) }
        case .mean: try average()
        case .input, .dropout, .spatialDropout, .gaussianDropout, .gaussianNoise, .alphaDropout,
            .activityRegularization, .randomFlip, .randomRotation, .randomZoom, .randomTranslation,
            .randomContrast, .randomBrightness:
            try identity()
        }
    }

    /// The error of a layer that cannot be built.
    func unsuitable(_ expected: String, found: String) -> ClassificationError {
        .weights(
            .unsuitable(
                path: weights.source.path,
                expected: "layer `\(layer.name)` (\(layer.className)) with \(expected)",
                found: found))
    }

    /// The extents of the only input, which has `rank` axes.
    func input(rank: Int) throws(ClassificationError) -> [Int] {
        let shape = try input()
        guard shape.count == rank else {
            throw unsuitable(rank == 3 ? "a map" : "an input of \(rank) axes", found: "extents \(shape)")
        }
        return shape
    }

    /// The extents of the only input.
    func input() throws(ClassificationError) -> [Int] {
        guard inputs.count == 1, !inputs[0].isEmpty else {
            throw unsuitable("one input", found: "\(inputs.count)")
        }
        return inputs[0]
    }

    /// A whole number of the configuration in `range`.
    func integer(
        _ key: String, default value: Int? = nil, in range: ClosedRange<Int> = 1...65_536
    ) throws(ClassificationError) -> Int {
        let stated = layer.configuration[key]
        guard let found = stated.isNull ? value : stated.integer, range.contains(found) else {
            throw unsuitable("`\(key)` in \(range)", found: Self.shown(stated))
        }
        return found
    }

    /// Two whole numbers, or one that stands for both.
    func pair(
        _ key: String, default value: (Int, Int)? = nil
    ) throws(ClassificationError) -> (Int, Int) {
        let stated = layer.configuration[key]
        if stated.isNull, let value { return value }
        let numbers = stated.integer.map { [$0, $0] } ?? stated.list?.compactMap(\.integer) ?? []
        guard numbers.count == 2, numbers.allSatisfy({ (1...1_024).contains($0) }) else {
            throw unsuitable("two numbers of 1 to 1024 as `\(key)`", found: Self.shown(stated))
        }
        return (numbers[0], numbers[1])
    }

    /// A number of the configuration.
    func number(_ key: String, default value: Double) throws(ClassificationError) -> Double {
        let stated = layer.configuration[key]
        guard let found = stated.isNull ? value : stated.number, found.isFinite else {
            throw unsuitable("a number as `\(key)`", found: Self.shown(stated))
        }
        return found
    }

    /// A truth value of the configuration.
    func flag(_ key: String, default value: Bool) -> Bool { layer.configuration[key].flag ?? value }

    /// Channels last is the only order of axes that is read.
    func requireChannelsLast() throws(ClassificationError) {
        let format = layer.configuration["data_format"].text ?? "channels_last"
        guard format == "channels_last" else {
            throw unsuitable("`data_format` channels_last", found: format)
        }
    }

    /// A short text of a value, for errors.
    static func shown(_ value: KerasValue) -> String {
        switch value {
        case .null: "nothing"
        case .flag(let flag): "\(flag)"
        case .number(let number): "\(number)"
        case .text(let text): "`\(text.prefix(40))`"
        case .list(let values): "a list of \(values.count)"
        case .object: "an object"
        }
    }
}

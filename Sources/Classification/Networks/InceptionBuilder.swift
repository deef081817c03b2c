import Tensors

/// Collects the stages of an Inception v3 and counts the channels between them.
struct InceptionBuilder {
    private let layers: ClassifierLayers
    private let variant: InceptionV3.Variant
    private var stages: [StagedNetwork.NamedStage] = []
    private var channels = 3

    init(_ layers: ClassifierLayers, variant: InceptionV3.Variant) {
        (self.layers, self.variant) = (layers, variant)
    }

    /// Appends a stage that keeps the channels.
    mutating func append(_ name: String, _ stage: any NetworkStage) {
        stages.append(.init(name: name, stage: stage))
    }

    /// Appends one convolution with its norm.
    mutating func append(_ name: String, stride: Int = 1, padding: Int? = nil) throws(ClassificationError) {
        let stage = try convolution(name, inputs: channels, stride: stride, padding: padding)
        append(name, stage)
        channels = stage.outputs
    }

    /// Block A (figure 5): 1x1, 5x5, two 3x3, pool.
    mutating func appendBlockA(_ name: String) throws(ClassificationError) {
        let single = try chain(name, ["branch1x1"])
        let wide = try chain(name, ["branch5x5_1", "branch5x5_2"])
        let double = try chain(name, ["branch3x3dbl_1", "branch3x3dbl_2", "branch3x3dbl_3"])
        let pool = try pooled(name)
        append(name, ParallelStage(single.stage, wide.stage, double.stage, pool.stage))
        channels = single.outputs + wide.outputs + double.outputs + pool.outputs
    }

    /// Block B (figure 10): halves the map by 3x3, two 3x3 and a maximum.
    mutating func appendBlockB(_ name: String) throws(ClassificationError) {
        let single = try chain(name, ["branch3x3"], halving: true)
        let double = try chain(name, ["branch3x3dbl_1", "branch3x3dbl_2", "branch3x3dbl_3"], halving: true)
        append(name, ParallelStage(single.stage, double.stage, halvingPool))
        channels += single.outputs + double.outputs
    }

    /// Block C (figure 6): 1x1, 7x7 in two parts, 7x7 twice in four parts, pool.
    mutating func appendBlockC(_ name: String) throws(ClassificationError) {
        let single = try chain(name, ["branch1x1"])
        let seven = try chain(name, (1...3).map { "branch7x7_\($0)" })
        let double = try chain(name, (1...5).map { "branch7x7dbl_\($0)" })
        let pool = try pooled(name)
        append(name, ParallelStage(single.stage, seven.stage, double.stage, pool.stage))
        channels = single.outputs + seven.outputs + double.outputs + pool.outputs
    }

    /// Block D: halves the map by 3x3, 7x7 with 3x3, and a maximum.
    mutating func appendBlockD(_ name: String) throws(ClassificationError) {
        let single = try chain(name, ["branch3x3_1", "branch3x3_2"], halving: true)
        let seven = try chain(name, (1...4).map { "branch7x7x3_\($0)" }, halving: true)
        append(name, ParallelStage(single.stage, seven.stage, halvingPool))
        channels += single.outputs + seven.outputs
    }

    /// Block E (figure 7): 1x1, 3x3 and two 3x3 whose last convolution is split in two beside each other, pool.
    mutating func appendBlockE(_ name: String, maximum: Bool = false) throws(ClassificationError) {
        let single = try chain(name, ["branch1x1"])
        let before = try chain(name, ["branch3x3_1"])
        let split = try fork(name, "branch3x3_2", after: before)
        let doubleBefore = try chain(name, ["branch3x3dbl_1", "branch3x3dbl_2"])
        let double = try fork(name, "branch3x3dbl_3", after: doubleBefore)
        let pool = try pooled(name, maximum: maximum)
        append(name, ParallelStage(single.stage, split.stage, double.stage, pool.stage))
        channels = single.outputs + split.outputs + double.outputs + pool.outputs
    }

    /// The network with the head `fc`.
    func network() throws(ClassificationError) -> StagedNetwork {
        let head = try layers.head("fc", "classifier", inputs: channels)
        // 75 pixels leave one for block E: 75, 37, 35, 35, 17, 17, 15, 7, 3, 1.
        return StagedNetwork(stages: stages, head: [head], leastSide: 75)
    }

    /// A branch and the channels that it makes.
    private struct Branch {
        let stage: SequentialStage
        let outputs: Int
    }

    private let halvingPool = Pooling(.maximum, kernel: (3, 3), stride: (2, 2))

    private func convolution(
        _ name: String, inputs: Int, stride: Int = 1, padding: Int? = nil
    ) throws(ClassificationError) -> ConvolutionStage {
        try layers.convolution(
            name + ".conv", norm: .init(name: name + ".bn", epsilon: 1e-3), inputs: inputs, stride: stride,
            padding: padding)
    }

    /// Convolutions in turn; the last one halves the map, without padding, where `halving`.
    private func chain(
        _ block: String, _ names: [String], halving: Bool = false
    ) throws(ClassificationError) -> Branch {
        var (stages, width): ([any NetworkStage], Int) = ([], channels)
        for name in names {
            let halves = halving && name == names.last
            let stage = try convolution(
                "\(block).\(name)", inputs: width, stride: halves ? 2 : 1, padding: halves ? 0 : nil)
            stages.append(stage)
            width = stage.outputs
        }
        return Branch(stage: SequentialStage(stages), outputs: width)
    }

    /// Convolutions `name` with `a` and `b` behind, beside each other after `branch`.
    private func fork(_ block: String, _ name: String, after branch: Branch) throws(ClassificationError)
        -> Branch
    {
        let first = try convolution("\(block).\(name)a", inputs: branch.outputs)
        let second = try convolution("\(block).\(name)b", inputs: branch.outputs)
        return Branch(
            stage: SequentialStage(branch.stage, ParallelStage(first, second)),
            outputs: first.outputs + second.outputs)
    }

    /// The branch that pools 3 x 3 and convolves 1 x 1.
    private func pooled(_ block: String, maximum: Bool = false) throws(ClassificationError) -> Branch {
        let reduction: Pooling.Reduction =
            maximum ? .maximum : .average(countingPadding: variant == .torchvision)
        let pool = Pooling(reduction, kernel: (3, 3), stride: (1, 1), padding: Padding(1))
        let projection = try chain(block, ["branch_pool"])
        return Branch(stage: SequentialStage(pool, projection.stage), outputs: projection.outputs)
    }
}

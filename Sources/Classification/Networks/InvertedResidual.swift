import Tensors

/// The blocks of the MobileNet and EfficientNet families (Sandler et al. 2018, Tan & Le 2021), with torchvision's names
/// `block.0`, `block.1`, ...: convolutions with norms, and a squeeze-and-excitation where there are `fc1` and `fc2`.
struct InvertedResidual {
    /// Added to the variance in every norm.
    let epsilon: Float
    /// The gate of the squeeze-and-excitation.
    let gate: Activation
    /// The activation between the two layers of the squeeze-and-excitation.
    let squeezed: Activation

    /// The stages of the block `name`; the kernel that is larger than one pixel has the stride, and the last
    /// convolution of several no activation.
    func stage(
        _ layers: ClassifierLayers, _ name: String, stride: Int, activation: Activation, channels: inout Int
    ) throws(ClassificationError) -> any NetworkStage {
        var (main, width): ([any NetworkStage], Int) = ([], channels)
        var index = 0
        while index < 8, let part = try part(layers, "\(name).block.\(index)", width: width) {
            let isLast =
                index > 0 && !layers.has("\(name).block.\(index + 1).0.weight")
                && !layers.has("\(name).block.\(index + 1).fc1.weight")
            switch part {
            case .gate(let stage): main.append(stage)
            case .convolution(let groups, let isPointwise):
                let stage = try layers.convolution(
                    "\(name).block.\(index).0",
                    norm: .init(name: "\(name).block.\(index).1", epsilon: epsilon),
                    inputs: width, groups: groups, stride: isPointwise ? 1 : stride,
                    activation: isLast ? .none : activation)
                main.append(stage)
                width = stage.outputs
            }
            index += 1
        }
        guard !main.isEmpty else { throw .weights(layers.source.missing("\(name).block.0.0.weight")) }
        defer { channels = width }
        guard stride == 1, width == channels else { return SequentialStage(main) }
        return ResidualStage(main: SequentialStage(main), shortcut: SequentialStage(), activation: .none)
    }

    private enum Part {
        case gate(SqueezeExcitation)
        case convolution(groups: Int, isPointwise: Bool)
    }

    /// What stands under `name`; nil for nothing.
    private func part(
        _ layers: ClassifierLayers, _ name: String, width: Int
    ) throws(ClassificationError) -> Part? {
        if layers.has(name + ".fc1.weight") {
            let reduce = try layers.linear(name + ".fc1", inputs: width)
            let expand = try layers.linear(name + ".fc2", inputs: reduce.outputs)
            guard expand.outputs == width else {
                throw layers.unsuitable("\(width) gates in `\(name).fc2`", found: "\(expand.outputs)")
            }
            return .gate(SqueezeExcitation(reduce: reduce, expand: expand, activation: squeezed, gate: gate))
        }
        guard layers.has(name + ".0.weight") else { return nil }
        let shape = try layers.shape(name + ".0.weight", rank: 4)
        return .convolution(groups: shape[1] == 1 ? width : 1, isPointwise: shape[2] == 1 && shape[3] == 1)
    }
}

import Weights

/// How libraries spell the parts of an inverted residual block; networks are built by torchvision's numbers.
enum InvertedResidualNames {
    /// A part of a block, behind the block's own name.
    enum Part: Sendable {
        case convolution(String, norm: String)
        /// A squeeze-and-excitation.
        case gate(reduce: String, expand: String)
    }

    /// The four kinds of blocks in timm: inverted residual, depthwise separable, fused, and one convolution.
    static let timm: [[Part]] = [
        [
            .convolution("conv_pw", norm: "bn1"), .convolution("conv_dw", norm: "bn2"), timmGate,
            .convolution("conv_pwl", norm: "bn3"),
        ],
        [.convolution("conv_dw", norm: "bn1"), timmGate, .convolution("conv_pw", norm: "bn2")],
        [.convolution("conv_exp", norm: "bn1"), timmGate, .convolution("conv_pwl", norm: "bn2")],
        [.convolution("conv", norm: "bn1")],
    ]
    private static let timmGate = Part.gate(reduce: "se.conv_reduce", expand: "se.conv_expand")

    /// efficientnet_pytorch: with expansion, and without.
    static let efficientNetPyTorch: [[Part]] = [
        [.convolution("_expand_conv", norm: "_bn0")] + efficientNetPyTorchRest, efficientNetPyTorchRest,
    ]
    private static let efficientNetPyTorchRest: [Part] = [
        .convolution("_depthwise_conv", norm: "_bn1"),
        .gate(reduce: "_se_reduce", expand: "_se_expand"),
        .convolution("_project_conv", norm: "_bn2"),
    ]

    /// transformers' EfficientNet: with expansion, and without.
    static let transformers: [[Part]] = [
        [.convolution("expansion.expand_conv", norm: "expansion.expand_bn")] + transformersRest,
        transformersRest,
    ]
    private static let transformersRest: [Part] = [
        .convolution("depthwise_conv.depthwise_conv", norm: "depthwise_conv.depthwise_norm"),
        .gate(reduce: "squeeze_excite.reduce", expand: "squeeze_excite.expand"),
        .convolution("projection.project_conv", norm: "projection.project_bn"),
    ]

    /// Keras' EfficientNet: with expansion, and without; then the second version's: with expansion, fused, and of one
    /// convolution.
    static let keras: [[Part]] = [
        [kerasExpansion] + kerasRest, kerasRest,
        [
            kerasExpansion, .convolution("dwconv2", norm: "bn"),
            .gate(reduce: "se_reduce", expand: "se_expand"), kerasProjection,
        ],
        [kerasExpansion, kerasProjection], [kerasProjection],
    ]
    private static let kerasExpansion = Part.convolution("expand_conv", norm: "expand_bn")
    private static let kerasProjection = Part.convolution("project_conv", norm: "project_bn")
    private static let kerasRest: [Part] = [
        .convolution("dwconv", norm: "bn"), .gate(reduce: "se_reduce", expand: "se_expand"),
        kerasProjection,
    ]

    /// The parts of the block whose names begin with `prefix`, of the first of `kinds` that it has all convolutions of;
    /// nil where there is no such block.
    static func parts(of source: any WeightSource, _ prefix: String, kinds: [[Part]]) -> [Part]? {
        let kind = kinds.first { kind in
            kind.allSatisfy { part in
                guard case .convolution(let name, _) = part else { return true }
                return source.has(prefix + name + ".weight")
            }
        }
        return kind?.filter { part in
            guard case .gate(let reduce, _) = part else { return true }
            return source.has(prefix + reduce + ".weight")
        }
    }

    /// Files the tensors of one block under the numbers of torchvision.
    ///
    /// - Parameters:
    ///   - prefix: what the block's names begin with in the file.
    ///   - block: what they begin with in torchvision.
    ///   - plainLast: whether the last convolution and its norm bear two numbers in a row (MobileNetV2).
    static func add(
        _ parts: [Part], of source: any WeightSource, _ prefix: String, as block: String,
        plainLast: Bool = false, to table: inout [String: String]
    ) {
        for (index, part) in parts.enumerated() {
            switch part {
            case .gate(let reduce, let expand):
                add(source, prefix + reduce, as: "\(block).\(index).fc1", to: &table)
                add(source, prefix + expand, as: "\(block).\(index).fc2", to: &table)
            case .convolution(let name, let norm):
                let isPlain = plainLast && index == parts.count - 1
                add(
                    source, prefix + name, as: isPlain ? "\(block).\(index)" : "\(block).\(index).0",
                    to: &table)
                add(
                    source, prefix + norm, as: isPlain ? "\(block).\(index + 1)" : "\(block).\(index).1",
                    to: &table)
            }
        }
    }

    /// Files the tensors of one layer under another name.
    static func add(
        _ source: any WeightSource, _ layer: String, as name: String, to table: inout [String: String]
    ) {
        for ending in ["weight", "bias", "running_mean", "running_var"]
        where source.has("\(layer).\(ending)") {
            table["\(name).\(ending)"] = "\(layer).\(ending)"
        }
    }

    /// The blocks of timm's stages, by stage and number.
    static func timmBlocks(of source: any WeightSource) -> [[[Part]]] {
        var stages: [[[Part]]] = []
        while stages.count < 16 {
            var blocks: [[Part]] = []
            while blocks.count < 512,
                let parts = parts(of: source, "blocks.\(stages.count).\(blocks.count).", kinds: timm)
            {
                blocks.append(parts)
            }
            if blocks.isEmpty { break }
            stages.append(blocks)
        }
        return stages
    }
}

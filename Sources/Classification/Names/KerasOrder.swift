/// The layers of a network of `keras.applications` in the order of Keras' own list, which a file of weights counts them in:
/// by depth, so that the branches of a block stand between each other.
struct KerasOrder: Sendable {
    /// The layers with weights by their class in snake case, without linear ones.
    private(set) var names: [String: [String]] = [:]
    /// The linear layers behind them.
    private(set) var dense = ["predictions"]

    /// The order of a network's layers; nil where it is none of Keras'.
    static func of(_ graph: ClassifierGraph) -> KerasOrder? {
        var order = KerasOrder()
        switch graph {
        case .vgg16, .vgg19, .vgg16GAP: order.addVGG(graph)
        case .densenet121, .densenet169, .densenet201:
            order.addDenseNet(DenseNet.published[graph.rawValue] ?? [])
        case .resnet50, .resnet101, .resnet152: order.addResNet(ResNet.published[graph.rawValue] ?? [])
        case .inceptionV3: order.addInception()
        case .xception: order.addXception()
        case .mobileNetV2: order.addMobileNet()
        default:
            guard let depths = EfficientNet.depths[graph.rawValue], graph != .efficientNetLite0 else {
                return nil
            }
            order.addEfficientNet(depths, isSecond: graph.rawValue.contains("_v2_"))
        }
        return order
    }

    private mutating func add(_ layer: String, norm: String? = nil, _ kind: String = "conv2d") {
        names[kind, default: []].append(layer)
        if let norm { names["batch_normalization", default: []].append(norm) }
    }

    private mutating func addVGG(_ graph: ClassifierGraph) {
        let counts = graph == .vgg19 ? [2, 2, 4, 4, 4] : [2, 2, 3, 3, 3]
        for (block, count) in counts.enumerated() {
            for number in 1...count { add("block\(block + 1)_conv\(number)") }
        }
        if graph != .vgg16GAP { dense = ["fc1", "fc2", "predictions"] }
    }

    private mutating func addDenseNet(_ blocks: [Int]) {
        add("conv1_conv", norm: "conv1_bn")
        for (index, count) in blocks.enumerated() {
            for layer in 1...count {
                let name = "conv\(index + 2)_block\(layer)"
                add(name + "_1_conv", norm: name + "_0_bn")
                add(name + "_2_conv", norm: name + "_1_bn")
            }
            if index + 1 < blocks.count { add("pool\(index + 2)_conv", norm: "pool\(index + 2)_bn") }
        }
        names["batch_normalization", default: []].append("bn")
    }

    /// The shortcut's convolution stands before the last one of its block.
    private mutating func addResNet(_ blocks: [Int]) {
        add("conv1_conv", norm: "conv1_bn")
        for (level, count) in blocks.enumerated() {
            for block in 1...count {
                for number in block == 1 ? [1, 2, 0, 3] : [1, 2, 3] {
                    let name = "conv\(level + 2)_block\(block)_\(number)"
                    add(name + "_conv", norm: name + "_bn")
                }
            }
        }
    }

    /// Numbers of convolutions in the order in which Keras makes them: a stem of five, and then the blocks' in the order
    /// of their depths.
    private mutating func addInception() {
        let blocks: [[Int]] =
            [[0, 1, 2, 3, 4]] + Array(repeating: [3, 1, 4, 0, 2, 5, 6], count: 3) + [[1, 2, 0, 3]]
            + Array(repeating: [4, 5, 1, 6, 2, 7, 0, 3, 8, 9], count: 4) + [[2, 3, 0, 4, 1, 5]]
            + Array(repeating: [4, 1, 5, 2, 3, 6, 7, 0, 8], count: 2)
        var first = 0
        for block in blocks {
            for place in block {
                add("conv2d_\(first + place)", norm: "batch_normalization_\(first + place)")
            }
            first += block.count
        }
    }

    /// The shortcuts' convolutions and norms bear numbers in place of names.
    private mutating func addXception() {
        add("block1_conv1", norm: "block1_conv1_bn")
        add("block1_conv2", norm: "block1_conv2_bn")
        var shortcuts = 0
        for block in 2...14 {
            let isEnd = [2, 3, 4, 13, 14].contains(block)
            for number in 1...(isEnd ? 2 : 3) {
                let name = "block\(block)_sepconv\(number)"
                add(name, norm: name + "_bn", "separable_conv2d")
            }
            guard isEnd, block < 14 else { continue }
            add("conv2d_\(shortcuts)", norm: "batch_normalization_\(shortcuts)")
            shortcuts += 1
        }
    }

    private mutating func addMobileNet() {
        add("Conv1", norm: "bn_Conv1")
        for number in 0...16 {
            let name = number == 0 ? "expanded_conv" : "block_\(number)"
            if number > 0 { add(name + "_expand", norm: name + "_expand_BN") }
            add(name + "_depthwise", norm: name + "_depthwise_BN", "depthwise_conv2d")
            add(name + "_project", norm: name + "_project_BN")
        }
        add("Conv_1", norm: "Conv_1_bn")
    }

    private mutating func addEfficientNet(_ depths: [Int], isSecond: Bool) {
        add("stem_conv", norm: "stem_bn")
        for (stage, count) in depths.enumerated() {
            for index in 0..<count {
                let letter = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index)))
                let name = "block\(stage + 1)\(letter)_"
                let isFused = isSecond && stage < 3
                if stage > 0 { add(name + "expand_conv", norm: name + "expand_bn") }
                if !isFused {
                    add(name + (isSecond ? "dwconv2" : "dwconv"), norm: name + "bn", "depthwise_conv2d")
                    add(name + "se_reduce")
                    add(name + "se_expand")
                }
                add(name + "project_conv", norm: name + "project_bn")
            }
        }
        add("top_conv", norm: "top_bn")
    }
}

/// The tensors of Sandler et al. 2018, table 2.
extension MobileNetV2 {
    /// Adds the tensors of the network.
    static func expect(in tensors: inout ExpectedTensors) {
        tensors.normed("features.0.0", norm: "features.0.1", 3, 32, kernel: 3)
        var (channels, number) = (32, 1)
        // Expansion, channels and blocks of each stage.
        for (expansion, width, count) in [
            (1, 16, 1), (6, 24, 2), (6, 32, 3), (6, 64, 4), (6, 96, 3), (6, 160, 3), (6, 320, 1),
        ] {
            for _ in 0..<count {
                let (name, inner) = ("features.\(number).conv", expansion * channels)
                let place = expansion > 1 ? 1 : 0
                if expansion > 1 {
                    tensors.normed(name + ".0.0", norm: name + ".0.1", channels, inner, kernel: 1)
                }
                tensors.normed(
                    "\(name).\(place).0", norm: "\(name).\(place).1", inner, inner, kernel: 3, groups: inner)
                tensors.normed(
                    "\(name).\(place + 1)", norm: "\(name).\(place + 2)", inner, width, kernel: 1)
                (channels, number) = (width, number + 1)
            }
        }
        tensors.normed("features.18.0", norm: "features.18.1", channels, 1280, kernel: 1)
        tensors.head("classifier", inputs: 1280)
    }
}

/// The tensors of Howard et al. 2019, tables 1 and 2.
extension MobileNetV3 {
    /// A block: the side of its windows, the channels within, those that it makes, and whether it has a
    /// squeeze-and-excitation.
    private typealias Block = (kernel: Int, inner: Int, outputs: Int, isGated: Bool)

    private static let large: [Block] = [
        (3, 16, 16, false), (3, 64, 24, false), (3, 72, 24, false), (5, 72, 40, true), (5, 120, 40, true),
        (5, 120, 40, true), (3, 240, 80, false), (3, 200, 80, false), (3, 184, 80, false),
        (3, 184, 80, false), (3, 480, 112, true), (3, 672, 112, true), (5, 672, 160, true),
        (5, 960, 160, true), (5, 960, 160, true),
    ]
    private static let small: [Block] = [
        (3, 16, 16, true), (3, 72, 24, false), (3, 88, 24, false), (5, 96, 40, true), (5, 240, 40, true),
        (5, 240, 40, true), (5, 120, 48, true), (5, 144, 48, true), (5, 288, 96, true), (5, 576, 96, true),
        (5, 576, 96, true),
    ]

    /// Adds the tensors of the large network or of the small one.
    static func expect(isLarge: Bool, in tensors: inout ExpectedTensors) {
        tensors.normed("features.0.0", norm: "features.0.1", 3, 16, kernel: 3)
        var channels = 16
        let blocks = isLarge ? large : small
        for (index, block) in blocks.enumerated() {
            let name = "features.\(index + 1).block"
            var place = 0
            if block.inner != channels {
                tensors.normed(name + ".0.0", norm: name + ".0.1", channels, block.inner, kernel: 1)
                place = 1
            }
            tensors.normed(
                "\(name).\(place).0", norm: "\(name).\(place).1", block.inner, block.inner,
                kernel: block.kernel, groups: block.inner)
            if block.isGated {
                place += 1
                let squeezed = EfficientNet.divisible(Double(block.inner / 4))
                tensors.gate("\(name).\(place).fc1", block.inner, squeezed)
                tensors.gate("\(name).\(place).fc2", squeezed, block.inner)
            }
            tensors.normed(
                "\(name).\(place + 1).0", norm: "\(name).\(place + 1).1", block.inner, block.outputs,
                kernel: 1)
            channels = block.outputs
        }
        let last = "features.\(blocks.count + 1)"
        tensors.normed(last + ".0", norm: last + ".1", channels, 6 * channels, kernel: 1)
        tensors.gate("classifier.0", 6 * channels, isLarge ? 1280 : 1024)
        tensors.head("classifier.3", inputs: isLarge ? 1280 : 1024)
    }
}

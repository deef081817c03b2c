/// The tensors of Szegedy et al. 2016, table 1.
extension InceptionV3 {
    /// Adds the tensors of the network; the auxiliary head is optional.
    static func expect(in tensors: inout ExpectedTensors) {
        var channels = 3
        for (name, width, kernel) in [
            ("Conv2d_1a_3x3", 32, 3), ("Conv2d_2a_3x3", 32, 3), ("Conv2d_2b_3x3", 64, 3),
            ("Conv2d_3b_1x1", 80, 1), ("Conv2d_4a_3x3", 192, 3),
        ] {
            branch("", channels, [(name, width, (kernel, kernel))], in: &tensors)
            channels = width
        }
        for (name, pool) in [("Mixed_5b", 32), ("Mixed_5c", 64), ("Mixed_5d", 64)] {
            blockA(name, channels, pool: pool, in: &tensors)
            channels = 224 + pool
        }
        branch("Mixed_6a", channels, [("branch3x3", 384, (3, 3))], in: &tensors)
        branch("Mixed_6a", channels, double([64, 96, 96]), in: &tensors)
        channels += 384 + 96
        for (name, width) in [("Mixed_6b", 128), ("Mixed_6c", 160), ("Mixed_6d", 160), ("Mixed_6e", 192)] {
            blockC(name, channels, width: width, in: &tensors)
        }
        branch(
            "Mixed_7a", channels, [("branch3x3_1", 192, (1, 1)), ("branch3x3_2", 320, (3, 3))], in: &tensors)
        let seven = [(1, 1), (1, 7), (7, 1), (3, 3)]
        branch(
            "Mixed_7a", channels, seven.enumerated().map { ("branch7x7x3_\($0 + 1)", 192, $1) }, in: &tensors)
        channels += 320 + 192
        for name in ["Mixed_7b", "Mixed_7c"] {
            blockE(name, channels, in: &tensors)
            channels = 2048
        }
        tensors.head("fc", "classifier", inputs: channels)
    }

    private typealias Step = (name: String, width: Int, kernel: (Int, Int))

    /// Convolutions in turn, each with its norm.
    private static func branch(
        _ block: String, _ inputs: Int, _ steps: [Step], in tensors: inout ExpectedTensors
    ) {
        var inputs = inputs
        for step in steps {
            let name = block.isEmpty ? step.name : "\(block).\(step.name)"
            tensors.convolution(name + ".conv", inputs, step.width, kernel: step.kernel)
            tensors.norm(name + ".bn", step.width)
            inputs = step.width
        }
    }

    /// 1x1 and two 3x3.
    private static func double(_ widths: [Int]) -> [Step] {
        widths.enumerated().map { ("branch3x3dbl_\($0 + 1)", $1, $0 == 0 ? (1, 1) : (3, 3)) }
    }

    private static func blockA(
        _ name: String, _ inputs: Int, pool: Int, in tensors: inout ExpectedTensors
    ) {
        branch(name, inputs, [("branch1x1", 64, (1, 1))], in: &tensors)
        branch(name, inputs, [("branch5x5_1", 48, (1, 1)), ("branch5x5_2", 64, (5, 5))], in: &tensors)
        branch(name, inputs, double([64, 96, 96]), in: &tensors)
        branch(name, inputs, [("branch_pool", pool, (1, 1))], in: &tensors)
    }

    private static func blockC(
        _ name: String, _ inputs: Int, width: Int, in tensors: inout ExpectedTensors
    ) {
        func seven(_ prefix: String, _ kernels: [(Int, Int)]) -> [Step] {
            kernels.enumerated().map { ("\(prefix)_\($0 + 1)", $0 + 1 == kernels.count ? 192 : width, $1) }
        }
        branch(name, inputs, [("branch1x1", 192, (1, 1))], in: &tensors)
        branch(name, inputs, seven("branch7x7", [(1, 1), (1, 7), (7, 1)]), in: &tensors)
        branch(
            name, inputs, seven("branch7x7dbl", [(1, 1), (7, 1), (1, 7), (7, 1), (1, 7)]), in: &tensors)
        branch(name, inputs, [("branch_pool", 192, (1, 1))], in: &tensors)
    }

    private static func blockE(_ name: String, _ inputs: Int, in tensors: inout ExpectedTensors) {
        branch(name, inputs, [("branch1x1", 320, (1, 1))], in: &tensors)
        branch(name, inputs, [("branch3x3_1", 384, (1, 1))], in: &tensors)
        branch(
            name, inputs, [("branch3x3dbl_1", 448, (1, 1)), ("branch3x3dbl_2", 384, (3, 3))], in: &tensors)
        for fork in ["branch3x3_2", "branch3x3dbl_3"] {
            branch(name, 384, [(fork + "a", 384, (1, 3))], in: &tensors)
            branch(name, 384, [(fork + "b", 384, (3, 1))], in: &tensors)
        }
        branch(name, inputs, [("branch_pool", 192, (1, 1))], in: &tensors)
    }
}

/// The tensors of Chollet 2017, figure 5.
extension Xception {
    /// Adds the tensors of the network.
    static func expect(in tensors: inout ExpectedTensors) {
        tensors.normed("conv1", norm: "bn1", 3, 32, kernel: 3)
        tensors.normed("conv2", norm: "bn2", 32, 64, kernel: 3)
        let entry = [("block1", 64, 128), ("block2", 128, 256), ("block3", 256, 728)]
        for (name, inputs, outputs) in entry {
            let first = name == "block1" ? 0 : 1
            separable("\(name).rep.\(first)", norm: "\(name).rep.\(first + 1)", inputs, outputs, in: &tensors)
            separable(
                "\(name).rep.\(first + 3)", norm: "\(name).rep.\(first + 4)", outputs, outputs, in: &tensors)
            tensors.normed(name + ".skip", norm: name + ".skipbn", inputs, outputs, kernel: 1)
        }
        for index in 4...11 {
            for place in [1, 4, 7] {
                separable(
                    "block\(index).rep.\(place)", norm: "block\(index).rep.\(place + 1)", 728, 728,
                    in: &tensors)
            }
        }
        separable("block12.rep.1", norm: "block12.rep.2", 728, 728, in: &tensors)
        separable("block12.rep.4", norm: "block12.rep.5", 728, 1024, in: &tensors)
        tensors.normed("block12.skip", norm: "block12.skipbn", 728, 1024, kernel: 1)
        separable("conv3", norm: "bn3", 1024, 1536, in: &tensors)
        separable("conv4", norm: "bn4", 1536, 2048, in: &tensors)
        tensors.head("fc", "last_linear", "classifier", inputs: 2048)
    }

    private static func separable(
        _ name: String, norm: String, _ inputs: Int, _ outputs: Int, in tensors: inout ExpectedTensors
    ) {
        tensors.convolution(name + ".conv1", inputs, inputs, kernel: (3, 3), groups: inputs)
        tensors.convolution(name + ".pointwise", inputs, outputs, kernel: (1, 1))
        tensors.norm(norm, outputs)
    }
}

import Weights

/// The names that the libraries give a VGG.
extension VGG {
    /// By library; networks are built by torchvision's names.
    static let schemes: [NameScheme] = [
        NameScheme(
            .torchvision, landmarks: ["features.0.weight"],
            rules: [
                NameRule("pre_logits.fc1.*", "classifier.0.*"),
                NameRule("pre_logits.fc2.*", "classifier.3.*"),
                NameRule("head.fc.*", "classifier.6.*"),
            ]),
        NameScheme(
            .pretrainedModels, landmarks: ["_features.0.weight"],
            rules: [
                NameRule("_features.*", "features.*"), NameRule("linear0.*", "classifier.0.*"),
                NameRule("linear1.*", "classifier.3.*"), NameRule("last_linear.*", "classifier.6.*"),
            ]),
        NameScheme(.keras, landmarks: ["block2_conv1.weight"], rename: keras),
    ]

    /// Keras counts blocks and convolutions from 1; torchvision counts every layer, activations and pools included.
    private static func keras(_ source: any WeightSource) -> [String: String] {
        var (table, position): ([String: String], Int) = ([:], 0)
        for block in 1...16 {
            var number = 1
            while number < 64, source.has("block\(block)_conv\(number).weight") {
                InvertedResidualNames.add(
                    source, "block\(block)_conv\(number)", as: "features.\(position)", to: &table)
                (number, position) = (number + 1, position + 2)
            }
            position += 1
        }
        for (layer, name) in [("fc1", "classifier.0"), ("fc2", "classifier.3")] {
            InvertedResidualNames.add(source, layer, as: name, to: &table)
        }
        let head = source.has("fc1.weight") ? "classifier.6" : "classifier"
        KerasWeights.addHead(source, as: head, to: &table)
        return table
    }
}

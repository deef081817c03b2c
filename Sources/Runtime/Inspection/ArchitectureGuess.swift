import Classification
import Weights

/// What network a file's tensors look like, and what else is needed to run it.
struct ArchitectureGuess: Equatable {
    /// What a person calls the network.
    let title: String
    /// Scores of the head, where there is one.
    var outputs: Int?
    /// The part of a script that it can be, or nil when this version has no such network.
    var role: Role?
    /// What the file does not tell.
    var needs: [String] = []

    /// What a network is for.
    enum Role: String {
        case classifier, denoiser, autoencoder, text, statistics
    }

    /// A classifier of this program, by its graph's name; it needs to be told what its scores mean.
    private static func classifier(_ title: String, graph: String, outputs: Int?) -> ArchitectureGuess {
        var guess = ArchitectureGuess(title: title, outputs: outputs)
        guess.role = ClassifierGraph(rawValue: graph) == nil ? nil : .classifier
        let count = outputs.map { "\($0) scores" } ?? "scores"
        guess.needs = ["classes: the meaning of its \(count), in order", "which class is positive"]
        guess.needs.append("how images are resized and normalised")
        return guess
    }

    /// A part of a generator.
    private static func part(_ title: String, _ role: Role, needs: [String] = []) -> ArchitectureGuess {
        ArchitectureGuess(title: title, role: role, needs: needs)
    }

    /// The network that `source`'s tensors look like, prefixes stripped; nil when none is known.
    static func of(_ source: any WeightSource) -> ArchitectureGuess? {
        generatorPart(source) ?? denseNet(source) ?? resNet(source) ?? featureNetwork(source) ?? inception(
            source)
            ?? transformer(source) ?? others(source)
    }

    private static func generatorPart(_ source: any WeightSource) -> ArchitectureGuess? {
        if let embedding = source.shape(of: "x_embedder.proj.weight"), embedding.count == 4,
            source.has("final_layer.linear.weight")
        {
            let depth = count(source) { "blocks.\($0)." }
            return part(
                "LightningDiT or DiT, \(depth) blocks of \(embedding[0]), \(embedding[1]) channels",
                .denoiser,
                needs: ["an autoencoder (`vae`)", "a text tower (`text`), where it is told by text"])
        }
        if let last = source.shape(of: "decoder.conv_out.weight"), last.count == 4 {
            let title =
                "autoencoder, \(count(source) { "decoder.up.\($0)." }) levels, \(last[0]) colour channels"
            return part(title, .autoencoder)
        }
        let vocabularies = ["text_model.embeddings.token_embedding.weight", "token_embedding.weight"]
        if let words = vocabularies.lazy.compactMap({ source.shape(of: $0) }).first, words.count == 2 {
            return part("CLIP text tower, \(words[0]) tokens of \(words[1])", .text, needs: ["its `merges`"])
        }
        if let mean = source.shape(of: "mean"), source.has("std"), source.names.count <= 4 {
            return part("latent statistics of \(mean.reduce(1, *)) channels", .statistics)
        }
        return nil
    }

    private static func denseNet(_ source: any WeightSource) -> ArchitectureGuess? {
        guard source.has("features.conv0.weight") else { return nil }
        let blocks = (1...4).map { block in
            count(source, from: 1) { "features.denseblock\(block).denselayer\($0)." }
        }
        let names = [
            [6, 12, 24, 16]: "121", [6, 12, 36, 24]: "161", [6, 12, 32, 32]: "169", [6, 12, 48, 32]: "201",
        ]
        let name = names[blocks]
        return classifier(
            "DenseNet" + (name.map { "-" + $0 } ?? " of blocks \(blocks)"), graph: "densenet" + (name ?? ""),
            outputs: head(source))
    }

    private static func resNet(_ source: any WeightSource) -> ArchitectureGuess? {
        guard source.has("conv1.weight"), let width = source.shape(of: "layer1.0.conv2.weight") else {
            return nil
        }
        let blocks = (1...4).map { stage in count(source) { "layer\(stage).\($0)." } }
        if source.has("layer1.0.conv3.weight"), width.count == 4, width[0] != width[1] {
            let groups = width[0] / max(1, width[1])
            let name = blocks == [3, 4, 23, 3] ? "resnext101_32x8d" : "resnext50_32x4d"
            return classifier(
                "ResNeXt of blocks \(blocks), \(groups) groups", graph: name, outputs: head(source))
        }
        let isDeep = source.has("layer1.0.conv3.weight")
        let depths: [[Int]: String] =
            isDeep
            ? [[3, 4, 6, 3]: "50", [3, 4, 23, 3]: "101", [3, 8, 36, 3]: "152"]
            : [[2, 2, 2, 2]: "18", [3, 4, 6, 3]: "34"]
        let depth = depths[blocks]
        return classifier(
            "ResNet" + (depth.map { "-" + $0 } ?? " of blocks \(blocks)"), graph: "resnet" + (depth ?? ""),
            outputs: head(source))
    }

    /// torchvision's networks whose layers are numbered under `features`.
    private static func featureNetwork(_ source: any WeightSource) -> ArchitectureGuess? {
        if source.has("features.28.weight"), source.shape(of: "features.0.weight")?.count == 4 {
            let isPlain = source.has("classifier.6.weight")
            return classifier(
                isPlain ? "VGG-16" : "VGG-16 with mean pooling", graph: isPlain ? "vgg16" : "vgg16-gap",
                outputs: head(source))
        }
        guard let stem = source.shape(of: "features.0.0.weight"), stem.count == 4 else { return nil }
        if source.has("features.1.conv.0.0.weight") {
            return classifier("MobileNetV2", graph: "mobilenet_v2", outputs: head(source))
        }
        if source.has("features.1.block.0.0.weight") {
            let isLarge = source.has("features.16.0.weight")
            return classifier(
                "MobileNetV3 \(isLarge ? "large" : "small")",
                graph: "mobilenet_v3_" + (isLarge ? "large" : "small"), outputs: head(source))
        }
        guard source.has("features.1.0.block.0.0.weight") else { return nil }
        return efficientNet(source)
    }

    /// EfficientNet by the blocks of its stages, of which no two versions have the same.
    private static func efficientNet(_ source: any WeightSource) -> ArchitectureGuess {
        let blocks = (1...7).map { stage in count(source) { "features.\(stage).\($0)." } }
        let names: [[Int]: String] = [
            [1, 2, 2, 3, 3, 4, 1]: "b0", [2, 4, 4, 6, 6, 8, 2]: "b4", [3, 5, 5, 7, 7, 9, 3]: "b5",
            [3, 6, 6, 8, 8, 11, 3]: "b6", [4, 7, 7, 10, 10, 13, 4]: "b7", [2, 4, 4, 6, 9, 15, 0]: "v2_s",
            [3, 5, 5, 7, 14, 18, 5]: "v2_m", [4, 7, 7, 10, 19, 25, 7]: "v2_l", [2, 3, 3, 5, 5, 6, 2]: "b3",
        ]
        var name = names[blocks]
        if blocks == [2, 3, 3, 4, 4, 5, 2] {
            // B1 and B2 differ in width only.
            name = source.shape(of: "features.8.0.weight")?.first == 1408 ? "b2" : "b1"
        }
        return classifier(
            name.map { "EfficientNet-" + $0.uppercased() } ?? "EfficientNet of blocks \(blocks)",
            graph: "efficientnet_" + (name ?? ""), outputs: head(source))
    }

    private static func inception(_ source: any WeightSource) -> ArchitectureGuess? {
        guard source.has("Conv2d_1a_3x3.conv.weight") else { return nil }
        let outputs = head(source)
        // TensorFlow's network of 2015, which the FID is measured with, has 1008 classes.
        let isFID = outputs == 1008
        return classifier(
            isFID ? "Inception v3 of 2015 (FID)" : "Inception v3",
            graph: isFID ? "inception_fid" : "inception_v3", outputs: outputs)
    }

    private static func transformer(_ source: any WeightSource) -> ArchitectureGuess? {
        if let patch = source.shape(of: "patch_embed.proj.weight"), patch.count == 4, source.has("cls_token")
        {
            let kind = source.has("blocks.0.ls1.gamma") ? "DINOv2-style ViT" : "ViT"
            let depth = count(source) { "blocks.\($0)." }
            return classifier(
                "\(kind) (timm), \(depth) blocks of \(patch[0]), patches of \(patch[2])", graph: "vit",
                outputs: head(source))
        }
        for prefix in ["vit.", ""] {
            guard let width = source.shape(of: prefix + "embeddings.cls_token")?.last else { continue }
            let depth = count(source) { "\(prefix)encoder.layer.\($0)." }
            return classifier(
                "ViT (transformers), \(depth) blocks of \(width)", graph: "vit", outputs: head(source))
        }
        return nil
    }

    private static func others(_ source: any WeightSource) -> ArchitectureGuess? {
        if source.has("conv_stem.weight") {
            return classifier("EfficientNet (timm)", graph: "timm", outputs: head(source))
        }
        if source.has("_conv_stem.weight") {
            return classifier(
                "EfficientNet (efficientnet_pytorch)", graph: "lukemelas", outputs: head(source))
        }
        return nil
    }

    /// The scores of the last linear layer, by the names that heads have.
    private static func head(_ source: any WeightSource) -> Int? {
        let names = [
            "classifier.6", "classifier.3", "classifier.1", "classifier", "fc", "head", "heads.head", "_fc",
            "output",
        ]
        return names.lazy.compactMap { source.shape(of: $0 + ".weight") }.first { $0.count == 2 }?.first
    }

    /// How many numbers in a row, from `first`, have tensors under `prefix`.
    private static func count(
        _ source: any WeightSource, from first: Int = 0, _ prefix: (Int) -> String
    ) -> Int {
        let names = source.names
        var number = first
        while number - first < 1000 {
            let wanted = prefix(number)
            guard names.contains(where: { $0.hasPrefix(wanted) }) else { break }
            number += 1
        }
        return number - first
    }
}

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
    /// What a script calls a classifier of this kind.
    var graph: ClassifierGraph?
    /// What the file does not tell.
    var needs: [String] = []

    /// What a network is for.
    enum Role: String {
        case classifier, denoiser, autoencoder, text, statistics
    }

    /// A classifier of this program; it needs to be told what its scores mean.
    private static func classifier(_ network: NetworkIdentity) -> ArchitectureGuess {
        var guess = ArchitectureGuess(title: network.title, outputs: network.outputs, role: .classifier)
        guess.graph = network.graph
        let count = network.outputs.map { "\($0) scores" } ?? "scores"
        guess.needs = ["classes: the meaning of its \(count), in order", "which class is positive"]
        guess.needs.append("how images are resized and normalised")
        return guess
    }

    /// A part of a generator.
    private static func part(_ title: String, _ role: Role, needs: [String] = []) -> ArchitectureGuess {
        ArchitectureGuess(title: title, role: role, needs: needs)
    }

    /// The network that `source`'s tensors look like; nil when none is known.
    static func of(_ source: any WeightSource) -> ArchitectureGuess? {
        generatorPart(source) ?? NetworkIdentity(of: source).map(classifier)
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

import Foundation
import Tensors
import TestSupport
import Testing

@testable import Classification

@Suite("Weights of another architecture")
struct WrongArchitectureTests {
    /// The lines of the error that a table of weights gives as `graph`.
    private static func details(_ graph: ClassifierGraph, _ table: WeightTable) throws -> [String] {
        let error = #expect(throws: ClassificationError.self) {
            _ = try graph.network(from: table, on: Engine.load(.openblas))
        }
        #expect(error?.headline == "`table` is no `\(graph.rawValue)`")
        return try #require(error).details
    }

    @Test("a network of another family: what is missing, what is too much, and what it looks like")
    func otherFamily() throws {
        let table = WeightTable.denseNet()
        let width = try #require(table.shape(of: "classifier.weight"))
        #expect(
            try Self.details(.resnet18, table) == [
                "missing: 60 of its 62 tensors (by torchvision's names): `conv1.weight` [64, 3, 7, 7], "
                    + "`bn1.running_mean` [64], `bn1.running_var` [64] and 57 more",
                "not of it: \(table.names.count - 2) in the file: `features.conv0.weight`, "
                    + "`features.denseblock1.denselayer1.conv1.weight`, "
                    + "`features.denseblock1.denselayer1.conv2.weight` and \(table.names.count - 5) more",
                "of another shape: 1: `classifier.weight` is \(width), expected [any, 512]",
                "the file looks like DenseNet of blocks [2, 1]: `densenet`",
            ])
    }

    @Test("other blocks than the name says: only these, and the shapes that differ")
    func otherBlocks() throws {
        let lines = try Self.details(.densenet121, WeightTable.denseNet())
        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix("missing: 336 of its 364 tensors: `features.denseblock1.denselayer3."))
        #expect(lines[1].contains("`features.conv0.weight` is [4, 3, 7, 7], expected [64, 3, 7, 7]; "))
        #expect(lines[2] == "the file looks like DenseNet of blocks [2, 1]: `densenet`")
    }

    @Test("one tensor that is missing, one too much, one of another shape")
    func one() throws {
        var table = WeightTable.denseNet()
        table.tensors["features.norm5.running_var"] = nil
        table.add("features.norm9.weight", [3])
        table.add("features.norm5.weight", [5])
        let width = try #require(table.shape(of: "classifier.weight"))[1]
        #expect(
            try Self.details(.densenet, table) == [
                "missing: 1 of its 28 tensors: `features.norm5.running_var` [\(width)]",
                "not of it: 1 in the file: `features.norm9.weight`",
                "of another shape: 1: `features.norm5.weight` is [5], expected [\(width)]",
            ])
    }

    @Test("names of another library and a prefix: the file's own names are shown")
    func prefixed() throws {
        var table = WeightTable.denseNet()
        table.add("features.strange.weight", [3])
        table.tensors["features.conv0.weight"] = nil
        let lines = try Self.details(.densenet, table.renamed { "module." + $0 })
        #expect(
            lines[0]
                == "missing: 1 of its 28 tensors (by torchvision's names): `features.conv0.weight` [64, 3, 7, 7]"
        )
        table.add("features.conv0.weight", [4, 3, 7, 7])
        table.tensors["classifier.bias"] = nil
        let others = try Self.details(.densenet, table.renamed { "module." + $0 })
        #expect(
            others == [
                "missing: 1 of its 28 tensors: `classifier.bias` [any]",
                "not of it: 1 in the file: `features.strange.weight`",
            ])
    }

    @Test("a norm in a head that is a sequence is refused by name, and not passed over")
    func normInHead() throws {
        var table = WeightTable.denseNet()
        let width = try #require(table.shape(of: "classifier.weight"))[1]
        for part in ["weight", "bias"] { table.tensors["classifier.\(part)"] = nil }
        table.add("classifier.0.weight", [5, width])
        table.add("classifier.0.bias", [5])
        table.addNorm("classifier.1", 5)
        table.add("classifier.3.weight", [3, 5])
        table.add("classifier.3.bias", [3])
        let error = #expect(throws: ClassificationError.self) {
            try ClassifierGraph.densenet.network(from: table, hidden: .relu, on: Engine.load(.openblas))
        }
        #expect(
            error?.description
                == "`table` has norms in its head, `classifier.1`: found them, expected linear layers "
                + "alone")
    }

    @Test("a manifest and an entry of the zoo say the same")
    func manifest() throws {
        let folder = try TemporaryFolder()
        try WeightTable.denseNet().safetensors().write(
            to: URL(fileURLWithPath: folder.path + "/w.safetensors"))
        let text = """
            {"name": "w", "format": "safetensors", "weights": "w.safetensors", "graph": "vgg16-gap",
             "input": {"width": 32, "height": 32}, "resize": {"mode": "stretch", "kernel": "area", "on": "u8"},
             "scale": {"divide": 255}, "activation": "softmax", "classes": ["a", "b"], "positive": "b"}
            """
        try folder.write(text, to: "melanet.json")
        for load in [
            { try Classifier.load(manifest: folder.path + "/melanet.json", on: $0) },
            { try Zoo(folder: folder.path).classifier("MelaNet", on: $0) },
        ] as [(Engine) throws -> Classifier] {
            let error = #expect(throws: ClassificationError.self) { try load(Engine.load(.openblas)) }
            #expect(error?.details.first?.hasPrefix("missing: 26 of its 28 tensors") == true)
            #expect(error?.details.last == "the file looks like DenseNet of blocks [2, 1]: `densenet`")
        }
    }
}

import Weights

/// What classifier a file's tensors look like, by their names and extents.
package struct NetworkIdentity: Sendable, Equatable {
    /// The architecture; a family's general one where no published network has these extents.
    package let graph: ClassifierGraph
    /// What a person calls it, with the library whose names it has.
    package let title: String
    /// Scores of the head, where there is one that is known.
    package let outputs: Int?

    /// Looks at the tensors in `source`; nil where they are of no known classifier.
    package init?(of source: any WeightSource) {
        let plain = ClassifierGraph.plain(source)
        if let weights = PatchLesion.weights(in: plain) {
            self.init(.patchLesion, "Patch-Lesion (DenseNet-121 on crops)", Self.head(weights))
            return
        }
        for family in NetworkFamily.allCases {
            for scheme in family.schemes {
                guard let weights = scheme.weights(in: plain), let found = family.graph(of: weights) else {
                    continue
                }
                let library = scheme.library == .torchvision ? "" : " (\(scheme.library.rawValue))"
                self.init(found.graph, found.title + library, Self.head(weights))
                return
            }
        }
        return nil
    }

    private init(_ graph: ClassifierGraph, _ title: String, _ outputs: Int?) {
        (self.graph, self.title, self.outputs) = (graph, title, outputs)
    }

    /// The rows of the last linear layer, by the names that heads have.
    private static func head(_ source: any WeightSource) -> Int? {
        let names = ["classifier", "fc", "head", "linear_head", "last_linear", "linear", "layer2", "layer"]
        guard let last = NetworkHead(names, in: source)?.linears.last else { return nil }
        return source.shape(of: last + ".weight")?.first
    }
}

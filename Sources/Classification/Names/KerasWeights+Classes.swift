import Weights

/// The weights of a Keras 3 file without a configuration, in which groups bear the names of classes: `layers/conv2d_3`.
extension KerasWeights {
    /// A group of one layer.
    private struct Group {
        /// The groups around it: `layers` or `layers/functional/layers`.
        let container: String
        /// The class in snake case, and the number behind it.
        let kind: String
        let number: Int
        let layer: KerasArchive.Layer
    }

    /// The variables of a layer in its own order, by Keras' names; nil for classes that no network here has weights of.
    private static func variables(_ kind: String, count: Int) -> [String]? {
        switch (kind, count) {
        case ("conv2d", 1), ("dense", 1): ["kernel"]
        case ("conv2d", 2), ("dense", 2): ["kernel", "bias"]
        case ("depthwise_conv2d", 1): ["depthwise_kernel"]
        case ("depthwise_conv2d", 2): ["depthwise_kernel", "bias"]
        case ("separable_conv2d", 2): ["depthwise_kernel", "pointwise_kernel"]
        case ("separable_conv2d", 3): ["depthwise_kernel", "pointwise_kernel", "bias"]
        case ("batch_normalization", 4): ["gamma", "beta", "moving_mean", "moving_variance"]
        // Keras' Inception v3, the only one with three, has no factor.
        case ("batch_normalization", 3): ["beta", "moving_mean", "moving_variance"]
        default: nil
        }
    }

    /// The tensors by PyTorch's words for them; nil where a layer's name is not known.
    static func entriesByClass(
        _ archive: KerasArchive, of source: any WeightSource, as graph: ClassifierGraph?
    ) -> [String: Entry]? {
        guard archive.configuration == nil, let names = Self.names(archive, as: graph) else { return nil }
        var entries: [String: Entry] = [:]
        for group in groups(archive) {
            guard let owner = names[group.layer.path],
                let variables = Self.variables(group.kind, count: group.layer.weights.count)
            else { continue }
            for (variable, name) in zip(variables, group.layer.weights) {
                guard let shape = source.shape(of: name),
                    let (ending, order) = Self.ending(variable, owner: owner, shape: shape)
                else { continue }
                entries["\(owner).\(ending)"] = Entry(name: name, order: order, shape: extents(shape, order))
            }
        }
        return entries.isEmpty ? nil : entries
    }

    /// The layers' names by their paths: what the file says, else what the order of the network's layers tells.
    private static func names(_ archive: KerasArchive, as graph: ClassifierGraph?) -> [String: String]? {
        let layers = archive.layers.filter { !$0.weights.isEmpty }
        if layers.allSatisfy({ $0.name != nil }) {
            return Dictionary(
                layers.map { ($0.path, $0.name ?? "") }, uniquingKeysWith: { first, _ in first })
        }
        let groups = Self.groups(archive)
        let orders = (graph.map { [$0] } ?? ClassifierGraph.allCases).compactMap(KerasOrder.of)
        // VGG-16 and MelaNet differ in their linear layers only.
        let dense = groups.count { $0.kind == "dense" }
        let alike = orders.filter { $0.dense.count == dense } + orders.filter { $0.dense.count != dense }
        return alike.lazy.compactMap { Self.names(groups, $0) }.first
    }

    /// The names of layers that stand in a known order; nil where there are not as many of each class.
    private static func names(_ groups: [Group], _ order: KerasOrder) -> [String: String]? {
        let containers = Dictionary(groups.map { ($0.container, 1) }, uniquingKeysWith: +)
        guard let body = containers.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else {
            return nil
        }
        var table: [String: String] = [:]
        for (kind, names) in order.names {
            let found = groups.filter { $0.kind == kind && $0.container == body }
                .sorted { $0.number < $1.number }
            guard found.count == names.count else { return nil }
            for (group, name) in zip(found, names) { table[group.layer.path] = name }
        }
        let dense = groups.filter { $0.kind == "dense" }
            .sorted { ($0.container == body ? 0 : 1, $0.number) < ($1.container == body ? 0 : 1, $1.number) }
        let names = dense.count == order.dense.count ? order.dense : (0..<dense.count).map { "dense_\($0)" }
        for (group, name) in zip(dense, names) { table[group.layer.path] = name }
        let known = ["dense"] + order.names.keys
        return groups.contains { !known.contains($0.kind) && $0.kind != "normalization" } ? nil : table
    }

    private static func groups(_ archive: KerasArchive) -> [Group] {
        archive.layers.filter { !$0.weights.isEmpty }.map { layer in
            var parts = layer.path.split(separator: "/").map(String.init)
            let last = parts.popLast() ?? ""
            let tail = last.split(separator: "_").last.map(String.init) ?? ""
            let number = last == tail ? nil : Int(tail)
            return Group(
                container: parts.joined(separator: "/"),
                kind: number == nil ? last : String(last.dropLast(tail.utf8.count + 1)), number: number ?? 0,
                layer: layer)
        }
    }
}

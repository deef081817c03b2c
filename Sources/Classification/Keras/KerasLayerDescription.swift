/// A layer as a configuration has it.
struct KerasLayerDescription: Sendable {
    /// The name of its class, as `Conv2D`.
    let className: String
    /// Its name, unique in its container.
    let name: String
    let configuration: KerasValue
    /// The inputs of each call, in order; a layer of a `Sequential` has none here.
    let calls: [[KerasReference]]
    /// The container that it is, where it is a model of its own.
    let model: KerasModelDescription?

    /// Classes of containers.
    private static let containers: Set<String> = ["Functional", "Model", "Sequential"]

    /// Reads a member of a container's `layers`; nil where it has neither class nor name.
    init?(_ value: KerasValue, depth: Int) {
        guard let className = value["class_name"].text,
            value["config"].object != nil || value["config"].list != nil,
            let name = value["name"].text ?? value["config"]["name"].text
        else { return nil }
        self.className = className
        self.name = name
        configuration = value["config"]
        calls = (value["inbound_nodes"].list ?? []).map { node in
            node.list != nil ? KerasReference.all(in: node) : KerasReference.all(in: node["args"])
        }
        model = Self.containers.contains(className) ? KerasModelDescription(value, depth: depth + 1) : nil
        if Self.containers.contains(className), model == nil { return nil }
    }

    /// The extents that an input layer, or the first layer of a `Sequential`, states, without the batch; nil stands
    /// for an extent that is left open.
    var statedShape: [Int?]? {
        let shapes = [configuration["batch_shape"], configuration["batch_input_shape"]]
        guard let list = shapes.lazy.compactMap(\.list).first, !list.isEmpty else { return nil }
        return list.dropFirst().map(\.integer)
    }
}

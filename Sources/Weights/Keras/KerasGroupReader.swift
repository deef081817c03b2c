/// Reads HDF5 files whose groups name the weights: Keras 3's, and any other.
enum KerasGroupReader {
    private static let deepest = 32
    private static let mostObjects = 200_000
    /// Groups of a Keras 3 file that hold no weights of the model.
    private static let skipped = [
        "optimizer", "optimizer_weights", "metrics", "_metrics", "loss", "_compile_metrics",
    ]

    /// - Parameters:
    ///   - configuration: the model's, from the archive around the file.
    ///   - version: of Keras, likewise.
    static func read(
        _ root: HDF5Object, configuration: String?, version: String?
    ) throws(WeightsError) -> WeightContents {
        var tensors: [String: StoredTensor] = [:]
        var layers: [String: [String]] = [:]
        var titles: [String: String] = [:]
        // Groups and data sets to look at, the next one last.
        var pending = [(object: root, path: "", depth: 0)]
        var seen = 0
        while let (object, path, depth) = pending.popLast() {
            seen += 1
            guard seen <= mostObjects, depth <= deepest else {
                throw object.file.region.malformed(
                    "groups", expected: "at most \(mostObjects) objects, \(deepest) deep", found: "more")
            }
            guard !object.isDataset else {
                guard TensorName.isAllowed(path) else {
                    throw object.file.region.malformed(
                        "data set", expected: "a name of \(TensorName.rule)", found: TensorName.shown(path))
                }
                tensors[path] = try object.tensor()
                layers[layer(of: path), default: []].append(path)
                continue
            }
            if path.hasSuffix("/vars"), let title = try object.strings("name")?.first {
                titles[String(path.dropLast(5))] = title
            }
            for link in try object.links().reversed() where depth > 0 || !skipped.contains(link.name) {
                let child = try object.child(link.name, link.target)
                pending.append((child, path.isEmpty ? link.name : path + "/" + link.name, depth + 1))
            }
        }
        guard !tensors.isEmpty else {
            throw .unsuitable(path: root.file.region.file.path, expected: "data sets", found: "none")
        }
        let isKeras = tensors.keys.contains { $0.contains("/vars/") || $0.hasPrefix("vars/") }
        let keras = KerasArchive(
            layout: .byClassName, configuration: configuration, version: version,
            layers: layers.keys.sorted().map { path in
                KerasArchive.Layer(
                    path: path, weights: (layers[path] ?? []).sorted(by: precedes), name: titles[path])
            })
        return WeightContents(
            format: isKeras ? .kerasWeights : .hdf5, tensors: tensors, keras: isKeras ? keras : nil)
    }

    /// The group of a layer whose variable is at `path`.
    private static func layer(of path: String) -> String {
        let parts = path.split(separator: "/")
        let isVariable = parts.count >= 2 && parts[parts.count - 2] == "vars"
        return parts.dropLast(isVariable ? 2 : 1).joined(separator: "/")
    }

    /// Whether variable `first` stands before `second`: 2 before 10.
    private static func precedes(_ first: String, _ second: String) -> Bool {
        let numbers = [first, second].map { $0.split(separator: "/").last.flatMap { Int($0) } ?? .max }
        return (numbers[0], first) < (numbers[1], second)
    }
}

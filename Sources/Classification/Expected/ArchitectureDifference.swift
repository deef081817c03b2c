import Weights

/// How the tensors of a file differ from those of an architecture.
package struct ArchitectureDifference: Sendable, Equatable {
    /// A tensor of another shape than the published network's.
    package struct Reshaped: Sendable, Equatable {
        /// Its name in the file.
        package let name: String
        /// The extents that the architecture has, `any` where any will do.
        package let expected: String
        /// The extents in the file.
        package let found: [Int]
    }

    /// How many tensors every file of the architecture has.
    package let expected: Int
    /// Those that the file has not, with their extents, in the network's order.
    package let missing: [String]
    /// What the file has besides, by its names.
    package let extra: [String]
    /// Those of another shape, in the network's order.
    package let reshaped: [Reshaped]
    /// Whose names `missing` are, where the file has another library's.
    package let naming: String?

    /// Compares a file with an architecture.
    ///
    /// - Parameters:
    ///   - weights: the file's tensors under the names that the network is built by.
    ///   - list: the architecture's tensors under these names.
    ///   - naming: whose names these are, where the file has another library's.
    init(of weights: RenamedWeights, from list: [ExpectedTensor], naming: String?) {
        let needed = list.filter { !$0.isOptional }
        let absent = needed.filter { !weights.has($0.name) }
        let known = Set(list.compactMap { weights.original(of: $0.name) })
        expected = needed.count
        missing = absent.map { "`\($0.name)` \($0.extents)" }
        extra = weights.base.names.filter { !known.contains($0) && !$0.hasSuffix("num_batches_tracked") }
        reshaped = list.compactMap { tensor in
            guard let found = weights.shape(of: tensor.name), !tensor.fits(found) else { return nil }
            return Reshaped(
                name: weights.original(of: tensor.name) ?? tensor.name, expected: tensor.extents, found: found
            )
        }
        self.naming = absent.isEmpty ? nil : naming
    }

    /// Whether nothing differs.
    package var isEmpty: Bool { missing.isEmpty && extra.isEmpty && reshaped.isEmpty }

    /// What differs, a line for each kind: how many tensors, and the first of them.
    package var lines: [String] {
        var lines: [String] = []
        if !missing.isEmpty {
            let names = naming.map { " (by \($0) names)" } ?? ""
            let what = missing.count == expected ? "all \(expected)" : "\(missing.count) of its \(expected)"
            lines.append("missing: \(what) tensors\(names): \(Self.some(missing))")
        }
        if !extra.isEmpty {
            lines.append("not of it: \(extra.count) in the file: \(Self.some(extra.map { "`\($0)`" }))")
        }
        if !reshaped.isEmpty {
            let shapes = reshaped.map { "`\($0.name)` is \($0.found), expected \($0.expected)" }
            lines.append("of another shape: \(reshaped.count): \(Self.some(shapes, joining: "; "))")
        }
        return lines
    }

    /// The first three of a list, and how many more there are.
    private static func some(_ items: [String], joining separator: String = ", ") -> String {
        items.prefix(3).joined(separator: separator) + (items.count > 3 ? " and \(items.count - 3) more" : "")
    }
}

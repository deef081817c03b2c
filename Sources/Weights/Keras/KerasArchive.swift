/// What a Keras file says of its model besides the weights: everything that a reader of its graph needs.
package struct KerasArchive: Sendable, Equatable {
    /// How the weights are filed.
    package enum Layout: Sendable, Equatable {
        /// Under the layers' own names, as Keras 1 and 2 wrote, and Keras 3 into `.h5`.
        case byLayerName
        /// Under the classes' names in snake case, counted within each container, as Keras 3 writes.
        case byClassName
    }

    /// A layer's weights.
    package struct Layer: Sendable, Equatable {
        /// The layer's name; with `Layout.byClassName` its group's path, as `layers/dense_1`.
        package let path: String
        /// The names of its tensors in the weight file, in the layer's own order.
        package let weights: [String]
        /// The layer's name where the file says it besides: with `Layout.byClassName`, since Keras 3.10.
        package let name: String?

        /// A layer at `path` with these tensors.
        package init(path: String, weights: [String], name: String? = nil) {
            (self.path, self.weights, self.name) = (path, weights, name)
        }
    }

    package let layout: Layout
    /// The model's configuration as JSON text, as the file has it; nil in a file of weights only.
    package let configuration: String?
    /// The version of Keras that wrote the file.
    package let version: String?
    /// The layers in the file's order, those without weights too where the file lists them: with
    /// `Layout.byLayerName` the model's order, else by path.
    package let layers: [Layer]

    /// What a file with these layers says.
    package init(
        layout: Layout, configuration: String? = nil, version: String? = nil, layers: [Layer]
    ) {
        (self.layout, self.configuration, self.version, self.layers) = (
            layout, configuration, version, layers
        )
    }

    /// The names of the tensors of the layer at `path`, in the layer's own order; empty where it has none.
    package func weights(at path: String) -> [String] {
        layers.first { $0.path == path }?.weights ?? []
    }

    /// The groups of one container's layers in a file of `Layout.byClassName`, for the classes of its layers in the
    /// configuration's order, input layers included: the class in snake case, and `_1`, `_2`... where it comes again.
    ///
    /// A nested model's layers are in `<its group>/layers`, with counters of their own. The optimizer's, loss' and
    /// metrics' variables are not listed.
    package static func groups(ofClasses classes: [String]) -> [String] {
        var counts: [String: Int] = [:]
        return classes.map { name in
            let base = snakeCase(name)
            let number = counts[base, default: 0]
            counts[base] = number + 1
            return number == 0 ? base : "\(base)_\(number)"
        }
    }

    /// A class's name as Keras 3 files it (`keras.src.utils.naming.to_snake_case`): `SeparableConv2D` becomes
    /// `separable_conv2d`.
    package static func snakeCase(_ name: String) -> String {
        let letters = name.unicodeScalars.filter { $0.properties.isAlphabetic || isDigit($0) || $0 == "_" }
        // First a line before each capital that small letters follow, then one between a small and a capital letter.
        var words = String.UnicodeScalarView()
        let all = Array(letters)
        var lastBreak = -1
        for index in all.indices {
            let isWord =
                isUpper(all[index]) && index + 1 < all.count && isLower(all[index + 1])
                && index > lastBreak + 1
            if isWord, index > 0 {
                words.append("_")
                lastBreak = index
            }
            words.append(all[index])
        }
        var result = String.UnicodeScalarView()
        for scalar in words {
            if isUpper(scalar), let last = result.last, isLower(last) { result.append("_") }
            result.append(scalar)
        }
        return String(result).lowercased()
    }

    private static func isUpper(_ scalar: Unicode.Scalar) -> Bool { ("A"..."Z").contains(scalar) }
    private static func isLower(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) }
    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}

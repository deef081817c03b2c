/// What a report says of one generator or classifier.
package struct ModelFacts: Sendable, Hashable {
    /// The name in the script.
    package var name: String
    /// Whether it was made from drawn lesions.
    package var isPhantom: Bool
    /// Settings worth printing, such as `steps` and `guidance`, in order.
    package var settings: [Setting]
    /// The SHA-256 of each weight file, in order; empty for a model without weights.
    package var weights: [Weights]

    /// One setting of a model.
    package struct Setting: Sendable, Hashable {
        package var name: String
        package var value: String

        /// A setting and its value as a script writes them.
        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// One file of weights.
    package struct Weights: Sendable, Hashable {
        /// What the file is to the model, such as `dit` or `vae`.
        package var role: String
        /// The SHA-256 of the file, in hex.
        package var sha256: String

        /// A file by its part and its hash.
        package init(role: String, sha256: String) {
            self.role = role
            self.sha256 = sha256
        }
    }

    /// The facts of one model.
    package init(name: String, isPhantom: Bool, settings: [Setting] = [], weights: [Weights] = []) {
        self.name = name
        self.isPhantom = isPhantom
        self.settings = settings
        self.weights = weights
    }
}

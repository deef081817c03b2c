/// What a reader found in a weight file; its tensors are checked to lie inside the file.
struct WeightContents: Sendable {
    var format: WeightFormat
    var tensors: [String: StoredTensor]
    /// Free text pairs of the file.
    var metadata: [String: String] = [:]
    /// The model's configuration and layers, where Keras wrote the file.
    var keras: KerasArchive?
    /// What was left out, each a sentence's worth.
    var notes: [String] = []
}

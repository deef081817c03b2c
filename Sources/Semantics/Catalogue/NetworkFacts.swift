/// What a network's file and the files beside it tell before a weight is read.
public struct NetworkFacts: Sendable, Hashable {
    /// What a file holds.
    public enum Format: String, Sendable, Hashable {
        /// Named tensors: a PyTorch file, safetensors, NumPy.
        case tensors
        /// A model that Keras wrote, with its graph.
        case keras
        /// A model in ONNX, with its graph.
        case onnx

        /// What a person calls such a file.
        var title: String {
            switch self {
            case .tensors: "a file of named tensors"
            case .keras: "a Keras model"
            case .onnx: "an ONNX model"
            }
        }
    }

    /// What the file holds.
    public let format: Format
    /// The scores of its head; nil where it does not tell.
    public var outputs: Int?
    /// What the network looks like, in words; nil where that is not known.
    public var title: String?
    /// The architecture that it is, as manifests name it; nil where that is not known.
    public var graph: String?
    /// The linear layers that it ends in, by name, in order; empty where that is not known, or never differs.
    public var head: [String]
    /// Options that the files settle, the strongest first.
    public var settings: [NetworkSetting]

    /// Tells what a file holds.
    public init(
        format: Format, outputs: Int? = nil, title: String? = nil, graph: String? = nil, head: [String] = [],
        settings: [NetworkSetting] = []
    ) {
        self.format = format
        self.outputs = outputs
        self.title = title
        self.graph = graph
        self.head = head
        self.settings = settings
    }
}

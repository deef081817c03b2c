import Hashing
import Weights

/// What is inside a weight file.
struct FileInspection {
    /// One tensor.
    struct Entry {
        let name: String
        let type: ElementType
        let shape: [Int]

        /// The number of its elements.
        var count: Int { shape.reduce(1, *) }
    }

    let path: String
    let format: WeightFormat
    let bytes: Int
    let digest: SHA256
    /// The tensors by name.
    let entries: [Entry]
    /// What stands before the names of the network's tensors.
    let wrapper: String
    let guess: ArchitectureGuess?
    let keras: KerasArchive?
    let outline: KerasOutline?
    let notes: [String]

    /// Looks into the file at `path`; reads all of it for the digest.
    init(path: String) throws(WeightsError) {
        let file = try WeightFile.open(path)
        self.path = path
        format = file.format
        bytes = file.size
        digest = file.sha256
        entries = file.names.compactMap { name in
            guard let type = file.elementType(of: name), let shape = file.shape(of: name) else { return nil }
            return Entry(name: name, type: type, shape: shape)
        }
        let found = file.wrapping(prefersAverage: true)
        wrapper = found
        guess = ArchitectureGuess.of(found.isEmpty ? file : file.unwrapped(prefersAverage: true))
        keras = file.keras
        outline = file.keras?.configuration.flatMap { KerasOutline(json: $0) }
        notes = file.notes
    }

    /// The elements of each type, by type.
    var elements: [(type: ElementType, count: Int)] {
        let counts = Dictionary(entries.map { ($0.type, $0.count) }, uniquingKeysWith: +)
        return counts.map { (type: $0.key, count: $0.value) }.sorted { $0.type.rawValue < $1.type.rawValue }
    }

    /// What the network is called; nil when it is not known.
    var architecture: String? {
        if let guess { return guess.title }
        return outline.map { "Keras \($0.title)" }
    }

    /// What is missing for the network to run here.
    var needs: [String] {
        if let guess {
            let absent =
                guess.role == nil ? ["a network of this architecture, which this version has not"] : []
            return absent + guess.needs
        }
        guard let keras else { return ["an architecture: none that is known has tensors of these names"] }
        let graph =
            keras.configuration == nil
            ? ["the model's configuration: the file holds weights only; save the whole model"] : []
        return graph + ["classes: the meaning of its scores, in order", "which class is positive"]
    }
}

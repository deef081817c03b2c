import Classification
import Semantics
import Weights

extension NetworkFacts {
    /// What the network's file at `path` and those beside it tell; weights are not read.
    ///
    /// - Parameter name: the path as the script has it, for errors.
    init(file path: String, named name: String) throws(SchemaError) {
        let file: WeightFile
        do { file = try WeightFile.open(path) } catch {
            throw .unreadable(path: name, reason: error.description)
        }
        let sidecars = SidecarFile.all(beside: path).flatMap(\.settings)
        guard let archive = file.keras else {
            let wrapper = file.wrapping(prefersAverage: false)
            let guess = ArchitectureGuess.of(wrapper.isEmpty ? file : file.unwrapped(prefersAverage: false))
            self.init(format: .tensors, outputs: guess?.outputs, title: guess?.title, settings: sidecars)
            return
        }
        let ends = KerasEnds(archive)
        self.init(
            format: .keras, outputs: ends?.outputs, title: nil,
            settings: (ends.map(Self.settings) ?? []) + sidecars)
    }

    /// What a Keras model's own graph settles.
    private static func settings(_ ends: KerasEnds) -> [NetworkSetting] {
        let origin = "the file"
        var settings: [NetworkSetting] = []
        let maps = ends.inputs.filter { $0.shape.count == 3 && $0.shape[2] == 3 }
        if maps.count == 1, let height = maps[0].shape[0], let width = maps[0].shape[1] {
            let sides: [Value] = width == height ? [.integer(width)] : [.integer(width), .integer(height)]
            settings.append(NetworkSetting("input", sides, from: origin))
        }
        if ends.scalesItself { settings.append(NetworkSetting("scale", [.integer(1)], from: origin)) }
        if let activation = ends.activation, ["softmax", "sigmoid"].contains(activation) {
            settings.append(NetworkSetting("activation", [.word("none")], from: origin))
        }
        return settings
    }
}

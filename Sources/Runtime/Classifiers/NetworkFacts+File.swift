import Classification
import Provenance
import Semantics
import Weights

extension NetworkFacts {
    /// What the network's file at `path` and those beside it tell; weights are not read.
    ///
    /// - Parameter name: the path as the script has it, for errors.
    init(file path: String, named name: String) throws(SchemaError) {
        if HostFile.isFolder(path) {
            throw .unreadable(path: name, reason: Self.reason(againstFolder: path, named: name))
        }
        if HostFile.isFile(path), !HostFile.isRegular(path) {
            throw .unreadable(path: name, reason: "it is no regular file")
        }
        let isNamed = path.hasSuffix(".onnx") && (try? WeightFile.open(path)) == nil
        if ONNXModel.recognises(path) || isNamed {
            let model: ONNXModel
            do { model = try ONNXModel.open(path) } catch {
                throw .unreadable(path: name, reason: error.description)
            }
            self.init(
                format: .onnx, outputs: model.outputs.count == 1 ? model.outputs[0].shape?.last ?? nil : nil,
                settings: Self.settings(model) + SidecarFile.all(beside: path).flatMap(\.settings))
            return
        }
        let file: WeightFile
        do { file = try WeightFile.open(path) } catch {
            throw .unreadable(path: name, reason: error.description)
        }
        let sidecars = SidecarFile.all(beside: path).flatMap(\.settings)
        // A Keras file without a configuration holds weights only, for an architecture that the script names.
        guard let archive = file.keras, archive.configuration != nil else {
            let wrapper = file.wrapping(prefersAverage: false)
            let plain: any WeightSource = wrapper.isEmpty ? file : file.unwrapped(prefersAverage: false)
            let guess = ArchitectureGuess.of(plain)
            self.init(
                format: .tensors, outputs: guess?.outputs, title: guess?.title,
                graph: guess?.graph?.rawValue, head: guess?.graph?.head(of: plain)?.linears ?? [],
                settings: sidecars)
            return
        }
        let ends = KerasEnds(archive)
        self.init(
            format: .keras, outputs: ends?.outputs, title: nil,
            settings: (ends.map(Self.settings) ?? []) + sidecars)
    }

    /// Why a folder cannot be used, with the name of the file in it that can.
    private static func reason(againstFolder path: String, named name: String) -> String {
        let endings = [".safetensors", ".onnx", ".keras", ".h5", ".pth", ".pt", ".bin"]
        let names = ((try? HostFile.names(in: path)) ?? []).sorted()
        let file = endings.lazy.compactMap { ending in names.first { $0.hasSuffix(ending) } }.first
        let folder = name.hasSuffix("/") ? name : name + "/"
        return file.map { "it is a folder: name the file in it, `\(folder)\($0)`" }
            ?? "it is a folder without a file of weights"
    }

    /// What a Keras model's own graph settles.
    private static func settings(_ ends: KerasEnds) -> [NetworkSetting] {
        let origin = "the file"
        var settings: [NetworkSetting] = []
        let maps = ends.inputs.filter { $0.shape.count == 3 && $0.shape[2] == 3 }
        if maps.count == 1, let height = maps[0].shape[0], let width = maps[0].shape[1] {
            settings.append(NetworkSetting(width: width, height: height, from: origin))
        }
        if ends.scalesItself { settings.append(NetworkSetting("scale", [.integer(1)], from: origin)) }
        if let activation = ends.activation, ["softmax", "sigmoid"].contains(activation) {
            settings.append(NetworkSetting("activation", [.word("none")], from: origin))
        }
        return settings
    }

    /// What an ONNX model's own graph settles.
    private static func settings(_ model: ONNXModel) -> [NetworkSetting] {
        let origin = "the file"
        var settings: [NetworkSetting] = []
        let images = model.inputs.compactMap { ONNXImageInput($0, layout: nil) }
        if images.count == 1, let height = images[0].height, let width = images[0].width {
            settings.append(NetworkSetting(width: width, height: height, from: origin))
        }
        let kinds = ["Softmax": "none", "Sigmoid": "none", "LogSoftmax": "logsoftmax"]
        let last = model.outputs.count == 1 ? model.lastOperations[model.outputs[0].name] : nil
        if let activation = last.flatMap({ kinds[$0] }) {
            settings.append(NetworkSetting("activation", [.word(activation)], from: origin))
        }
        return settings
    }
}

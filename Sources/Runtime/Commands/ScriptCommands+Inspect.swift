import Reporting
import Weights

extension ScriptCommands {
    /// Shows what is inside weight files: tensors, digest, the network they look like, and what it needs to run.
    ///
    /// - Parameters:
    ///   - listsAll: whether every tensor is listed.
    ///   - writesJSON: one object for each file, in an array.
    package func inspect(_ paths: [String], listsAll: Bool, writesJSON: Bool) -> ExitStatus {
        var inspections: [any InspectedFile] = []
        var status = ExitStatus.success
        for path in paths {
            do {
                let isONNX = ONNXModel.recognises(path)
                inspections.append(try isONNX ? ONNXInspection(path: path) : FileInspection(path: path))
            } catch {
                notice("error: \(error)")
                status = .runFailure
            }
        }
        guard writesJSON || !inspections.isEmpty else { return status }
        let text =
            writesJSON
            ? JSONValue.array(inspections.map { $0.json }).text
            : inspections.map { $0.text(listsAll: listsAll) }.joined(separator: "\n")
        return show(text) ?? status
    }
}

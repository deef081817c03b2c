import Reporting
import Weights

extension ScriptCommands {
    /// Shows what is inside weight files: tensors, digest, the network they look like, and what it needs to run.
    ///
    /// - Parameters:
    ///   - listsAll: whether every tensor is listed.
    ///   - writesJSON: one object for each file, in an array.
    package func inspect(_ paths: [String], listsAll: Bool, writesJSON: Bool) -> ExitStatus {
        var inspections: [FileInspection] = []
        var status = ExitStatus.success
        for path in paths {
            do {
                inspections.append(try FileInspection(path: path))
            } catch {
                notice("error: \(error)")
                status = .runFailure
            }
        }
        guard writesJSON || !inspections.isEmpty else { return status }
        let text =
            writesJSON
            ? JSONValue.array(inspections.map(\.json)).text
            : inspections.map { $0.text(listsAll: listsAll) }.joined(separator: "\n")
        return show(text) ?? status
    }
}

import Images
import Reporting

extension ReportProvenance {
    /// The facts as `name: value` lines, for the head of a table.
    var lines: [String] {
        var lines = isPhantom ? [Self.phantomWarning] : []
        lines.append("tool: \(tool)")
        lines.append("edition: \(edition)")
        lines.append("script_sha256: \(scriptHash)")
        if let seed { lines.append("seed: \(seed)") }
        if let engine { lines.append("engine: \(engine)") }
        for model in generators + classifiers {
            let settings = model.settings.map { "\($0.name) \($0.value)" }
            let weights = model.weights.map { "\($0.role) sha256 \($0.sha256)" }
            lines.append(([model.name] + settings + weights).joined(separator: ", "))
        }
        return lines
    }

    /// The facts as text chunks of a PNG file.
    var chunks: [PNGText] {
        [
            PNGText(key: "Software", text: tool),
            PNGText(key: "Comment", text: lines.joined(separator: "\n")),
        ]
    }
}

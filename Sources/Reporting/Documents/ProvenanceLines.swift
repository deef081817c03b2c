/// The provenance of a report in words; a phantom's warning stands before everything else.
struct ProvenanceLines {
    /// What is told.
    let provenance: ReportProvenance

    /// The warning, where a phantom took part.
    var warning: String? {
        provenance.isPhantom ? ReportProvenance.phantomWarning : nil
    }

    /// The models, then the tool: one line each.
    var facts: [String] {
        var lines = provenance.generators.map { "generator \(describe($0))" }
        lines += provenance.classifiers.map { "classifier \(describe($0))" }
        var tool = "\(provenance.tool), edition \(provenance.edition), script \(short(provenance.scriptHash))"
        if let seed = provenance.seed { tool += ", seed \(seed)" }
        if let engine = provenance.engine { tool += ", engine \(engine)" }
        return lines + [tool]
    }

    /// Everything in one line, for formats that allow but one.
    var oneLine: String {
        ([warning].compactMap { $0 } + facts).joined(separator: "; ")
    }

    private func describe(_ model: ModelFacts) -> String {
        var parts = model.settings.map { "\($0.name) \($0.value)" }
        parts += model.weights.map { "\($0.role) \(short($0.sha256))" }
        return model.name + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")
    }

    /// Enough of a hash to tell two runs apart by eye; files carry the whole.
    private func short(_ hash: String) -> String { String(hash.prefix(12)) }
}

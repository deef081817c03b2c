/// The provenance in full: every hash whole, so that a number can be traced.
struct ProvenanceTable {
    /// What is told.
    let provenance: ReportProvenance

    /// Names and values, in the order of a page.
    var rows: [(name: String, value: String)] {
        var rows = [("tool", provenance.tool), ("edition", String(provenance.edition))]
        if let name = provenance.scriptName { rows.append(("script", name)) }
        rows.append(("script SHA-256", provenance.scriptHash))
        if let seed = provenance.seed { rows.append(("seed", String(seed))) }
        if let engine = provenance.engine { rows.append(("engine", engine)) }
        rows += provenance.generators.flatMap { facts($0, "generator") }
        rows += provenance.classifiers.flatMap { facts($0, "classifier") }
        return rows
    }

    private func facts(_ model: ModelFacts, _ kind: String) -> [(String, String)] {
        let settings = model.settings.map { "\($0.name) \($0.value)" }.joined(separator: ", ")
        let phantom = model.isPhantom ? " (\(ReportProvenance.phantomWarning))" : ""
        return [(kind, model.name + (settings.isEmpty ? "" : ", \(settings)") + phantom)]
            + model.weights.map { ("\(model.name) \($0.role) SHA-256", $0.sha256) }
    }
}

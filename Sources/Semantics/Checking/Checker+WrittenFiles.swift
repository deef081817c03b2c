import Diagnostics

extension Checker {
    /// Looks for files that the script writes over what it reads, or over what it has written.
    mutating func checkWrittenFiles() {
        let read = readFiles
        var first: [String: SourceSpan] = [:]
        for statement in statements where statement.source.name == source.name {
            guard let path = statement.action.writtenFile.map({ PathText.plain($0) }) else { continue }
            let span = statement.span
            if read.contains(path) {
                report(
                    Diagnostic(
                        "E0420", "`\(path)` cannot be written", at: span,
                        label: "the script reads this file, which would be gone"))
            } else if let earlier = first[path] {
                report(
                    Diagnostic(
                        "W1217", "`\(path)` is written more than once", at: span,
                        label: earlier == span ? "in each pass" : "only this stays",
                        secondary: earlier == span ? [] : [Label(earlier, "here first")],
                        helps: earlier == span
                            ? ["name the pass in it: `\"out-{x}.csv\"`"] : ["name another file"]))
            } else {
                first[path] = span
            }
        }
    }

    /// The files that the script's data sets and the script itself are read from.
    private var readFiles: Set<String> {
        var files: Set<String> = [PathText.name(of: source.name)]
        var datasets: [DatasetDescription] = []
        for case .dataset(let dataset) in environment.entries.values.map(\.binding) {
            datasets.append(dataset)
        }
        for case .dataset(let dataset) in statements.map(\.action) { datasets.append(dataset) }
        for dataset in datasets {
            files.formUnion(dataset.tables.map { PathText.plain($0.path) })
        }
        return files
    }
}

extension CheckedStatement.Action {
    /// The file that it writes, as the script names it; nil for none.
    fileprivate var writtenFile: String? {
        switch self {
        case .export(let export): export.path
        case .plot(let plot): plot.path
        default: nil
        }
    }
}

import Diagnostics
import Provenance
import Semantics

extension ScriptCommands {
    /// Writes a script for a table of predictions after a look at its columns.
    ///
    /// - Parameters:
    ///   - table: the CSV of predictions.
    ///   - output: the script to write; nil writes it to standard output.
    ///   - positive: the class that counts as positive, where the names do not say it.
    ///   - replaces: whether a script that is there already may be replaced.
    package func draft(_ table: String, output: String?, positive: String?, replaces: Bool) -> ExitStatus {
        if let output, !replaces, HostFile.isFile(output) {
            notice("error: `\(output)` is there already\n  help: name another file, or add `--force`")
            return .usage
        }
        let text: String
        do {
            let profile = try TableProfile(path: table)
            let roles = try ColumnRoles(profile, positive: positive, catalogue: catalogue)
            let path = Self.path(table, seenFrom: output.map { HostFile.folder(of: $0) } ?? "")
            let stem = Self.stem(of: table)
            // The check below looks for the table from the script's folder, so that must be there.
            if let output { try HostFile.makeFolder(HostFile.folder(of: output)) }
            text = ScriptDraft(path: path, stem: stem, rows: profile.rows, roles: roles).text
        } catch let refusal as DraftRefusal {
            notice("error: \(table): \(refusal.message)\n  help: \(refusal.help)")
            return .runFailure
        } catch {
            notice("error: \(error)")
            return .runFailure
        }
        guard isSound(text, folder: output.map { HostFile.folder(of: $0) } ?? "") else { return .runFailure }
        guard let output else { return show(text) ?? .success }
        do {
            try HostFile.save(text, to: output)
            notice("wrote `\(output)`: read it, then `dermaudit run \(output)`")
            return .success
        } catch {
            notice("error: \(error)")
            return .runFailure
        }
    }

    /// Whether a script that was written passes the check; what is wrong with it is said.
    private func isSound(_ text: String, folder: String) -> Bool {
        let source = Source(name: "<draft>", text: text)
        let result = Checker.check(source: source, catalogue: catalogue, schema: FolderSchema(folder: folder))
        tell(result.diagnostics.filter { $0.severity == .error }, in: source)
        return result.program != nil
    }

    /// The path of a table as a script in `folder` names it: up and down again where both are relative.
    private static func path(_ table: String, seenFrom folder: String) -> String {
        guard !table.hasPrefix("/"), !folder.isEmpty, !folder.hasPrefix("/") else {
            return table
        }
        var target = table.split(separator: "/").filter { $0 != "." }
        var start = folder.split(separator: "/").filter { $0 != "." }
        while let first = target.first, first == start.first, target.count > 1 {
            target.removeFirst()
            start.removeFirst()
        }
        return (start.map { _ in ".." } + target.map(String.init)).joined(separator: "/")
    }

    private static func stem(of path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? "predictions"
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }
}

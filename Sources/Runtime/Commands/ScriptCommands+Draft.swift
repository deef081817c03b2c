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
        draft(of: table, output: output, replaces: replaces) { folder in
            let profile = try TableProfile(path: table)
            let roles = try ColumnRoles(profile, positive: positive, catalogue: catalogue)
            return ScriptDraft(
                path: Self.path(table, seenFrom: folder), stem: Self.stem(of: table), rows: profile.rows,
                roles: roles)
        }
    }

    /// Writes a script for a folder of photographs after a look at it and at the table of their labels.
    ///
    /// - Parameters:
    ///   - images: the folder.
    ///   - labels: the table; nil looks for one in the folder and beside it.
    package func draft(
        images: String, labels: String?, output: String?, positive: String?, replaces: Bool
    ) -> ExitStatus {
        draft(of: images, output: output, replaces: replaces) { folder in
            let photographs = try ImageFolder(images)
            guard !photographs.files.isEmpty else {
                throw DraftRefusal(
                    "there is no photograph in this folder",
                    help: "photographs are files in .jpg, .jpeg or .png")
            }
            let (table, listed) = try Self.labels(labels, of: images, photographs)
            let profile = try TableProfile(path: table)
            let roles = try ColumnRoles(
                profile, positive: positive, catalogue: catalogue, hasPredictions: false)
            return ScriptDraft(
                path: Self.path(table, seenFrom: folder), stem: Self.stem(of: images), rows: profile.rows,
                roles: roles,
                photographs: DraftPhotographs(
                    folder: Self.path(images, seenFrom: folder), count: photographs.files.count,
                    listed: listed))
        }
    }

    /// The table whose rows name the most photographs, and how many.
    private static func labels(
        _ named: String?, of images: String, _ photographs: ImageFolder
    ) throws -> (table: String, listed: Int) {
        if let named {
            let listed = try DraftPhotographs.listed(in: named, photographs)
            if listed > 0 { return (named, listed) }
        } else {
            // A table that nobody named and that cannot be read is none of these labels.
            let tables = DraftPhotographs.tables(of: images).map { table in
                (table: table, listed: (try? DraftPhotographs.listed(in: table, photographs)) ?? 0)
            }
            let most = tables.map(\.listed).max() ?? 0
            if most > 0, let best = tables.first(where: { $0.listed == most }) { return best }
        }
        let first = photographs.files.first?.path ?? ""
        throw DraftRefusal(
            named.map { "no row of `\($0)` names a photograph of this folder, such as `\(first)`" }
                ?? "no CSV in the folder or beside it names its photographs, such as `\(first)`",
            help: "the column is called \(ColumnRoles.spokenIDs); `--labels FILE` names another table")
    }

    /// Writes the script that `make` drafts, where `subject` is what it is about.
    private func draft(
        of subject: String, output: String?, replaces: Bool, _ make: (_ folder: String) throws -> ScriptDraft
    ) -> ExitStatus {
        if let output, !replaces, HostFile.isFile(output) {
            notice("error: `\(output)` is there already\n  help: name another file, or add `--force`")
            return .usage
        }
        let folder = output.map { PathText.folder(of: $0) } ?? ""
        let text: String
        do {
            text = try make(folder).text
            // The check below looks for the table from the script's folder, so that must be there.
            if output != nil { try HostFile.makeFolder(folder) }
        } catch let refusal as DraftRefusal {
            notice("error: \(subject): \(refusal.message)\n  help: \(refusal.help)")
            return .runFailure
        } catch {
            notice("error: \(error)")
            return .runFailure
        }
        guard isSound(text, folder: folder) else { return .runFailure }
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

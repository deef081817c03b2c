import Diagnostics
import Provenance
import Reporting
import Semantics

extension ScriptCommands {
    /// Writes pages of documentation of scripts: all of them, or none where something is wrong.
    ///
    /// - Parameters:
    ///   - paths: scripts, and folders that are searched for them; none for the standard library.
    ///   - folder: where the pages come; it is made where it is missing.
    package func writeGuide(_ paths: [String], to folder: String, format: Guide.Format) -> ExitStatus {
        var chapters: [GuideDraft.Chapter] = []
        var status = ExitStatus.success
        if paths.isEmpty {
            guard let library = libraryChapters() else { return .runFailure }
            chapters = library
        } else {
            guard let scripts = scripts(at: paths) else { return .runFailure }
            let names = Self.names(of: scripts)
            for (path, name) in zip(scripts, names) {
                switch chapter(path, named: name) {
                case .success(let chapter): chapters.append(chapter)
                case .failure(let failure): status = status == .runFailure ? status : failure.status
                }
            }
        }
        guard status == .success else { return status }
        guard !chapters.isEmpty else {
            notice("error: there is no script to document")
            return .runFailure
        }
        return write(chapters, isLibrary: paths.isEmpty, to: folder, format: format)
    }

    private func write(
        _ chapters: [GuideDraft.Chapter], isLibrary: Bool, to folder: String, format: Guide.Format
    ) -> ExitStatus {
        let title = isLibrary ? "The standard library" : "Scripts"
        let guide = Guide(title: title, tool: Tool.name, pages: GuideDraft(chapters: chapters).pages)
        do {
            let files = try guide.files(format)
            try HostFile.save(files.map { (Array($0.text.utf8), "\(folder)/\($0.name)") })
            notice("wrote \(files.count) pages to `\(folder)`")
            return .success
        } catch {
            notice("error: \(error)")
            return .runFailure
        }
    }

    /// Why a script has no chapter; it was told.
    private struct NoChapter: Error {
        let status: ExitStatus
    }

    private func chapter(_ path: String, named name: String) -> Result<GuideDraft.Chapter, NoChapter> {
        guard let script = read(path) else { return .failure(NoChapter(status: .runFailure)) }
        let outcome = ScriptDocumentation.read(
            script.source, named: name, catalogue: catalogue, schema: FolderSchema(folder: script.folder))
        switch outcome {
        case .wrong(let errors):
            tell(errors, in: script.source)
            return .failure(NoChapter(status: .scriptErrors))
        case .documented(let documentation):
            return .success(GuideDraft.Chapter(script: documentation, use: "use \"\(name)\""))
        }
    }

    /// The modules of the standard library.
    private func libraryChapters() -> [GuideDraft.Chapter]? {
        let library = FolderSchema(folder: "")
        var chapters: [GuideDraft.Chapter] = []
        for name in library.moduleNames {
            guard let bytes = try? library.module(named: name) else {
                notice("error: the module `\(name)` cannot be read")
                return nil
            }
            let source = Source(name: name, bytes: bytes)
            let outcome = ScriptDocumentation.read(source, named: name, catalogue: catalogue, schema: library)
            switch outcome {
            case .wrong(let errors):
                tell(errors, in: source)
                return nil
            case .documented(let documentation):
                chapters.append(GuideDraft.Chapter(script: documentation, use: "use \(name)"))
            }
        }
        return chapters
    }

    /// What pages call scripts: their paths without the folders that all have in common.
    private static func names(of paths: [String]) -> [String] {
        let parts = paths.map { $0.split(separator: "/").filter { $0 != "." } }
        let folders = parts.map { $0.dropLast() }
        var common = 0
        while let first = folders.first?.dropFirst(common).first,
            folders.allSatisfy({ $0.dropFirst(common).first == first })
        {
            common += 1
        }
        return parts.map { $0.dropFirst(common).joined(separator: "/") }
    }
}

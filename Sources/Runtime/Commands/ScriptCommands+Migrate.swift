import Diagnostics
import Semantics

extension ScriptCommands {
    /// Takes scripts to an edition; `-` reads standard input and writes standard output.
    ///
    /// A script with errors is left as it is, and the others are done all the same.
    package func migrate(
        _ paths: [String], to edition: Int, mode: FormatMode, with migrator: Migrator = .standard
    ) -> ExitStatus {
        guard migrator.editions.contains(edition) else {
            let finding = Migrator.unknown(
                String(edition), at: SourceSpan(0, 0), among: migrator.editions)
            notice("error[\(finding.code)]: \(finding.message)\n  help: \(finding.primary.text)")
            return .usage
        }
        var status = ExitStatus.success
        for path in paths {
            let outcome = migrate(path, to: edition, mode: mode, with: migrator)
            if status == .success || outcome == .runFailure { status = outcome }
        }
        return status
    }

    private func migrate(
        _ path: String, to edition: Int, mode: FormatMode, with migrator: Migrator
    ) -> ExitStatus {
        guard let script = read(path) else { return .runFailure }
        let name = script.source.name
        switch migrator.migrate(script.source, to: edition) {
        case .wrong(let errors):
            tell(errors, in: script.source)
            return .scriptErrors
        case .newer(let own):
            notice("error: `\(name)` is of edition \(own), and there is no way back to \(edition)")
            return .scriptErrors
        case .clash(let step):
            notice("error: `\(name)` cannot be taken to edition \(step) by itself; it is left as it is")
            return .scriptErrors
        case .current:
            notice("`\(name)` is of edition \(edition) already")
            return apply(script.source.bytes, to: script, at: path, mode: mode)
        case .migrated(let source, let summaries):
            let status = apply(source.bytes, to: script, at: path, mode: mode)
            if mode == .write, status == .success {
                notice((["`\(name)` is of edition \(edition) now"] + summaries).joined(separator: "\n  "))
            }
            return status
        }
    }
}

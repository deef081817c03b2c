import Diagnostics
import Provenance
import Syntax

extension ScriptCommands {
    /// Formats scripts; `-` reads standard input and writes standard output.
    package func format(_ paths: [String], mode: FormatMode) -> ExitStatus {
        var status = ExitStatus.success
        for path in paths {
            let outcome = format(path, mode: mode)
            if status == .success || outcome == .runFailure { status = outcome }
        }
        return status
    }

    private func format(_ path: String, mode: FormatMode) -> ExitStatus {
        guard let script = read(path) else { return .runFailure }
        guard let text = Formatter.format(script.source) else {
            tell(Parser.parse(script.source).diagnostics.filter { $0.severity == .error }, in: script.source)
            return .scriptErrors
        }
        return apply(Array(text.utf8), to: script, at: path, mode: mode)
    }

    /// Writes a script anew, or says or shows what would change.
    func apply(_ bytes: [UInt8], to script: ScriptFile, at path: String, mode: FormatMode) -> ExitStatus {
        let isSame = bytes == script.source.bytes
        switch mode {
        case .write: return write(bytes, to: path, isSame: isSame)
        case .check: return isSame ? .success : wouldChange(path)
        case .diff: return showDifference(script.source, bytes) ?? .success
        case .checkAndDiff:
            return showDifference(script.source, bytes) ?? (isSame ? .success : wouldChange(path))
        }
    }

    private func write(_ bytes: [UInt8], to path: String, isSame: Bool) -> ExitStatus {
        if path == "-" { return show(String(decoding: bytes, as: UTF8.self)) ?? .success }
        guard !isSame else { return .success }
        do {
            try HostFile.save(bytes, to: path)
            return .success
        } catch {
            notice("error: \(error)")
            return .runFailure
        }
    }

    private func wouldChange(_ path: String) -> ExitStatus {
        notice("`\(path)` would change")
        return .wouldFormat
    }

    private func showDifference(_ source: Source, _ bytes: [UInt8]) -> ExitStatus? {
        let old = String(decoding: source.bytes, as: UTF8.self)
        let difference = UnifiedDiff.text(
            from: old, to: String(decoding: bytes, as: UTF8.self), name: source.name)
        return difference.isEmpty ? nil : show(difference)
    }
}

import Diagnostics
import Semantics
import Syntax

/// One input, and what must hold of it.
struct FuzzCase {
    let bytes: [UInt8]
    /// Whether the checker reads it as well, which may write out loops and cohorts and takes twenty times as long.
    let isChecked: Bool

    /// What came of it. A trap ends the program: the input is the worker's next.
    var result: FuzzResult {
        let clock = ContinuousClock()
        let start = clock.now
        let source = Source(name: "fuzz", bytes: bytes)
        let script = Parser.parse(source)
        let findings =
            isChecked ? Checker.check(script: script, schema: AnyFiles()).diagnostics : script.diagnostics
        var failure = findings.first { $0.primary.span.end > bytes.count }
            .map { "\($0.code) points behind the end" }
        let isSound = !script.diagnostics.contains { $0.severity == .error }
        if isSound { failure = failure ?? formatting(source, script) }
        let seconds = (clock.now - start) / .seconds(1)
        if seconds > 1 { failure = failure ?? "takes \(seconds) s" }
        return FuzzResult(
            inputs: 1, checked: isChecked ? 1 : 0, bytes: bytes.count, sound: isSound ? 1 : 0,
            slowest: seconds,
            failures: failure.map { [FuzzResult.Failure(what: $0, bytes: bytes)] } ?? [])
    }

    /// A formatted script formats to itself and means the same.
    private func formatting(_ source: Source, _ script: Script) -> String? {
        guard let text = Formatter.format(source) else { return "is sound and cannot be formatted" }
        let formatted = Source(name: "fuzz", text: text)
        guard Formatter.format(formatted) == text else { return "formats to another text the second time" }
        let again = Parser.parse(formatted)
        return TreeDump.text(again) == TreeDump.text(script) ? nil : "means something else when formatted"
    }
}

/// Every file is there, and every table has the same columns.
private struct AnyFiles: SchemaProvider {
    func exists(_ path: String) -> Bool { true }
    func columns(of path: String) throws(SchemaError) -> [String] {
        ["image", "dx", "sex", "age", "score", "prediction", "weight"]
    }
    func script(at path: String) throws(SchemaError) -> [UInt8] { Array("let light = [I, II]\n".utf8) }
}

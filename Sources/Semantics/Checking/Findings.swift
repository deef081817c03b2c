import Diagnostics
import Syntax

/// What was found in a script: each finding once, and no more than anybody reads.
///
/// Every pass of a loop and every call finds the same, and a file of megabytes may be wrong in each line.
struct Findings {
    /// The findings that are kept, in the order in which they were found: the first errors, and the first of the others.
    private(set) var kept: [Diagnostic] = []
    /// How many errors were found so far, those included that are not kept.
    private(set) var errorCount = 0
    /// Whether further errors will not be told, so that nothing need be looked up for their sake.
    var isFull: Bool { isInFull || keptErrors >= Lexer.mostFindings }

    private var keptErrors = 0
    private var seen: Set<Finding> = []
    private let isInFull: Bool

    /// Begins with what is known.
    init(_ diagnostics: [Diagnostic] = []) {
        isInFull = false
        add(diagnostics)
    }

    /// Begins with nothing what will become a part of other findings.
    init(within others: Findings) {
        isInFull = others.isFull
    }

    /// Takes note of a finding.
    mutating func add(_ diagnostic: Diagnostic) {
        let isError = diagnostic.severity == .error
        if isError { errorCount += 1 }
        guard isError ? keptErrors < Lexer.mostFindings : kept.count - keptErrors < Lexer.mostFindings,
            seen.insert(Finding(diagnostic)).inserted
        else { return }
        kept.append(diagnostic)
        if isError { keptErrors += 1 }
    }

    /// Takes note of findings in their order.
    mutating func add(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics { add(diagnostic) }
    }

    /// What the script's author is told, in the order of the source: where there is too much, errors come before the others.
    var told: [Diagnostic] {
        var room = Lexer.mostFindings - keptErrors
        let chosen = kept.filter { finding in
            if finding.severity == .error { return true }
            room -= 1
            return room >= 0
        }
        return chosen.enumerated().sorted {
            ($0.element.primary.span.start, $0.offset) < ($1.element.primary.span.start, $1.offset)
        }.map(\.element)
    }
}

/// What tells two findings apart, wherever the calls are that led to them.
private struct Finding: Hashable {
    let code: DiagnosticCode
    let message: String
    let span: SourceSpan

    init(_ diagnostic: Diagnostic) {
        code = diagnostic.code
        message = diagnostic.message
        span = diagnostic.primary.span
    }
}

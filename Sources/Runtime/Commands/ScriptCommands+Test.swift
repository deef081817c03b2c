import Provenance
import Reporting
import Semantics

extension ScriptCommands {
    /// Runs the `test` blocks of scripts and tells how each came out.
    package func test(
        _ request: TestRequest, options: RunOptions, models: any ModelProvider, work: InterruptibleWork
    ) async -> ExitStatus {
        let filter: Regex<AnyRegexOutput>?
        do {
            filter = try request.filter.map { try Regex($0) }
        } catch {
            notice("error: `--filter \(request.filter ?? "")` is no regular expression")
            return .usage
        }
        guard let scripts = scripts(at: request.paths) else { return .runFailure }
        var outcomes: [TestOutcome] = []
        var status = ExitStatus.success
        for path in scripts {
            let result = await test(path, request, filter, options: options, models: models, work: work)
            outcomes += result.outcomes
            status = Self.worse(status, result.status)
            if result.status == .interrupted { break }
        }
        if let path = request.junit {
            do {
                let text = JUnitSuite(name: "dermaudit test", cases: outcomes.map(\.testCase)).text
                try HostFile.save(text, to: path)
            } catch {
                notice("error: \(error)")
                status = Self.worse(status, .runFailure)
            }
        }
        notice(Self.summary(of: outcomes))
        if let wanted = request.filter, outcomes.isEmpty, status == .success {
            notice("error: no test has a title that `\(wanted)` matches")
            return .usage
        }
        return status
    }

    /// The tests of one script.
    private func test(
        _ path: String, _ request: TestRequest, _ filter: Regex<AnyRegexOutput>?, options: RunOptions,
        models: any ModelProvider, work: InterruptibleWork
    ) async -> (outcomes: [TestOutcome], status: ExitStatus) {
        guard let script = read(path) else { return ([], .runFailure) }
        guard let program = check(script, definitions: request.definitions) else {
            return ([], .scriptErrors)
        }
        var options = options
        options.folder = script.folder
        let recordPath = RecordedOutput.path(of: path)
        let recorded = RecordedOutput.read(recordPath)
        let run = TestRun(
            script: script, program: program, options: options, models: models, printer: printer,
            recorded: request.updates ? RecordedOutput() : recorded)
        var outcomes: [TestOutcome] = []
        var printed = RecordedOutput()
        for test in program.tests {
            if let filter, test.title.firstMatch(of: filter) == nil {
                if let text = recorded[test.title] { printed.append(test.title, text) }
                continue
            }
            guard let (outcome, output) = await run.outcome(of: test, work: work) else {
                return (outcomes, .interrupted)
            }
            outcomes.append(outcome)
            if !output.isEmpty { printed.append(test.title, output) }
            guard show(([outcome.text] + outcome.messages).joined(separator: "\n")) == nil else {
                return (outcomes, .runFailure)
            }
        }
        var status = outcomes.map(\.status).reduce(.success, Self.worse)
        if request.updates, !printed.sections.isEmpty || !recorded.sections.isEmpty {
            do {
                try HostFile.save(printed.text(of: path), to: recordPath)
            } catch {
                notice("error: \(error)")
                status = .runFailure
            }
        }
        return (outcomes, status)
    }

    private static func summary(of outcomes: [TestOutcome]) -> String {
        let passed = outcomes.count { $0.verdict == .passed }
        let others = outcomes.count - passed
        return "\(passed) \(passed == 1 ? "test" : "tests") passed, \(others) failed"
    }

    /// The exit code that matters more: an interruption, errors, a failure, then open questions.
    private static func worse(_ left: ExitStatus, _ right: ExitStatus) -> ExitStatus {
        let order: [ExitStatus] = [.interrupted, .runFailure, .scriptErrors, .gateFailed, .inconclusive]
        return order.first { $0 == left || $0 == right } ?? .success
    }
}

extension TestOutcome {
    /// The exit code that it alone would give.
    fileprivate var status: ExitStatus {
        switch verdict {
        case .passed: .success
        case .failed: .gateFailed
        case .inconclusive: .inconclusive
        case .broken: .runFailure
        }
    }
}

extension RecordedOutput {
    /// The record at a path; empty where there is none.
    fileprivate static func read(_ path: String) -> RecordedOutput {
        let bytes = try? HostFile.bytes(of: path, limit: 100_000_000)
        return bytes.map { RecordedOutput(String(decoding: $0, as: UTF8.self)) } ?? RecordedOutput()
    }
}

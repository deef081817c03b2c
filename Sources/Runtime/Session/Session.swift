import Diagnostics
import Generation
import Provenance
import Reporting
import Semantics

/// Executes checked programs, one after another, and keeps between them what is dear to make again.
package actor Session {
    let options: RunOptions
    let console: any RunConsole
    let catalogue: Catalogue
    let models: any ModelProvider
    private var generators: [ModelKey<GeneratorDescription>: any ImageGenerator] = [:]
    private var judges: [ModelKey<ClassifierDescription>: any ImageJudge] = [:]
    private var warnedOfStore = false

    /// The source and settings of the program that is being executed.
    var source = Source(name: "", text: "")
    /// Where the statement at hand is written: the program's source, or a module whose function was called.
    var place = Source(name: "", text: "")
    var settings = Settings()
    var edition = 0
    /// What the names of executed statements stand for.
    var audits: [String: AuditDescription] = [:]
    var cohorts: [String: CohortDescription] = [:]
    var datasets: [String: DatasetDescription] = [:]
    /// Reports by name, for `export`.
    var reports: [String: Report] = [:]
    /// The gates judged so far, for the reports that are exported after them.
    var gates: [GateRecord] = []
    /// Judgements by what determines them, so that a second statement about the same images costs nothing.
    var scores: [ScoreKey: [Judgement]] = [:]
    /// What the console was told of classifiers, each once.
    private var warned: Set<String> = []
    var tables: [String: DatasetTable] = [:]
    /// What classifiers made of the photographs of data sets, by the data set's name.
    var judgements: [String: PhotographJudgement] = [:]

    /// A session in which nothing has been executed.
    package init(
        options: RunOptions, models: any ModelProvider, console: any RunConsole,
        catalogue: Catalogue = .standard
    ) {
        self.options = options
        self.models = models
        self.console = console
        self.catalogue = catalogue
    }

    /// Executes the statements of `program` in order; the first failure, or a cancelled task, ends the run.
    package func run(_ program: CheckedProgram, source: Source) async -> RunOutcome {
        self.source = source
        settings = program.settings
        edition = program.edition
        var outcome = RunOutcome()
        for statement in program.statements {
            place = statement.source
            do {
                try await execute(statement, outcome: &outcome)
            } catch .cancelled {
                outcome.wasCancelled = true
            } catch {
                outcome.failure = error.diagnostic(at: statement.span)
                outcome.failureSource = statement.source
            }
            console.endProgress()
            if outcome.wasCancelled || outcome.failure != nil { break }
        }
        return outcome
    }

    private func execute(
        _ statement: CheckedStatement, outcome: inout RunOutcome
    ) async throws(RunError) {
        if Task.isCancelled { throw .cancelled }
        switch statement.action {
        case .setting, .constant, .generator, .classifier: break
        case .dataset(let dataset): datasets[dataset.name] = dataset
        case .schema: break
        case .cohort(let cohort): cohorts[cohort.name] = cohort
        case .sample(let cohort, let options): try await sample(cohort, options)
        case .audit(let audit): note(audit)
        case .report(let report): try await execute(report)
        case .compare(let comparison): try await execute(comparison)
        case .plot(let plot): try await execute(plot)
        case .export(let export): try await execute(export)
        case .print(let expressions): try await print(expressions)
        case .gate(let gate): try await judge(gate, outcome: &outcome)
        case .help(let text): try console.result(text)
        }
    }

    /// Remembers an audit; its predictions are made when something needs them.
    private func note(_ audit: AuditDescription) {
        audits[audit.name] = audit
        for subject in audit.subjects {
            switch subject {
            case .cohort(let cohort): cohorts[cohort.name] = cohort
            case .dataset(let dataset): datasets[dataset.name] = dataset
            }
        }
    }

    /// The generator, loaded when it is first needed.
    func generator(of description: GeneratorDescription) throws(RunError) -> any ImageGenerator {
        let key = ModelKey(description: description, engine: settings.engine)
        if let generator = generators[key] { return generator }
        let generator = try models.generator(of: description, settings: settings, folder: options.folder)
        generators[key] = generator
        return generator
    }

    /// The classifier, loaded when it is first needed.
    func judge(of classifier: ClassifierDescription) throws(RunError) -> any ImageJudge {
        let key = ModelKey(description: classifier, engine: settings.engine)
        if let judge = judges[key] { return judge }
        let judge: any ImageJudge
        if let counterfactual = classifier.counterfactual {
            let recorded = try self.judge(of: classifier.asRecorded(named: counterfactual.classifier))
            judge = recorded.varied(counterfactual, named: classifier.name)
        } else {
            judge = try models.judge(of: classifier, settings: settings, folder: options.folder)
        }
        judges[key] = judge
        return judge
    }

    /// The images of a cohort.
    func images(of cohort: CohortDescription) throws(RunError) -> ImageSource {
        ImageSource(generator: try generator(of: cohort.generator), seed: cohort.seed, store: options.store)
    }

    /// What reports say of a cohort's generator.
    func facts(of cohort: CohortDescription) throws(RunError) -> ModelFacts {
        try generator(of: cohort.generator).facts(name: cohort.generator.name)
    }

    /// The workers, as many as the command line or the script asks for.
    var pool: WorkerPool {
        WorkerPool(threads: options.threads ?? settings.threads)
    }

    /// A path of the script as a path of the host.
    func path(_ path: String) -> String {
        HostFile.path(path, from: options.folder)
    }

    /// Says once that images cannot be kept, when that is so.
    func warnOfStore(_ failure: ProvenanceError?) {
        guard let failure, !warnedOfStore else { return }
        warnedOfStore = true
        console.notice("warning: finished images are not kept: \(failure)")
    }

    /// Says once what seems wrong with a classifier.
    func warn(of findings: [ReportNote]) {
        for finding in findings where warned.insert(finding.text).inserted {
            console.notice("warning[\(finding.code.rawValue)]: \(finding.text)")
        }
    }

    /// What stands in the first lines of every output.
    func provenance(
        generators: [ModelFacts], classifiers: [ModelFacts], seed: UInt64?
    ) throws(RunError) -> ReportProvenance {
        ReportProvenance(
            tool: Tool.name, edition: edition, scriptHash: source.hash.description, seed: seed,
            engine: try models.engineName(settings), generators: generators, classifiers: classifiers,
            script: String(decoding: source.bytes, as: UTF8.self),
            scriptName: source.name.split(separator: "/").last.map(String.init))
    }
}

import Diagnostics
import Provenance
import Semantics

extension Session {
    /// A plan, and what is to be said about it: that it is over the budget, or why there is none.
    package struct Planning: Sendable {
        /// The plan; nil when a model that it needs cannot be looked at.
        package let value: Plan?
        /// Why the plan cannot be run, if it cannot.
        package let finding: Diagnostic?
        /// What its gates ask that its cohorts cannot answer.
        package var warnings: [Diagnostic] { value?.unresolved ?? [] }
    }

    /// What running a program would make and cost on this machine.
    package func plan(_ program: CheckedProgram, source: Source) async -> Planning {
        settings = program.settings
        do {
            let plan = Plan(program, name: source.name, cost: try await costs(of: program))
            return Planning(value: plan, finding: plan.overBudget() ?? plan.overMemory())
        } catch {
            return Planning(value: nil, finding: error.diagnostic(at: SourceSpan(0, 0)))
        }
    }

    /// The costs of everything that a program needs, measured on one image where that is quick.
    private func costs(of program: CheckedProgram) async throws(RunError) -> CostDescription {
        let demand = Demand(program)
        var generators: [GeneratorDescription: GeneratorCost] = [:]
        var kept: [CohortDescription: Int] = [:]
        var classifiers: [ClassifierDescription: ClassifierCost] = [:]
        for wanted in demand.images {
            let description = wanted.cohort.generator
            let (cost, isLoaded) = try cost(of: description, for: wanted.cohort)
            generators[description] = cost
            guard isLoaded else { continue }
            let images = try images(of: wanted.cohort)
            let looked = CohortImage.all(of: wanted.cohort).prefix(Self.mostLookedUp)
            kept[wanted.cohort] = looked.count { images.isKept($0) }
        }
        for classifier in demand.audits.flatMap(\.classifiers) {
            classifiers[classifier] = try cost(of: classifier)
        }
        var photographs: [DatasetDescription: Int] = [:]
        for case .dataset(let dataset) in program.statements.map(\.action) where dataset.images != nil {
            photographs[dataset] = try await self.photographs(of: dataset).files.count
        }
        return CostDescription(
            flopsPerSecond: try machineSpeed(), isMeasured: true,
            generator: { [generators] in generators[$0] ?? .nothing },
            classifier: { [classifiers] in classifiers[$0] ?? ClassifierCost(flops: 0) },
            cachedImages: { [kept] in kept[$0] ?? 0 },
            photographs: { [photographs] in photographs[$0] ?? 0 },
            smallestGap: { groups, size in SmallestGap.found(groups: groups, size: size) })
    }

    /// How many images a plan looks up in the store; of a larger cohort only the first ones count as kept.
    private static let mostLookedUp = 20_000
}

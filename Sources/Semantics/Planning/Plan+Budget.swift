import Diagnostics

extension Plan {
    /// The finding E0601 when the plan needs longer than it may, with the ways to fit worked out; nil when it fits.
    ///
    /// - Parameter budget: seconds; without it the script's `set budget`, and without that there is no limit.
    public func overBudget(_ budget: Double? = nil) -> Diagnostic? {
        guard let limit = budget ?? program.settings.budget, seconds > limit else { return nil }
        let statement = program.statements.last { statement in
            if case .setting("budget", _) = statement.action { true } else { false }
        }
        let span = budget == nil ? statement?.span : nil
        let ways = waysToFit(limit)
        let rate = flopsPerSecond * seconds / max(limit, 1e-9)
        let device = "on a device that sustains \(Quantity.operations(rate))/s"
        return Diagnostic(
            "E0601",
            "this plan needs about \(Quantity.duration(seconds)) and the budget is \(Quantity.duration(limit))",
            at: span ?? SourceSpan(0, 0), label: work,
            helps: ["fits " + (ways.map { "with \($0)" } + [device]).joined(separator: ", or ")])
    }

    /// The finding E0603 when the plan needs more memory than the script's `set memory`; nil when it fits.
    public func overMemory() -> Diagnostic? {
        guard let limit = program.settings.memory, peakBytes > limit else { return nil }
        let statement = program.statements.last { statement in
            if case .setting("memory", _) = statement.action { true } else { false }
        }
        return Diagnostic(
            "E0603",
            "this plan needs about \(Quantity.size(peakBytes)) of memory and may use \(Quantity.size(limit))",
            at: statement?.span ?? SourceSpan(0, 0),
            helps: ["`set threads 1` or `--threads 1` needs less, or raise the limit"])
    }

    /// `9 600 images x 445 passes at 148 GFLOP/s`
    private var work: String {
        samplings.map { sampling in
            "\(Words.count(sampling.images, "image")) x \(Words.grouped(sampling.cost.passesPerImage)) passes"
        }.joined(separator: " + ") + " at \(Quantity.operations(flopsPerSecond))/s"
    }

    /// Fewer images a cell, fewer steps, or both, so that the plan fits; for one cohort, else nothing is worked out.
    private func waysToFit(_ limit: Double) -> [String] {
        guard samplings.count == 1, let sampling = samplings.first,
            let count = sampling.cohort.cells.map(\.count).max(),
            count > 0, limit > 0
        else { return [] }
        let judging = judgings.reduce(0) { $0 + $1.seconds }
        let steps = sampling.cohort.generator.options.integer("steps")
        var ways: [String] = []
        let fewer = Int(Double(count) * limit / seconds)
        if fewer >= 1 {
            ways.append("`n \(fewer)` (\(Quantity.duration(seconds * Double(fewer) / Double(count))))")
        }
        if let steps, judging < limit {
            let less = Int(Double(steps) * (limit - judging) / max(sampling.seconds, 1e-9))
            if less >= 10, less < steps {
                let time = sampling.seconds * Double(less) / Double(steps) + judging
                ways.append("`steps \(less)` (\(Quantity.duration(time)))")
            } else if less < 10, fewer < 1 {
                ways += fewestImages(limit, steps, sampling.seconds / Double(count), judging / Double(count))
            }
        }
        return ways
    }

    /// One image a cell and fewer steps, or still fewer cells.
    private func fewestImages(_ limit: Double, _ steps: Int, _ sampling: Double, _ judging: Double)
        -> [String]
    {
        let less = Int(Double(steps) * (limit - judging) / max(sampling, 1e-9))
        guard less >= 1 else {
            let cells = samplings.first?.cohort.cells.count ?? 0
            let fewer = Int(Double(cells) * limit / max(sampling + judging, 1e-9))
            return fewer >= 1 ? ["`n 1` and \(Words.count(fewer, "cell")) of \(Words.grouped(cells))"] : []
        }
        let time = sampling * Double(min(less, steps)) / Double(steps) + judging
        return ["`n 1` and `steps \(min(less, steps))` (\(Quantity.duration(time)))"]
    }
}

import Diagnostics
import Syntax

extension Checker {
    /// Checks option `to`: a reference group must be one of a grouping's groups.
    mutating func checkReference(
        _ options: ResolvedOptions, _ groupings: [Grouping], _ judged: [Judged]
    ) throws(CheckFailure) {
        guard let reference = options["to"], let span = reference.span else { return }
        if groupings.allSatisfy({ $0.factors.isEmpty }) {
            throw fail(
                Diagnostic(
                    "E0504", "`to` compares groups, and none are named", at: span, helps: ["add `by sex`"]))
        }
        let names = reference.values.compactMap(\.asText)
        if names.first == "overall" {
            guard names.count > 1 else { return }
            throw fail(Diagnostic("E0414", "`to overall` takes no group", at: span))
        }
        guard names.count > 1 else {
            throw fail(
                Diagnostic(
                    "E0414", "`to group` takes the name of a group", at: span,
                    helps: ["for example `to group m`, or `to group \"m|30\"` of a crossing"]))
        }
        let groups = groupings.compactMap { groupNames($0, judged) }
        guard groups.count == groupings.count, !groups.contains(where: { $0.contains(names[1]) }) else {
            return
        }
        let known = groups.flatMap { $0 }.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let nearest = Suggestion.nearest(to: names[1], among: known)
        throw fail(
            Diagnostic(
                "E0517", "no group `\(names[1])` in this report", at: span,
                label: nearest.map { "did you mean `\($0)`?" } ?? "groups are \(Words.list(known))"))
    }

    /// Option `adjusting`: attributes within whose levels the tests of gaps exchange labels.
    mutating func strata(
        _ options: ResolvedOptions, _ groupings: [Grouping], _ judged: [Judged]
    ) throws(CheckFailure) -> Grouping {
        guard let option = options["adjusting"], let span = option.span else { return Grouping(factors: []) }
        if groupings.allSatisfy({ $0.factors.isEmpty }) {
            throw fail(
                Diagnostic(
                    "E0504", "`adjusting` compares groups, and none are named", at: span,
                    helps: ["add `by sex`"]))
        }
        var factors: [Grouping.Factor] = []
        for name in (option.values.first?.elements ?? []).compactMap(\.asText) {
            let attribute = try attribute(Name(text: name, span: span))
            let isUsed = groupings.contains { $0.factors.contains { $0.attribute == attribute.name } }
            if isUsed || factors.contains(where: { $0.attribute == attribute.name }) {
                let what = isUsed ? "grouped by and adjusted for" : "adjusted for twice"
                throw fail(Diagnostic("E0309", "`\(attribute.name)` is \(what)", at: span))
            }
            for subject in Self.unique(judged.map(\.subject)) where !varies(attribute.name, in: subject) {
                throw fail(cannotGroup(by: Name(text: name, span: span), subject))
            }
            factors.append(
                Grouping.Factor(attribute: attribute.name, binning: defaultBinning(of: attribute, judged)))
        }
        return Grouping(factors: factors)
    }

    /// The names of a grouping's groups; nil where the rows decide them.
    private func groupNames(_ grouping: Grouping, _ judged: [Judged]) -> [String]? {
        var names = [""]
        for factor in grouping.factors {
            guard factor.binning == nil, let levels = levels(of: factor.attribute, judged) else { return nil }
            names = names.flatMap { name in levels.map { name.isEmpty ? $0 : "\(name)|\($0)" } }
        }
        return names
    }

    private func levels(of name: String, _ judged: [Judged]) -> [String]? {
        var levels: [String] = []
        for one in judged {
            switch one.subject {
            case .cohort(let cohort): levels += cohort.axis(name)?.levels.map(\.text) ?? []
            case .dataset:
                switch catalogue.attribute(name)?.domain {
                case .words(let words): levels += words + ["unknown"]
                case .fitzpatrick: levels += (1...6).map(AttributeValue.numeral) + ["unknown"]
                default: return nil
                }
            }
        }
        return levels
    }
}

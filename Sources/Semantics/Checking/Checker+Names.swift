import Diagnostics
import Syntax

extension Checker {
    /// The finding that a name means nothing here, with the nearest that does; `place` says where, as in ` in audit `a``.
    func unknown(
        _ code: DiagnosticCode, _ noun: String, _ text: String, _ span: SourceSpan,
        among known: @autoclosure () -> [String], place: String = "", helps: [String] = []
    ) -> Diagnostic {
        // Among thousands of names the nearest is looked for only where somebody will read of it.
        let known = findings.isFull ? [] : known()
        let nearest = Suggestion.nearest(to: text, among: known)
        let label =
            nearest.map { "did you mean `\($0)`?" } ?? "known: \(known.isEmpty ? "none" : Words.list(known))"
        return Diagnostic(
            code, "no \(noun) `\(text.prefix(60))`\(place)", at: span, label: label, helps: helps,
            edits: nearest.map { [Edit(span, $0)] } ?? [])
    }

    /// Binds a name, unless it is bound already.
    mutating func bind(_ name: Name, to binding: CheckEnvironment.Binding) throws(CheckFailure) {
        if let earlier = environment.entries[name.text] {
            if earlier.depth < blockDepth {
                report(hides(name, earlier))
            } else if !environment.allowsRebinding || blockDepth > 0 {
                throw fail(
                    Diagnostic(
                        "E0307", "`\(name.text)` is the name of \(earlier.binding.phrase) already",
                        at: name.span, label: "names bind once",
                        secondary: earlier.span.map { [Label($0, "bound here")] } ?? []))
            }
        }
        let entry = CheckEnvironment.Entry(
            binding: binding, span: name.span, depth: blockDepth, documentation: documentation)
        environment.entries[name.text] = entry
        boundNames.append(name.text)
        notes.bind(name, to: entry)
        broken.remove(name.text)
    }

    /// The warning that a name of a block hides one outside.
    private func hides(_ name: Name, _ earlier: CheckEnvironment.Entry) -> Diagnostic {
        Diagnostic(
            "W1003", "`\(name.text)` hides the \(earlier.binding.noun) of this name outside the block",
            at: name.span, secondary: earlier.span.map { [Label($0, "bound here")] } ?? [])
    }

    /// The warning that a name bound in the script is meant where another meaning is near.
    func hides(_ name: Name, _ binding: CheckEnvironment.Binding, _ hidden: String) -> Diagnostic {
        Diagnostic(
            "W1003", "`\(name.text)` is the \(binding.noun) of this name, not the \(hidden)", at: name.span,
            label: "stands for \(binding.shown)",
            secondary: environment.entries[name.text]?.span.map { [Label($0, "bound here")] } ?? [])
    }

    /// Binds what results come from: to its name in the script, or to `_1`, `_2`... where it has none.
    ///
    /// - Parameter resultName: the name that `resultName(_:)` gave it.
    /// - Returns: the name that it is bound to.
    @discardableResult
    mutating func bind(
        _ name: Name?, resultName: String, to binding: CheckEnvironment.Binding, at span: SourceSpan
    ) throws(CheckFailure) -> String {
        if let name { try bind(name, to: binding) }
        let entry = CheckEnvironment.Entry(binding: binding, span: span, depth: blockDepth)
        if name == nil {
            environment.entries[resultName] = entry
            boundNames.append(resultName)
        }
        environment.made[resultName] = entry
        madeNames.append(resultName)
        return name?.text ?? resultName
    }

    /// The name by which results know what a statement makes: its own or, in a block, one for each pass; without one,
    /// the call that made it, or `_1`, `_2`...
    ///
    /// No two things of a run share one, since plans, sessions and reports know all of them by it.
    mutating func resultName(_ name: Name?) -> String {
        var passes = environment.passes
        let word: String
        if let name {
            word = (environment.space.map { $0 + "." } ?? "") + name.text
        } else if let call = environment.call, let place = passes.lastIndex(of: call) {
            word = passes.remove(at: place)
        } else {
            return nextResultName()
        }
        if passes.isEmpty, name != nil { return word }
        let plain = passes.isEmpty ? word : "\(word) (\(passes.joined(separator: ", ")))"
        var (unique, count) = (plain, 1)
        while environment.made[unique] != nil {
            count += 1
            unique = "\(plain) #\(count)"
        }
        return unique
    }

    /// Whether a word of the script means what results know by `resultName`.
    func means(_ word: String, _ resultName: String) -> Bool {
        if word == resultName { return true }
        switch environment.binding(of: word) {
        case .cohort(let cohort)?: return cohort.name == resultName
        case .dataset(let dataset)?: return dataset.name == resultName
        case .classifier(let classifier)?: return classifier.name == resultName
        default: return resultName.hasPrefix("\(word) (") || resultName.hasSuffix(".\(word)")
        }
    }

    /// The name of a result that the script does not name: `_1`, `_2`...
    mutating func nextResultName() -> String {
        environment.resultCount += 1
        return resultAnchor?.name(environment.resultCount) ?? "_\(environment.resultCount)"
    }

    /// The names bound to things of one kind, sorted; the numbers of results only in a REPL, which tells them.
    func names(of noun: String) -> [String] {
        environment.entries.filter { name, entry in
            entry.binding.noun == noun && (environment.allowsRebinding || !Self.isNumber(name))
        }.keys.sorted()
    }

    /// Whether a name is that of a result without one: `_3`.
    private static func isNumber(_ name: String) -> Bool {
        guard name.utf8.first == UInt8(ascii: "_"), let next = name.utf8.dropFirst().first else {
            return false
        }
        return next == 1 || (48...57).contains(next)
    }

    /// What a path's first names stand for, `it` included; the names behind them are left.
    mutating func lookUp(_ path: NamePath) -> (binding: CheckEnvironment.Binding, rest: ArraySlice<Name>)? {
        noteUse(of: path)
        if path.isSingle { return environment.binding(of: path.first.text).map { ($0, []) } }
        if path.first.text == "it", let part = path.rest.first {
            let name = environment.implicitName(part.text)
            guard let binding = name.flatMap({ environment.binding(of: $0) }) else { return nil }
            return (binding, path.rest.dropFirst())
        }
        let names = path.names
        for count in (1...names.count).reversed() {
            let name = names.prefix(count).map(\.text).joined(separator: ".")
            if let binding = environment.binding(of: name) { return (binding, names.dropFirst(count)) }
        }
        return nil
    }

    /// Whether a path names something that was wrong where it was written.
    func isBroken(_ path: NamePath) -> Bool {
        if path.first.text == "it", let part = path.rest.first { return broken.contains("it.\(part.text)") }
        return broken.contains(path.first.text) || broken.contains("use") && mayBeTakenOver(path)
    }

    /// Whether only a file or module could bind a name: one that could not be used may have bound it.
    private func mayBeTakenOver(_ path: NamePath) -> Bool {
        let first = path.first.text
        return environment.binding(of: first) == nil && environment.binding(of: path.text) == nil
            && !environment.entries.keys.contains { $0.hasPrefix(first + ".") }
            && catalogue.metric(first) == nil && catalogue.attribute(first) == nil
            && catalogue.classifier(first) == nil && catalogue.generator(first) == nil
            && !catalogue.datasets.contains { $0.name == first }
            && !catalogue.networks.contains { $0.name == first } && first != "schema"
    }

    /// The cohort that a path names.
    mutating func cohort(_ path: NamePath) throws(CheckFailure) -> CohortDescription {
        if isBroken(path) { throw failSilently() }
        guard let (binding, rest) = lookUp(path) else { throw fail(noSubject("cohort", path)) }
        guard case .cohort(let cohort) = binding, rest.isEmpty else {
            throw fail(wrongKind(path, binding, expected: "a cohort"))
        }
        return cohort
    }

    /// The cohort of a statement that names none: the last one.
    mutating func implicitCohort(at span: SourceSpan) throws(CheckFailure) -> CohortDescription {
        if broken.contains("it.cohort") { throw failSilently() }
        guard let name = environment.lastCohort, case .cohort(let cohort)? = environment.binding(of: name)
        else {
            throw fail(
                Diagnostic(
                    "E0313", "there is no cohort yet", at: span, label: "of which people?",
                    helps: ["write before it `cohort sex in [m, f] age 10..80 fst I..VI n 2`"]))
        }
        return cohort
    }

    /// The finding that a subject's name means nothing.
    func noSubject(_ noun: String, _ path: NamePath) -> Diagnostic {
        if path.first.text == "it" {
            let kind = path.rest.first?.text ?? ""
            guard ["cohort", "audit", "report"].contains(kind) else {
                return unknown(
                    "E0312", "result", path.text, path.span, among: ["it.cohort", "it.audit", "it.report"])
            }
            return Diagnostic(
                "E0313", "there is no \(kind) yet", at: path.span, label: "nothing before it makes one")
        }
        return unknown("E0312", noun, path.text, path.span, among: names(of: noun))
    }

    /// The finding that a name stands for something else than is wanted.
    func wrongKind(_ path: NamePath, _ binding: CheckEnvironment.Binding, expected: String) -> Diagnostic {
        Diagnostic(
            "E0317", "`\(path.text)` is not \(expected)", at: path.span, label: "a name of \(binding.phrase)")
    }
}

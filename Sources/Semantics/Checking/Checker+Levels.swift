import Diagnostics
import Syntax

extension Checker {
    /// The most values an axis may have.
    private static let mostLevels = 10_000

    /// The values that a domain of the script gives an attribute: sorted as the attribute's domain, each once, `unknown` last.
    mutating func levels(
        _ domain: Expression, of attribute: AttributeDefinition
    ) throws(CheckFailure) -> [AttributeValue] {
        let items: [Expression] = if case .set(let items) = domain.kind { items } else { [domain] }
        if items.isEmpty {
            throw fail(
                Diagnostic(
                    "E0402", "this set is empty", at: domain.span,
                    label: "`\(attribute.name)` would have no value"))
        }
        var levels: [AttributeValue] = []
        for item in items {
            for value in try values(item, of: attribute) {
                if levels.contains(value) { warnTwice(value, item) } else { levels.append(value) }
                if levels.count > Self.mostLevels { throw fail(tooMany(attribute, domain.span)) }
            }
        }
        return Self.sorted(levels, attribute)
    }

    private func tooMany(_ attribute: AttributeDefinition, _ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "E0403", "`\(attribute.name)` gets more than \(Words.grouped(Self.mostLevels)) values", at: span,
            label: "a larger step gives fewer")
    }

    private mutating func warnTwice(_ value: AttributeValue, _ item: Expression) {
        report(
            Diagnostic(
                "W1004", "`\(value.text)` is listed twice", at: item.span, label: "counted once"))
    }

    static func sorted(_ levels: [AttributeValue], _ attribute: AttributeDefinition)
        -> [AttributeValue]
    {
        let words: [String] = if case .words(let words) = attribute.domain { words } else { [] }
        func rank(_ value: AttributeValue) -> Double {
            switch value {
            case .name(let name): Double(words.firstIndex(of: name) ?? words.count)
            case .number(let number): number
            case .fitzpatrick(let type): Double(type)
            case .unknown: .infinity
            }
        }
        return levels.sorted { rank($0) < rank($1) }
    }

    /// The values of an item of a domain.
    private mutating func values(
        _ item: Expression, of attribute: AttributeDefinition
    ) throws(CheckFailure) -> [AttributeValue] {
        switch item.kind {
        case .range(let lower, let upper, let halfOpen, let step):
            return try range(lower, upper, halfOpen: halfOpen, step: step, item.span, of: attribute)
        case .path(let path):
            // Types are written in capitals, which are no names: `i` is one.
            if attribute.domain != .fitzpatrick, let value = attribute.value(of: path.text) { return [value] }
            guard case .constant(let value)? = environment.binding(of: path.text) else {
                if isBroken(path) { throw failSilently() }
                throw fail(noValue(path.text, item.span, of: attribute))
            }
            noteUse(of: path)
            return try values(value, item.span, of: attribute)
        default: return try values(try constant(item), item.span, of: attribute)
        }
    }

    /// The values that a constant gives an attribute.
    private mutating func values(
        _ value: Value, _ span: SourceSpan, of attribute: AttributeDefinition
    ) throws(CheckFailure) -> [AttributeValue] {
        switch value {
        case .set(let values):
            var all: [AttributeValue] = []
            for value in values { all += try self.values(value, span, of: attribute) }
            return all
        case .range(let lower, let upper, let halfOpen, let step):
            return try range(
                try single(lower, span, of: attribute), try single(upper, span, of: attribute),
                halfOpen: halfOpen,
                step: step, span, of: attribute)
        default: return [try single(value, span, of: attribute)]
        }
    }

    /// The value that one constant gives an attribute.
    private mutating func single(
        _ value: Value, _ span: SourceSpan, of attribute: AttributeDefinition
    ) throws(CheckFailure) -> AttributeValue {
        switch (value, attribute.domain) {
        case (.unknown, _): return .unknown
        case (.fitzpatrick(let type), .fitzpatrick): return .fitzpatrick(type)
        case (.string(let text), .words), (.word(let text), .words):
            if let known = attribute.value(of: text) { return known }
        case (.integer(let years), .years(let range, _)):
            if range.contains(years) { return .number(Double(years)) }
            throw fail(outside(span, of: attribute))
        case (.integer, .number(let range, _)), (.number, .number(let range, _)):
            if let number = value.asDouble, range.contains(number) { return .number(number) }
            throw fail(outside(span, of: attribute))
        default: break
        }
        throw fail(noValue(source.text(of: span), span, of: attribute))
    }

    /// The finding that a word is not a value of an attribute.
    private func noValue(_ text: String, _ span: SourceSpan, of attribute: AttributeDefinition) -> Diagnostic
    {
        switch attribute.domain {
        case .fitzpatrick:
            let edit = attribute.value(of: text)?.text
            return Diagnostic(
                "E0401", "`\(text.prefix(40))` is not a Fitzpatrick type", at: span,
                label: "types run from I to VI",
                helps: ["for the paper's seventh pattern write `fst [I..VI, unknown]`"],
                edits: edit.map { [Edit(span, $0, .safe)] } ?? [])
        case .words(let words):
            let nearest = Suggestion.nearest(to: text, among: words + attribute.valueSynonyms.keys.sorted())
            return Diagnostic(
                "E0404", "`\(text.prefix(40))` is not a value of `\(attribute.name)`", at: span,
                label: nearest.map { "did you mean `\($0)`?" }
                    ?? "values are \(Words.list(words + ["unknown"]))",
                edits: nearest.map { [Edit(span, $0)] } ?? [])
        case .years:
            return Diagnostic(
                "E0404", "`\(text.prefix(40))` is not a value of `\(attribute.name)`", at: span,
                label: "expected whole years: a range such as `10..80` or a set such as `[30, 60]`")
        case .number(_, let unit):
            return Diagnostic(
                "E0404", "`\(text.prefix(40))` is not a value of `\(attribute.name)`", at: span,
                label: "expected a number, in \(unit)")
        }
    }

    private func outside(_ span: SourceSpan, of attribute: AttributeDefinition) -> Diagnostic {
        let limits =
            switch attribute.domain {
            case .years(let range, _): "\(range.lowerBound) to \(range.upperBound) years"
            case .number(let range, let unit):
                "\(Value.canonical(range.lowerBound)) to \(Value.canonical(range.upperBound)) \(unit)"
            default: "its values"
            }
        return Diagnostic(
            "E0405", "`\(source.text(of: span).prefix(40))` is outside the domain of `\(attribute.name)`",
            at: span,
            label: "runs from \(limits)")
    }

    // MARK: Ranges

    private mutating func range(
        _ lower: Expression, _ upper: Expression, halfOpen: Bool, step: Expression?, _ span: SourceSpan,
        of attribute: AttributeDefinition
    ) throws(CheckFailure) -> [AttributeValue] {
        if case .words(let words) = attribute.domain {
            throw fail(
                Diagnostic(
                    "E0404", "`\(attribute.name)` has no order, so no ranges", at: span,
                    label: "values are \(Words.list(words))",
                    helps: ["write `[\(words.joined(separator: ", "))]`"]))
        }
        let low = attempt { checker throws(CheckFailure) in try checker.bound(lower, of: attribute) }
        let high = attempt { checker throws(CheckFailure) in try checker.bound(upper, of: attribute) }
        guard let first = low, let last = high else { throw failSilently() }
        let width = try step.map { expression throws(CheckFailure) in try constant(expression).asDouble ?? 0 }
        return try range(first, last, halfOpen: halfOpen, step: width, span, of: attribute)
    }

    private mutating func bound(
        _ expression: Expression, of attribute: AttributeDefinition
    ) throws(CheckFailure) -> AttributeValue {
        let found = try values(expression, of: attribute)
        guard found.count == 1, found[0] != .unknown else {
            throw fail(noValue(source.text(of: expression.span), expression.span, of: attribute))
        }
        return found[0]
    }

    private mutating func range(
        _ first: AttributeValue, _ last: AttributeValue, halfOpen: Bool, step: Double?, _ span: SourceSpan,
        of attribute: AttributeDefinition
    ) throws(CheckFailure) -> [AttributeValue] {
        guard let low = Self.number(first), let high = Self.number(last) else {
            throw fail(noValue(source.text(of: span), span, of: attribute))
        }
        if low > high || (halfOpen && low == high) { throw fail(empty(first, last, low > high, span)) }
        let width = if let step { step } else { try defaultStep(of: attribute, span) }
        let isWhole = if case .number = attribute.domain { false } else { true }
        guard width > 0, !isWhole || width == width.rounded() else {
            throw fail(
                Diagnostic(
                    "E0403", "a step of `\(attribute.name)` is a positive \(isWhole ? "whole " : "")number",
                    at: span))
        }
        guard (high - low) / width <= Double(Self.mostLevels) else { throw fail(tooMany(attribute, span)) }
        let count = Int(((high - low) / width + 1e-9).rounded(.down))
        let numbers = (0...count).map { low + Double($0) * width }.filter { !halfOpen || $0 < high }
        return numbers.map { attribute.domain == .fitzpatrick ? .fitzpatrick(Int($0)) : .number($0) }
    }

    private static func number(_ value: AttributeValue) -> Double? {
        switch value {
        case .number(let number): number
        case .fitzpatrick(let type): Double(type)
        default: nil
        }
    }

    private func empty(
        _ first: AttributeValue, _ last: AttributeValue, _ runsDown: Bool, _ span: SourceSpan
    ) -> Diagnostic {
        guard runsDown else {
            return Diagnostic(
                "E0402", "this range is empty: `..<` leaves out \(last.text)", at: span,
                label: "write `..` to keep it")
        }
        let turned = "\(last.text)..\(first.text)"
        return Diagnostic(
            "E0402", "this range is empty: \(first.text) is above \(last.text)", at: span,
            label: "help: write `\(turned)` [safe edit]", edits: [Edit(span, turned, .safe)])
    }

    private mutating func defaultStep(
        of attribute: AttributeDefinition, _ span: SourceSpan
    ) throws(CheckFailure) -> Double {
        switch attribute.domain {
        case .years(_, let step): return Double(step)
        case .fitzpatrick: return 1
        default:
            throw fail(
                Diagnostic(
                    "E0403", "a range of `\(attribute.name)` needs a step", at: span,
                    label: "for example `\(source.text(of: span)) step 2`"))
        }
    }
}

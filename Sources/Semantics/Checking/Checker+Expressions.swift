import Diagnostics
import Syntax

extension Checker {
    /// Resolves an expression; parts that are known before the run are worked out.
    mutating func check(_ expression: Expression) throws(CheckFailure) -> CheckedExpression {
        let span = expression.span
        switch expression.kind {
        case .string(let literal): return constant(.string(try text(of: literal)), span)
        case .path(let path): return try check(path)
        case .range(let lower, let upper, let halfOpen, let step):
            return try checkRange(lower, upper, halfOpen, step, span)
        case .set(let items): return constant(.set(try elements(items)), span)
        case .record(let entries): return try checkRecord(entries, span)
        case .query(let query): return try check(query, span)
        case .parenthesized(let inner): return try check(inner)
        case .call(let callee, let arguments): return try checkCall(callee, arguments, span)
        case .member(let base, let name):
            return constant(try member(of: try constant(base), name), span)
        case .element(let base, let place): return constant(try element(of: base, at: place), span)
        case .prefix(let operation, let operand): return try checkPrefix(operation, operand, span)
        case .infix(let left, let operation, let right): return try checkInfix(left, operation, right, span)
        case .integer, .number, .percent, .duration, .size, .fitzpatrick, .bool, .unknown:
            guard let value = Value(literal: expression) else { throw failSilently() }
            return constant(value, span)
        }
    }

    /// A node for a value known before the run.
    func constant(_ value: Value, _ span: SourceSpan) -> CheckedExpression {
        let kind: CheckedExpression.Kind =
            switch value {
            case .integer, .number, .percent: .number
            case .bool: .bool
            case .string: .string
            case .duration, .size: .quantity
            default: .other
            }
        return CheckedExpression(node: .constant(value), kind: kind, span: span)
    }

    private mutating func check(_ path: NamePath) throws(CheckFailure) -> CheckedExpression {
        if isBroken(path) { throw failSilently() }
        if let (binding, rest) = lookUp(path), case .constant(var value) = binding {
            noteUse(of: path)
            for name in rest { value = try member(of: value, name) }
            return constant(value, path.span)
        }
        if let found = lookUp(path) { throw fail(noValue(path, found.binding)) }
        if catalogue.metric(path.text) != nil {
            let call = MetricCall(path: path, arguments: nil, span: path.span)
            return try check(Query(metric: call, group: nil, subject: nil), path.span)
        }
        throw fail(noValue(path))
    }

    /// The finding that a name means nothing that has a value.
    private func noValue(_ path: NamePath) -> Diagnostic {
        let metrics = catalogue.metrics.flatMap { [$0.name] + $0.aliases }
        let constants = findings.isFull ? [] : names(of: "constant")
        guard !findings.isFull, Suggestion.nearest(to: path.text, among: constants + metrics) == nil else {
            return unknown("E0301", "value", path.text, path.span, among: constants + metrics)
        }
        return Diagnostic(
            "E0301", "no value `\(path.text.prefix(60))`", at: path.span,
            label: insteadOfValue(path.text, constants),
            helps: path.isFileName ? ["a file is named in quotes: `\"\(path.text)\"`"] : [])
    }

    /// What a name is instead of a value, or what values there are.
    private func insteadOfValue(_ name: String, _ constants: [String]) -> String {
        if classifier(named: name) != nil { return "a classifier, not a value" }
        if catalogue.generator(name) != nil { return "a generator, not a value" }
        if catalogue.attribute(name) != nil { return "an attribute, not a value" }
        if constants.isEmpty { return "neither a name bound before it nor a metric" }
        let shown = constants.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
        return "known: \(shown)\(constants.count > 12 ? " ..." : "") and the metrics"
    }

    /// The field of a record.
    private mutating func member(of value: Value, _ name: Name) throws(CheckFailure) -> Value {
        guard case .record(let fields) = value else {
            throw fail(
                Diagnostic("E0413", "\(value.typePhrase) has no part `\(name.text)`", at: name.span))
        }
        if let field = fields.last(where: { $0.name == name.text }) { return field.value }
        throw fail(unknown("E0427", "field", name.text, name.span, among: fields.map(\.name)))
    }

    /// The item of a set at a place from 0, or the field of a record by its name in quotes.
    private mutating func element(of base: Expression, at place: Expression) throws(CheckFailure) -> Value {
        let value = try constant(base)
        let key = try constant(place)
        if case .record = value, case .string(let name) = key {
            return try member(of: value, Name(text: name, span: place.span))
        }
        guard case .set(let items) = value, let index = key.asInteger else {
            throw fail(
                Diagnostic(
                    "E0413", "\(value.typePhrase) has no item at \(key.typePhrase)", at: place.span))
        }
        guard items.indices.contains(index) else {
            throw fail(
                Diagnostic(
                    "E0427", "this set has no item \(index)", at: place.span,
                    label: items.isEmpty ? "it is empty" : "places run from 0 to \(items.count - 1)"))
        }
        return items[index]
    }

    func noValue(_ path: NamePath, _ binding: CheckEnvironment.Binding) -> Diagnostic {
        let isAudit = if case .audit = binding { true } else { false }
        return Diagnostic(
            "E0413", "`\(path.text)` is \(binding.phrase), not a value", at: path.span,
            helps: isAudit ? ["ask for a metric of it: `accuracy of \(path.text)`"] : [])
    }

    private mutating func checkRange(
        _ lower: Expression, _ upper: Expression, _ halfOpen: Bool, _ step: Expression?, _ span: SourceSpan
    ) throws(CheckFailure) -> CheckedExpression {
        let low = try constant(lower)
        let high = try constant(upper)
        let width = try step.map { expression throws(CheckFailure) in try constant(expression).asDouble ?? 0 }
        if let first = low.asDouble ?? low.skinType, let last = high.asDouble ?? high.skinType, first > last {
            throw fail(
                Diagnostic(
                    "E0402", "this range is empty: \(low.shown) is above \(high.shown)", at: span,
                    label: "a range runs upward"))
        }
        return constant(.range(lower: low, upper: high, halfOpen: halfOpen, step: width), span)
    }

    mutating func elements(_ items: [Expression]) throws(CheckFailure) -> [Value] {
        var values: [Value] = []
        for item in items {
            if case .path(let path) = item.kind, path.isSingle,
                environment.binding(of: path.text) == nil,
                !broken.contains(path.text), catalogue.metric(path.text) == nil
            {
                values.append(.word(path.text))
            } else {
                values.append(try constant(item))
            }
        }
        return values
    }

    private mutating func checkRecord(
        _ entries: [RecordEntry], _ span: SourceSpan
    ) throws(CheckFailure) -> CheckedExpression {
        var fields: [Value.Field] = []
        for (place, entry) in entries.enumerated() {
            if let earlier = entries[..<place].first(where: { $0.name.text == entry.name.text }) {
                throw fail(
                    Diagnostic(
                        "E0309", "`\(entry.name.text)` is named twice", at: entry.name.span,
                        secondary: [Label(earlier.name.span, "here first")]))
            }
            fields.append(Value.Field(name: entry.name.text, value: try constant(entry.value)))
        }
        return constant(.record(fields), span)
    }

    private mutating func checkPrefix(
        _ operation: PrefixOperator, _ operand: Expression, _ span: SourceSpan
    ) throws(CheckFailure) -> CheckedExpression {
        let checked = try check(operand)
        try require(operation == .not ? .bool : .number, checked)
        guard case .constant(let value) = checked.node else {
            let node: CheckedExpression.Node = operation == .not ? .not(checked) : .negate(checked)
            return CheckedExpression(node: node, kind: checked.kind, span: span)
        }
        if case .bool(let truth) = value { return constant(.bool(!truth), span) }
        return constant(value.negated ?? value, span)
    }

    /// Checks that an operand has values of a kind.
    mutating func require(_ kind: CheckedExpression.Kind, _ operand: CheckedExpression) throws(CheckFailure) {
        guard operand.kind != kind else { return }
        throw fail(
            Diagnostic(
                "E0413", "expected \(kind == .bool ? "a condition" : "a number") here", at: operand.span,
                label: "is \(Self.phrase(operand))"))
    }

    /// What an expression is, in words: a constant that is neither number nor text by its type.
    static func phrase(_ expression: CheckedExpression) -> String {
        guard expression.kind == .other, case .constant(let value) = expression.node else {
            return phrase(expression.kind)
        }
        return value.typePhrase
    }

    /// A kind of values, in words.
    static func phrase(_ kind: CheckedExpression.Kind) -> String {
        switch kind {
        case .number: "a number"
        case .bool: "a condition"
        case .string: "text"
        case .quantity: "a time or size"
        case .other: "neither number nor text"
        }
    }

    // MARK: Operators

    private mutating func checkInfix(
        _ left: Expression, _ operation: InfixOperator, _ right: Expression, _ span: SourceSpan
    ) throws(CheckFailure) -> CheckedExpression {
        if operation == .isIn { return try checkMember(left, right, span) }
        let first = attempt { checker throws(CheckFailure) in try checker.check(left) }
        let second = attempt { checker throws(CheckFailure) in try checker.check(right) }
        guard let first, let second else { throw failSilently() }
        switch operation {
        case .and, .or:
            try require(.bool, first)
            try require(.bool, second)
            let node: CheckedExpression.Node = operation == .and ? .and(first, second) : .or(first, second)
            return ConstantFolding.fold(CheckedExpression(node: node, kind: .bool, span: span))
        case .plus, .minus, .times, .divide: return try arithmetic(first, operation, second, span)
        default: return try comparison(first, operation, second, span)
        }
    }

    private mutating func arithmetic(
        _ left: CheckedExpression, _ operation: InfixOperator, _ right: CheckedExpression, _ span: SourceSpan
    ) throws(CheckFailure) -> CheckedExpression {
        try require(.number, left)
        try require(.number, right)
        guard let arithmetic = CheckedExpression.Arithmetic(rawValue: operation.rawValue) else {
            throw failSilently()
        }
        guard case .constant(let first) = left.node, case .constant(let second) = right.node else {
            return CheckedExpression(node: .arithmetic(arithmetic, left, right), kind: .number, span: span)
        }
        guard let value = ConstantFolding.value(arithmetic, first, second) else {
            throw fail(
                Diagnostic(
                    "E0412", "\(first.shown) \(operation.rawValue) \(second.shown) has no value", at: span,
                    label: arithmetic == .divide ? "division by zero" : "beyond the largest number"))
        }
        return constant(value, span)
    }

    private mutating func comparison(
        _ left: CheckedExpression, _ operation: InfixOperator, _ right: CheckedExpression, _ span: SourceSpan
    ) throws(CheckFailure) -> CheckedExpression {
        guard let comparison = CheckedExpression.Comparison(rawValue: operation.rawValue) else {
            throw failSilently()
        }
        guard left.kind == right.kind else {
            throw fail(
                Diagnostic(
                    "E0413", "\(Self.phrase(left)) cannot be compared with \(Self.phrase(right))",
                    at: span))
        }
        let isOrder = comparison != .equal && comparison != .notEqual
        let areTypes = left.isSkinType && right.isSkinType
        guard !isOrder || left.kind == .number || left.kind == .quantity || areTypes else {
            throw fail(
                Diagnostic("E0413", "only numbers, times, sizes and skin types have an order", at: span))
        }
        try checkShares(left, right)
        try checkShares(right, left)
        return ConstantFolding.fold(
            CheckedExpression(node: .comparison(comparison, left, right), kind: .bool, span: span))
    }

    /// A share is never above 1: `dp by age of a <= 10` was meant as `10%`.
    private mutating func checkShares(
        _ share: CheckedExpression, _ other: CheckedExpression
    ) throws(CheckFailure) {
        guard isShare(share), case .constant(let value) = other.node, let number = value.asDouble, number > 1
        else {
            return
        }
        if case .percent = value { return }
        let text = source.text(of: other.span)
        throw fail(
            Diagnostic(
                "E0407", "this compares a share, which is at most 1, with \(value.shown)", at: other.span,
                label: number <= 100 ? "did you mean `\(text)%`?" : "more than 100 %",
                edits: number <= 100 ? [Edit(other.span, "\(text)%")] : []))
    }

    /// Metrics that may pass 1, alone or as a difference.
    private static let unbounded = [
        "log_loss", "brier", "mcc", "generalized_entropy", "theil", "mean_log_deviation",
        "differential_fairness",
    ]

    private func isShare(_ expression: CheckedExpression) -> Bool {
        switch expression.node {
        case .constant(.percent): true
        case .query(let query): !Self.unbounded.contains(query.metric.metric)
        default: false
        }
    }

    private mutating func checkMember(
        _ left: Expression, _ right: Expression, _ span: SourceSpan
    ) throws(CheckFailure) -> CheckedExpression {
        let member = try check(left)
        let values: [Value]
        switch try constant(right) {
        case .set(let items): values = items
        case let range where range.isRange: values = [range]
        default:
            throw fail(
                Diagnostic(
                    "E0413", "expected a set such as `[a, b]`, or a range, behind `in`", at: right.span))
        }
        return ConstantFolding.fold(
            CheckedExpression(node: .member(member, of: values), kind: .bool, span: span))
    }
}

extension CheckedExpression {
    /// Whether it is a Fitzpatrick skin type.
    fileprivate var isSkinType: Bool {
        if case .constant(.fitzpatrick) = node { true } else { false }
    }
}

extension NamePath {
    /// Whether it looks like the name of a file without its quotes.
    fileprivate var isFileName: Bool {
        first.text != "it"
            && ["csv", "json", "png", "pth", "onnx", "h5", "keras", "safetensors", "audit"].contains(
                rest.last?.text ?? "")
    }
}

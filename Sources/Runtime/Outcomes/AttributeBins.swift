import Semantics
import Statistics

/// The groups that an attribute's values fall into, in order.
struct AttributeBins {
    /// The names of the groups, also of those that no row is in.
    let names: [String]
    private let assign: (AttributeValue) -> String?

    /// - Parameter binning: how numbers are gathered; nil for the attribute's own way.
    init(
        _ attribute: OutcomeAttribute, binning: Semantics.Grouping.Binning?
    ) throws(StatisticsError) {
        let levels = attribute.levels
        let seen = levels.isEmpty ? attribute.seen : levels
        switch binning ?? attribute.naturalWidth.map({ .width($0) }) {
        case .width(let width):
            let edges = try Self.edges(width: width, covering: seen, of: attribute.name)
            self.init(edges: edges, closesLast: false, unknown: seen)
        case .edges(let edges):
            self.init(edges: edges, closesLast: true, unknown: seen)
        case nil:
            let values = attribute.levels.isEmpty ? Self.sorted(seen) : levels
            let known = Set(values)
            self.init(names: values.map(\.text)) { known.contains($0) ? $0.text : nil }
        }
    }

    /// The group of `value`; nil outside all groups.
    func name(of value: AttributeValue) -> String? {
        assign(value)
    }

    private init(names: [String], assign: @escaping (AttributeValue) -> String?) {
        self.names = names
        self.assign = assign
    }

    private init(edges: [Double], closesLast: Bool, unknown seen: [AttributeValue]) {
        let intervals = zip(edges, edges.dropFirst()).map { (lower: $0, upper: $1) }
        let isWhole = edges.allSatisfy { $0 == $0.rounded() }
        let texts = intervals.enumerated().map { index, interval in
            let isClosed = closesLast && index == intervals.count - 1
            return Self.text(interval.lower, interval.upper, isWhole: isWhole, isClosed: isClosed)
        }
        let keepsUnknown = seen.contains(.unknown)
        self.init(names: texts + (keepsUnknown ? [AttributeValue.unknown.text] : [])) { value in
            guard case .number(let number) = value else {
                return keepsUnknown && value == .unknown ? value.text : nil
            }
            if closesLast && number == edges.last { return texts.last }
            return intervals.firstIndex { $0.lower <= number && number < $0.upper }.map { texts[$0] }
        }
    }

    /// The multiples of `width` around all numbers of `seen`; more bins than a table may have groups are refused.
    private static func edges(
        width: Double, covering seen: [AttributeValue], of name: String
    ) throws(StatisticsError) -> [Double] {
        let numbers = seen.compactMap { if case .number(let number) = $0 { number } else { nil } }
        guard let least = numbers.min(), let most = numbers.max(), width > 0 else { return [] }
        let first = (least / width).rounded(.down)
        let last = (most / width).rounded(.down)
        let limit = Statistics.Grouping.maximumGroups
        guard last - first < Double(limit) else {
            throw .tooManyGroups(
                grouping: "\(name) bin \(AttributeValue.number(width).text)",
                groups: Int(exactly: last - first + 1) ?? .max, limit: limit)
        }
        return (0...Int(last - first) + 1).map { (first + Double($0)) * width }
    }

    /// `30-39` for whole years, `0.5..<1` for other numbers.
    private static func text(_ lower: Double, _ upper: Double, isWhole: Bool, isClosed: Bool) -> String {
        let texts = (AttributeValue.number(lower).text, AttributeValue.number(upper).text)
        if isWhole { return "\(texts.0)-\(isClosed ? texts.1 : AttributeValue.number(upper - 1).text)" }
        return isClosed ? "\(texts.0)..\(texts.1)" : "\(texts.0)..<\(texts.1)"
    }

    private static func sorted(_ values: [AttributeValue]) -> [AttributeValue] {
        Set(values).sorted { left, right in
            if case .number(let first) = left, case .number(let second) = right { return first < second }
            return left.text < right.text
        }
    }
}

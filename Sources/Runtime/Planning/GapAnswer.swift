import Semantics
import Statistics

/// The images that each group needs, by several tests (spec/metrics.md, section 7).
package struct GapAnswer: Sendable, Hashable {
    /// One way to test, and what it needs.
    package struct Row: Sendable, Hashable {
        /// The test, in words.
        package let test: String
        /// Images a group; nil where more than ten million would be needed.
        package let images: Int?
    }

    private let question: GapQuestion
    /// The ways to test.
    package let rows: [Row]

    /// Works out the answer.
    package init(_ question: GapQuestion) {
        self.question = question
        let (low, high) = (question.low, question.low + question.gap)
        let alpha = 1 - question.level
        func pair(_ comparisons: Int) -> Int {
            let size = SampleSize(low, high, alpha: alpha / Double(comparisons), power: question.power)
            return Int(size.pooled.rounded(.up))
        }
        var rows = [Row(test: "two groups named before looking", images: pair(1))]
        if question.groups > 2 {
            let pairs = question.groups * (question.groups - 1) / 2
            rows.append(
                Row(
                    test: "every pair of \(question.groups) groups (\(pairs), Bonferroni)",
                    images: pair(pairs)))
        }
        rows.append(
            Row(
                test: "largest minus smallest of \(question.groups) groups, simulated",
                images: RangePower.trials(
                    groups: question.groups, rate: (low + high) / 2, gap: question.gap,
                    power: question.power, alpha: alpha)))
        self.rows = rows
    }

    /// The answer as a table; several lines, each with its line break.
    package var text: String {
        let (low, high) = (question.low, question.low + question.gap)
        let rates = "\(RunNumber.rounded(low)) against \(RunNumber.rounded(high))"
        let hardest = question.base == nil ? ", the hardest case" : ""
        let columns = ["test", "images a group", "in all groups"]
        let cells = rows.map { row in
            [
                row.test, row.images.map(Words.grouped) ?? "over 10 000 000",
                row.images.map { Words.grouped($0 * question.groups) } ?? "",
            ]
        }
        let widths = columns.indices.map { index in
            ([columns] + cells).map { $0[index].count }.max() ?? 0
        }
        let lines = ([columns] + cells).map { line in
            "  " + Self.padded(line[0], widths[0], right: false) + "  " + Self.padded(line[1], widths[1])
                + "  " + Self.padded(line[2], widths[2])
        }
        return "gap \(Value.percent(question.gap).shown) (\(rates)\(hardest)), power "
            + "\(Value.percent(question.power).shown), level \(Value.percent(question.level).shown)\n\n"
            + lines.map { $0 + "\n" }.joined()
    }

    /// The answer for programs: one JSON object on one line.
    package var json: String {
        let items = rows.map { row in
            "{\"images_a_group\":\(row.images.map(String.init) ?? "null"),\"test\":\"\(row.test)\"}"
        }
        return "{\"gap\":\(question.gap),\"groups\":\(question.groups),\"level\":\(question.level),"
            + "\"low\":\(question.low),\"power\":\(question.power),\"rows\":[\(items.joined(separator: ","))]}"
    }

    private static func padded(_ text: String, _ width: Int, right: Bool = true) -> String {
        let blanks = String(repeating: " ", count: max(0, width - text.count))
        return right ? blanks + text : text + blanks
    }
}

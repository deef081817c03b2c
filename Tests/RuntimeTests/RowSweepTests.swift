import TestSupport
import Testing

@testable import Runtime

@Suite struct RowSweepTests {
    /// What a sweep of a table makes, or the fault that ends it.
    private struct Outcome: Equatable {
        var rows = 0
        var names: [String] = []
        var scores: [UInt64] = []
        var words: [String] = []
        var codes: [Int32] = []
        var error: CSVError?
    }

    private func sweep(_ reader: CSVReader, threads: Int) throws -> Outcome {
        let names = SweptColumn(try NamedRows("id", of: reader))
        let scores = SweptColumn(try ScoreColumns(["p"], of: reader))
        let word = SweptColumn(try CodedColumn("word", of: reader))
        var outcome = Outcome()
        do throws(CSVError) {
            outcome.rows = try RowSweep(reader, into: [names, scores, word], threads: threads).run()
        } catch {
            return Outcome(error: error)
        }
        outcome.names = names.column.texts.strings
        outcome.scores = scores.column.scores.map(\.bitPattern)
        outcome.words = word.column.texts
        outcome.codes = (0..<word.column.codes.count).map { word.column.codes[$0] }
        return outcome
    }

    /// The same, one row after another.
    private func serial(_ reader: CSVReader) throws -> Outcome {
        var outcome = Outcome()
        var codes: [String: Int32] = [:]
        while let row = try reader.next() {
            outcome.rows += 1
            outcome.names.append(row[0].text)
            outcome.scores.append((Double(row[1].text) ?? .nan).bitPattern)
            let word = row[2].text.trimmingBlanks
            if codes[word] == nil {
                codes[word] = Int32(codes.count)
                outcome.words.append(word)
            }
            outcome.codes.append(codes[word] ?? -1)
        }
        return outcome
    }

    /// Rows of several windows: line ends inside of quotes, doubled quotes, empty scores, many and few different texts.
    private static let table =
        "id,p,word\r\n"
        + (0..<60_000).map { row in
            let score = row % 11 == 0 ? "" : "0.\(row % 997)"
            return "\"\(row), \"\"é\"\"\nx\",\(score), w\(row % 300) "
        }.joined(separator: "\r\n")

    @Test("what is made of a table does not depend on the number of threads", arguments: [1, 2, 3, 8])
    func threads(threads: Int) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Self.table, to: "t.csv")
        let expected = try serial(CSVReader(path: path))
        #expect(expected.rows == 60_000)
        #expect(try sweep(CSVReader(path: path), threads: threads) == expected)
        #expect(try sweep(CSVReader(bytes: Array(Self.table.utf8), path: "t"), threads: threads) == expected)
    }

    /// A table of many windows with faults in these rows, and the fault that stands first.
    struct Faults: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let rows: [Int: String]
        let expected: CSVError
    }

    private static let faults = [
        Faults(
            testDescription: "a number that is none, and later a short row",
            rows: [30_000: "a,x,b", 50_000: "a"],
            expected: .badValue(
                path: "t", line: 30_002, column: 3, name: "p", found: "x",
                expected: "a probability in 0..1")),
        Faults(
            testDescription: "a short row, and later a number that is none",
            rows: [30_000: "a", 30_001: "a,x,b"],
            expected: .fieldCount(path: "t", line: 30_002, column: 1, expected: 3, found: 1)),
        Faults(
            testDescription: "two columns with a fault in one window",
            rows: [30_000: "a,0.5,\0", 30_001: "a,x,b"],
            expected: .notText(path: "t", line: 30_002, column: 7)),
        Faults(
            testDescription: "two columns with a fault in one row",
            rows: [30_000: "a,2,\0"],
            expected: .badValue(
                path: "t", line: 30_002, column: 3, name: "p", found: "2",
                expected: "a probability in 0..1")),
        Faults(
            testDescription: "a quote that is never closed",
            rows: [59_000: "\"a,2,b"],
            expected: .unclosedQuote(path: "t", line: 59_002, column: 1)),
    ]

    @Test(
        "the fault that stands first is told, whatever the number of threads", arguments: faults, [1, 2, 3])
    func firstFault(faults: Faults, threads: Int) throws {
        let lines = (0..<60_000).map { faults.rows[$0] ?? "n\($0),0.25,word" }
        let folder = try TemporaryFolder()
        let path = try folder.write("id,p,word\n" + lines.joined(separator: "\n"), to: "t.csv")
        let reader = try CSVReader(path: path)
        #expect(try sweep(reader, threads: threads).error?.named("t") == faults.expected)
    }

    @Test("a window grows with its longest row, and blank lines never fill it")
    func growth() throws {
        let folder = try TemporaryFolder()
        let long = (0..<3).map { String(repeating: "\($0)", count: 1_000_000) }.joined(separator: ",")
        let text = "a,b,c\n" + String(repeating: "\n", count: 20_000_000) + long + "\n1,2,3\n"
        let reader = try CSVReader(path: try folder.write(text, to: "t.csv"))
        #expect(try reader.next()?.map(\.text.count) == [1_000_000, 1_000_000, 1_000_000])
        #expect(try reader.next()?.map(\.line) == [20_000_003, 20_000_003, 20_000_003])
        #expect(try reader.next() == nil)
    }
}

extension CSVError {
    /// The same of a file with another name.
    fileprivate func named(_ path: String) -> CSVError {
        switch self {
        case .unclosedQuote(_, let line, let column):
            .unclosedQuote(path: path, line: line, column: column)
        case .notText(_, let line, let column): .notText(path: path, line: line, column: column)
        case .fieldCount(_, let line, let column, let expected, let found):
            .fieldCount(path: path, line: line, column: column, expected: expected, found: found)
        case .badValue(_, let line, let column, let name, let found, let expected):
            .badValue(
                path: path, line: line, column: column, name: name, found: found, expected: expected)
        default: self
        }
    }
}

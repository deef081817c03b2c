import TestSupport
import Testing

@testable import Runtime

@Suite struct CSVReaderTests {
    private func rows(_ text: String) throws -> [[String]] {
        let reader = try CSVReader(bytes: Array(text.utf8), path: "t.csv")
        var rows = [reader.columns]
        while let row = try reader.next() { rows.append(row.map(\.text)) }
        return rows
    }

    @Test(
        "rows are read whatever the line ends, quotes and blank lines",
        arguments: [
            ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
            ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
            ("\u{FEFF}a,b\n1,2", [["a", "b"], ["1", "2"]]),
            ("# made by hand\n a , b \n1,2", [["a", "b"], ["1", "2"]]),
            ("a,b\n\n\n1,\n\n", [["a", "b"], ["1", ""]]),
            ("a,b\n,\n", [["a", "b"], ["", ""]]),
            ("a,b\n\"x,\"\"y\"\"\nz\",2\n3,4", [["a", "b"], ["x,\"y\"\nz", "2"], ["3", "4"]]),
            ("a,b\n\"\",\"\"\n", [["a", "b"], ["", ""]]),
            ("a\n\"\"\n1\n", [["a"], [""], ["1"]]),
            ("a,b\n5\" wide,é\n", [["a", "b"], ["5\" wide", "é"]]),
            ("a,b\n1\r2,3\n", [["a", "b"], ["1\r2", "3"]]),
            ("a;b\n0,5;x, y\n", [["a", "b"], ["0,5", "x, y"]]),
            ("a\tb\n1,5\tx;y\n", [["a", "b"], ["1,5", "x;y"]]),
            ("# a; b; c\na,\"b;c;d\"\n1,2\n", [["a", "b;c;d"], ["1", "2"]]),
        ])
    func wellFormed(text: String, expected: [[String]]) throws {
        #expect(try rows(text) == expected)
    }

    @Test("any text is read as a reader of single bytes reads it", arguments: 0..<400)
    func arbitrary(seed: Int) throws {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        let letters: [Character] = ["a", "b", ",", "\"", "\n", "\r\n", "\r", " ", "é"]
        let length = 4 + seed % 60
        let text = (0..<length).map { _ -> String in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return String(letters[Int(state >> 33) % letters.count])
        }
        let table = "x,y\n" + text.joined()
        #expect((try? rows(table)) == NaiveTable.rows(of: table))
    }

    @Test("a field knows the line and column at which it starts")
    func places() throws {
        let reader = try CSVReader(bytes: Array("a,b\n\"1\n2\",3\n44,5\n".utf8), path: "t.csv")
        #expect(
            try reader.next() == [
                CSVField(text: "1\n2", line: 2, column: 1), CSVField(text: "3", line: 3, column: 4),
            ])
        #expect(
            try reader.next() == [
                CSVField(text: "44", line: 4, column: 1), CSVField(text: "5", line: 4, column: 4),
            ])
    }

    @Test(
        "a bad row is reported with line and column",
        arguments: [
            ("", CSVError.noHeader(path: "t.csv")),
            ("\n\n", CSVError.noHeader(path: "t.csv")),
            ("a,b,a\n", CSVError.duplicateColumn(path: "t.csv", name: "a")),
            ("a,b\n1,2\n3\n", CSVError.fieldCount(path: "t.csv", line: 3, column: 1, expected: 2, found: 1)),
            ("a,b\n1,2,3\n", CSVError.fieldCount(path: "t.csv", line: 2, column: 5, expected: 2, found: 3)),
            ("a,b\n1,\"2\n3,4\n", CSVError.unclosedQuote(path: "t.csv", line: 2, column: 3)),
            ("a,b\n\"1\"x,2\n", CSVError.textAfterQuote(path: "t.csv", line: 2, column: 4)),
            ("a,b\n1,\0\n", CSVError.notText(path: "t.csv", line: 2, column: 3)),
        ])
    func malformed(text: String, expected: CSVError) {
        #expect(throws: expected) { try rows(text) }
    }

    @Test("bytes that are not UTF-8 are an error with their place")
    func notText() throws {
        let reader = try CSVReader(bytes: Array("a,b\n1,".utf8) + [0xFF, 0x0A], path: "t.csv")
        #expect(throws: CSVError.notText(path: "t.csv", line: 2, column: 3)) { try reader.next() }
    }

    @Test("rows are the same whatever piece of the file is in memory")
    func pieces() throws {
        let folder = try TemporaryFolder()
        let rows = (0..<60_000).map { "\($0),\"a, \"\"\($0)\"\"\nb\",é\($0 % 7)" }
        let path = try folder.write("id,text,word\r\n" + rows.joined(separator: "\r\n"), to: "t.csv")
        let reader = try CSVReader(path: path)
        var count = 0
        while try reader.advance() {
            guard try reader.text(0) == "\(count)", try reader.text(1) == "a, \"\(count)\"\nb",
                try reader.text(2) == "é\(count % 7)"
            else { break }
            count += 1
        }
        #expect(count == 60_000)
        #expect(try !reader.advance())
    }

    @Test("text in Latin-1 or UTF-16 is an error that says how to rewrite it")
    func otherEncodings() throws {
        let latin = try CSVReader(bytes: [0x61, 0x0A, 0xE9, 0x0A], path: "t.csv")
        let error = #expect(throws: CSVError.self) { try latin.next() }
        #expect(error?.description.contains("iconv -f ISO-8859-1") == true)
        #expect(throws: CSVError.wideText(path: "t.csv")) {
            try CSVReader(bytes: [0xFF, 0xFE, 0x61, 0x00], path: "t.csv")
        }
    }

    @Test("a field beyond the limit is an error, not a full memory")
    func longField() throws {
        let text = "a\n" + String(repeating: "x", count: (1 << 20) + 1)
        let error = #expect(throws: CSVError.self) { try rows(text) }
        #expect(error?.description.contains("t.csv:2:") == true)
    }

    @Test("a missing file and a missing column are named")
    func missing() throws {
        #expect(throws: CSVError.unreadable(path: "/no/t.csv", reason: "No such file or directory")) {
            try CSVReader(path: "/no/t.csv")
        }
        let reader = try CSVReader(bytes: Array("a,b\n".utf8), path: "t.csv")
        #expect(throws: CSVError.noColumn(path: "t.csv", name: "c", columns: ["a", "b"])) {
            try reader.index(of: "c")
        }
    }
}

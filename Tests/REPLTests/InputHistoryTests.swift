import Foundation
import Testing

@testable import REPL

@Suite struct InputHistoryTests {
    @Test("entries of several lines and with backslashes survive a file")
    func roundTrip() throws {
        let path = NSTemporaryDirectory() + "/dermaudit-history-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        var history = InputHistory()
        history.append("cohort {\n    n 2\n}")
        history.append(#"print "a\nb""#)
        try history.save(to: path)
        #expect(InputHistory(path: path) == history)
    }

    @Test("blank lines and repetitions are not remembered")
    func sparing() {
        var history = InputHistory()
        for entry in ["a", "a", "  ", "", "b", "a"] { history.append(entry) }
        #expect(history.entries == ["a", "b", "a"])
    }

    @Test("a missing file is an empty history")
    func missing() {
        #expect(InputHistory(path: "/no/such/file").entries == [])
    }
}

import Testing

@testable import Runtime

@Suite struct ProgressStateTests {
    @Test("a line shows count, rate and remaining time, and what came from the store")
    func line() {
        let state = ProgressState(name: "sampling", done: 50, total: 200, stored: 10, elapsed: 20)
        #expect(state.rate == 2)
        #expect(state.remaining == 75)
        #expect(state.text() == "sampling 50/200  2.0/s  1 min 15 s left  10 from the store")
        #expect(
            state.text(barWidth: 8)
                == "sampling 50/200  [##......]  2.0/s  1 min 15 s left  10 from the store")
    }

    @Test("nothing is promised before the first image, nor when all came from the store")
    func noRate() {
        #expect(
            ProgressState(name: "sampling", done: 0, total: 9, stored: 0, elapsed: 3).text() == "sampling 0/9"
        )
        #expect(
            ProgressState(name: "sampling", done: 9, total: 9, stored: 9, elapsed: 3).text()
                == "sampling 9/9  3 s  9 from the store")
    }

    @Test(
        "durations are said as people say them",
        arguments: [(0.4, "0 s"), (59.4, "59 s"), (61.0, "1 min 1 s"), (7500.0, "2 h 5 min")])
    func durations(seconds: Double, text: String) {
        #expect(ProgressState.durationText(seconds) == text)
    }
}

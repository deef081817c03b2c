import Testing

@testable import Runtime

@Suite struct WorkerPoolTests {
    @Test("results stand in order at any number of threads", arguments: [1, 2, 3, 16])
    func order(threads: Int) async throws {
        var finished = 0
        let squares = try await WorkerPool(threads: threads).map(count: 100) { (_: Int) in
            finished += 1
        } _: { index in
            index * index
        }
        #expect(squares == (0..<100).map { $0 * $0 })
        #expect(finished == 100)
    }

    @Test("no more pieces run at once than there are threads")
    func bound() async throws {
        let running = Counter()
        _ = try await WorkerPool(threads: 2).map(count: 50) { _ in
            running.enter()
            defer { running.leave() }
            return 0
        }
        #expect(running.most <= 2)
    }

    @Test("a failed piece ends the work with its error")
    func failure() async {
        let error = await #expect(throws: RunError.self) {
            _ = try await WorkerPool(threads: 1).map(count: 10) { index throws(RunError) in
                if index == 3 { throw .model("piece \(index)") }
                return index
            }
        }
        #expect(error?.code == "E0808")
    }

    @Test("a cancelled task starts no further piece")
    func cancellation() async {
        let started = Counter()
        let task = Task {
            try await WorkerPool(threads: 2).map(count: 1_000_000) { index in
                started.enter()
                withUnsafeCurrentTask { task in if index == 10 { task?.cancel() } }
                return index
            }
        }
        started.whenReached(20) { task.cancel() }
        let result = await task.result
        #expect(throws: RunError.self) { try result.get() }
        #expect(started.total < 1_000_000)
    }

    @Test("no pieces, no results")
    func empty() async throws {
        #expect(try await WorkerPool(threads: 2).map(count: 0) { $0 } == [])
    }
}

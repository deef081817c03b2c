import Foundation
import TestSupport

/// Changes the scripts of the repository at random and runs everything that reads a script on them: `make fuzz`.
///
/// Arguments: the number of inputs, the first seed, the number of workers, then folders with scripts and golden cases.
@main
struct Fuzzing {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count > 3, let count = Int(arguments[0]), let seed = UInt64(arguments[1]),
            let workers = Int(arguments[2])
        else {
            print("usage: fuzzing COUNT SEED WORKERS FOLDER...")
            exit(2)
        }
        let corpus = Corpus(folders: Array(arguments[3...]))
        guard !corpus.scripts.isEmpty else {
            print("no scripts in \(arguments[3...].joined(separator: ", "))")
            exit(2)
        }
        let clock = ContinuousClock()
        let start = clock.now
        let tally = Tally()
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            // Each worker has seeds of its own, so a failure can be made again with one worker.
            var random = Mutations(seed: seed &+ UInt64(worker))
            var part = FuzzResult()
            for number in 0..<(count / workers) {
                let isChecked = number.isMultiple(of: 50)
                part.take(FuzzCase(bytes: corpus.input(&random), isChecked: isChecked).result)
                if part.inputs.isMultiple(of: 50_000) {
                    print("worker \(worker): \(part.inputs) inputs, \(part.failures.count) failures")
                }
            }
            tally.add(part)
        }
        let seconds = (clock.now - start) / .seconds(1)
        let result = tally.result
        print(result.text(corpus: corpus.scripts.count, seed: seed, seconds: seconds))
        for (index, failure) in result.failures.prefix(20).enumerated() {
            let path = "fuzz-\(seed)-\(index).audit"
            try? Data(failure.bytes).write(to: URL(fileURLWithPath: path))
            print("\(failure.what): \(path)")
        }
        exit(result.failures.isEmpty ? 0 : 1)
    }
}

/// The results of all workers.
private final class Tally: @unchecked Sendable {
    // Proof: the only mutable state is read and written under the lock.
    private let lock = NSLock()
    private var sum = FuzzResult()

    func add(_ part: FuzzResult) {
        lock.withLock { sum.take(part) }
    }

    var result: FuzzResult { lock.withLock { sum } }
}

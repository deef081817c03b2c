import Synchronization

extension Engine {
    /// Computes a result for each of `inputs`, beside each other where the engine has threads; the layers inside share
    /// the threads that are left.
    ///
    /// - Returns: the results in the order of `inputs`; they do not depend on the number of threads.
    /// - Throws: the error of the first input, in their order, that has one.
    package func map<Input: Sendable, Output: Sendable, Failure: Error>(
        _ inputs: [Input], _ body: @Sendable (Input) throws(Failure) -> Output
    ) throws(Failure) -> [Output] {
        let outcomes = Mutex([Result<Output, Failure>?](repeating: nil, count: inputs.count))
        workers.run(tiles: inputs.count) { index in
            let outcome = Result { () throws(Failure) in try body(inputs[index]) }
            outcomes.withLock { $0[index] = outcome }
        }
        var results: [Output] = []
        for case .some(let outcome) in outcomes.withLock({ $0 }) { results.append(try outcome.get()) }
        return results
    }
}

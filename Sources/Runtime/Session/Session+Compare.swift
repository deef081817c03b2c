import Semantics

extension Session {
    /// Makes and prints a comparison.
    func execute(_ description: CompareDescription) async throws(RunError) {
        throw .unsupported("compare")
    }
}

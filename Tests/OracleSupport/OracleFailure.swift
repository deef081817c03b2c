/// What a case lacks.
package enum OracleFailure: Error {
    case noInput(String, oracle: String)
}

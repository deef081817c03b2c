/// Where a run's words go: results apart from everything said on the way.
package protocol RunConsole: AnyObject, Sendable {
    /// Writes `text`, a result, and a line end.
    func result(_ text: String) throws(RunError)
    /// Writes a line about the run that is no result.
    func notice(_ text: String)
    /// Writes a prompt, without a line end.
    func prompt(_ text: String)
    /// Shows how far the work called `name` has come.
    func progress(_ state: ProgressState)
    /// Takes away what `progress` has shown.
    func endProgress()
}

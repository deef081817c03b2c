/// Where typed lines come from: GNU readline on a terminal, plain reading elsewhere.
///
/// Everything that the REPL asks of an editor stands here, so that another library can take readline's place.
package protocol LineEditor: AnyObject {
    /// Whether a person sees prompts.
    var isInteractive: Bool { get }
    /// Shows `prompt` and waits for a line.
    func line(prompt: String) -> LineInput
    /// Makes `entry`, which may have several lines, reachable as one item of the history.
    func remember(_ entry: String)
    /// Asks `complete` from now on what may stand at the cursor.
    func setCompletion(_ complete: @escaping (CompletionRequest) -> [LineCompletion])
    /// Gives back what the editor holds; it is not used afterwards.
    func close()
}

extension String {
    /// The text without line breaks at its ends.
    var trimmingLineEnds: String {
        String(drop(while: \.isNewline).reversed().drop(while: \.isNewline).reversed())
    }
}

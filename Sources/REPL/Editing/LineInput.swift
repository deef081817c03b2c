/// What waiting for a line gave.
package enum LineInput: Sendable, Equatable {
    /// A line, without its end.
    case line(String)
    /// The line was abandoned with Ctrl-C.
    case cancelled
    /// There is no more input, or Ctrl-D was typed on an empty line.
    case end
}

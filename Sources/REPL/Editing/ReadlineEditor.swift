import CReadline

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Edits lines with GNU readline. Its state is global, so a process has one editor at a time.
package final class ReadlineEditor: LineEditor {
    package let isInteractive = true
    private var complete: ((CompletionRequest) -> [LineCompletion])?

    /// Takes over the terminal's input, with `history`, oldest first, to walk through.
    package init(history: [String]) {
        dermaudit_readline_start("dermaudit", completeLine, Unmanaged.passUnretained(self).toOpaque())
        for entry in history { add_history(entry) }
    }

    package func line(prompt: String) -> LineInput {
        var cancelled: Int32 = 0
        guard let text = dermaudit_readline_read(prompt, &cancelled) else { return .end }
        // Safety: readline hands over one NUL-terminated allocation, copied here and freed once.
        defer { free(text) }
        return cancelled != 0 ? .cancelled : .line(String(cString: text))
    }

    package func remember(_ entry: String) {
        add_history(entry)
    }

    package func setCompletion(_ complete: @escaping (CompletionRequest) -> [LineCompletion]) {
        self.complete = complete
    }

    package func close() {
        dermaudit_readline_stop()
    }

    fileprivate func completions(of line: String, start: Int, end: Int) -> [String] {
        let text = String(decoding: line.utf8.prefix(end), as: UTF8.self)
        return complete?(CompletionRequest(text: text, wordStart: start)).map(\.replacement) ?? []
    }
}

/// Answers readline: the longest common start of all candidates, the candidates, and NULL.
private func completeLine(
    context: UnsafeMutableRawPointer?, line: UnsafePointer<CChar>?, start: Int32, end: Int32
) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    guard let context, let line else { return nil }
    // Safety: `context` is the editor that started readline; it outlives the call because it is waiting for a line.
    let editor = Unmanaged<ReadlineEditor>.fromOpaque(context).takeUnretainedValue()
    let candidates = editor.completions(of: String(cString: line), start: Int(start), end: Int(end))
    guard let first = candidates.first else { return nil }
    if candidates.count == 1, let last = first.last, "(\"/".contains(last) {
        dermaudit_readline_suppress_space()
    }
    let common = candidates.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    let entries = candidates.count == 1 ? [first] : [common] + candidates
    let size = (entries.count + 1) * MemoryLayout<UnsafeMutablePointer<CChar>?>.stride
    guard
        let array = malloc(size)?.bindMemory(
            to: UnsafeMutablePointer<CChar>?.self, capacity: entries.count + 1)
    else { return nil }
    // Safety: readline frees the array and each string; `array` has room for all entries and the closing NULL.
    for (index, entry) in entries.enumerated() { (array + index).initialize(to: strdup(entry)) }
    (array + entries.count).initialize(to: nil)
    return array
}

extension String {
    /// The longest start that both have.
    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map(\.0))
    }
}

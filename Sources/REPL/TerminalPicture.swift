import Foundation

/// How a terminal shows a picture between its lines.
enum TerminalPicture {
    /// The graphics protocol of kitty, which Ghostty and WezTerm know as well.
    case kitty
    /// The inline images of iTerm2.
    case iTerm

    /// The way of the terminal on standard error; nil where none is known.
    static var ofThisTerminal: TerminalPicture? {
        guard isatty(STDERR_FILENO) == 1 else { return nil }
        return of(ProcessInfo.processInfo.environment)
    }

    /// The way of the terminal that these variables describe; nil where none is known.
    static func of(_ environment: [String: String]) -> TerminalPicture? {
        let program = environment["TERM_PROGRAM"] ?? ""
        if environment["KITTY_WINDOW_ID"] != nil || environment["TERM"] == "xterm-kitty"
            || program == "ghostty"
        {
            return .kitty
        }
        return ["iTerm.app", "WezTerm"].contains(program) ? .iTerm : nil
    }

    /// The bytes that show a PNG file.
    func sequence(for png: [UInt8]) -> String {
        let text = Data(png).base64EncodedString()
        switch self {
        case .iTerm: return "\u{1B}]1337;File=inline=1;size=\(png.count):\(text)\u{07}"
        case .kitty:
            // Data comes in pieces of at most 4096 bytes; all but the last say that more follows.
            let pieces = stride(from: 0, to: text.utf8.count, by: 4096).map { start in
                String(decoding: text.utf8.dropFirst(start).prefix(4096), as: UTF8.self)
            }
            return pieces.enumerated().map { index, piece in
                let head = index == 0 ? "a=T,f=100," : ""
                return "\u{1B}_G\(head)m=\(index + 1 < pieces.count ? 1 : 0);\(piece)\u{1B}\\"
            }.joined()
        }
    }
}

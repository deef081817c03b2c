import Foundation
import Testing

@testable import REPL

@Suite struct TerminalPictureTests {
    @Test("the terminal's variables say how it shows pictures")
    func terminals() {
        #expect(TerminalPicture.of(["TERM": "xterm-kitty"]) == .kitty)
        #expect(TerminalPicture.of(["KITTY_WINDOW_ID": "1"]) == .kitty)
        #expect(TerminalPicture.of(["TERM_PROGRAM": "iTerm.app"]) == .iTerm)
        #expect(TerminalPicture.of(["TERM_PROGRAM": "WezTerm"]) == .iTerm)
        #expect(TerminalPicture.of(["TERM": "xterm-256color"]) == nil)
    }

    @Test("kitty gets pieces of 4096 bytes, of which all but the last say that more follows")
    func pieces() throws {
        let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0) }
        let text = TerminalPicture.kitty.sequence(for: bytes)
        let pieces = text.components(separatedBy: "\u{1B}\\").dropLast()
        #expect(pieces.count == 4)
        #expect(pieces.first?.hasPrefix("\u{1B}_Ga=T,f=100,m=1;") == true)
        #expect(pieces.last?.hasPrefix("\u{1B}_Gm=0;") == true)
        let data = pieces.compactMap { $0.split(separator: ";").last }.joined()
        #expect(Data(base64Encoded: data) == Data(bytes))
    }

    @Test("iTerm2 gets the file in one piece with its length")
    func file() {
        let text = TerminalPicture.iTerm.sequence(for: [1, 2, 3])
        #expect(text == "\u{1B}]1337;File=inline=1;size=3:AQID\u{07}")
    }
}

import Testing

@testable import Diagnostics

@Suite("Doc comments")
struct DocCommentTests {
    @Test("paragraphs, lists, examples and code are told apart")
    func blocks() {
        let comment = DocComment(
            "First line\nsecond `code`.\n\n- one\n- two\n  and more\n\n    let n = 2\n\n    print n\n\nLast.")
        #expect(
            comment.blocks == [
                .paragraph([.text("First line second "), .code("code"), .text(".")]),
                .list([[.text("one")], [.text("two and more")]]),
                .example("let n = 2\n\nprint n"),
                .paragraph([.text("Last.")]),
            ])
    }

    @Test(
        "the first sentence ends where the next one begins",
        arguments: [
            ("One. Two.", "One."), ("No end", "No end"),
            ("By Hardt et al. 2016 and others. Then.", "By Hardt et al. 2016 and others."),
            ("Of `a.b` and 0.5. More.", "Of `a.b` and 0.5."), ("", ""), ("Why? Because.", "Why?"),
        ])
    func firstSentence(text: String, first: String) {
        #expect(DocComment(text).firstSentence == first)
    }

    @Test(
        "what has no second backtick is text, and nothing is lost",
        arguments: ["a ` b", "``", "`x", "x`y`z`"])
    func openCode(text: String) {
        let written = DocComment.pieces(of: text).map { piece in
            switch piece {
            case .text(let text): text
            case .code(let text): "`\(text)`"
            }
        }.joined()
        #expect(written.replacing("`", with: "") == text.replacing("`", with: ""))
    }
}

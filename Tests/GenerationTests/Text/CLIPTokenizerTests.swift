import Testing

@testable import Generation

@Suite("CLIP tokenizer")
struct CLIPTokenizerTests {
    /// Merges 512 "me", 513 "mel", 514 "om", 515 "oma</w>", 516 "a b" joined, in a vocabulary of 519 ids.
    private static let merges = "#version: 0.2\nm e\nme l\no m\nom a</w>\na b</w>\n"

    private func ids(_ text: String, cleaning: TextCleaning = .openAI) throws -> [Int] {
        try CLIPTokenizer(merges: Self.merges, cleaning: cleaning).ids(of: text)
    }

    @Test("ids are laid out as bytes, bytes at the end of a word, merges, start, end")
    func layout() throws {
        let tokenizer = try CLIPTokenizer(merges: Self.merges)
        #expect(tokenizer.startToken == 517 && tokenizer.endToken == 518 && tokenizer.vocabularySize == 519)
        #expect(try ids("!") == [517, 256, 518])
        #expect(try ids("a") == [517, 320, 518])
        #expect(try ids("ab") == [517, 516, 518])
        #expect(try ids("") == [517, 518])
    }

    @Test("merges apply in the order of their rank")
    func ranks() throws {
        #expect(try ids("melanoma") == [517, 513, 64, 77, 515, 518])
        #expect(try ids("Mel om") == [517, 512, 331, 78, 332, 518])
    }

    @Test("digits stand alone, and contractions are cut off")
    func pieces() throws {
        #expect(try ids("40") == [517, 275, 271, 518])
        #expect(try ids("b's") == [517, 321, 6, 338, 518])
    }

    @Test(
        "cleaning: HTML twice, white space, case, typography",
        arguments: [
            ("&amp;amp;", "&"), ("  a \t\n b ", "a b"), ("ÀB", "àb"), ("it\u{2019}s", "it's"), ("ＡＢ", "ab"),
            ("ﬁ", "fi"), ("&#65;&#x42;&nosuch;", "ab&nosuch;"), ("a\u{0}b", "ab"),
        ])
    func cleaning(raw: String, clean: String) {
        #expect(String(String.UnicodeScalarView(TextCleaning.openAI(raw))) == clean)
    }

    @Test("HuggingFace's cleaning leaves entities and full-width forms alone")
    func otherCleaning() {
        #expect(String(String.UnicodeScalarView(TextCleaning.huggingFace(" &amp;  Ｂ"))) == "&amp; ｂ")
    }

    @Test("padding fills up, and truncation keeps the end token")
    func padding() throws {
        let tokenizer = try CLIPTokenizer(merges: Self.merges)
        #expect(tokenizer.padded([517, 1, 518], to: 5, with: 0) == [517, 1, 518, 0, 0])
        #expect(tokenizer.padded([517, 1, 2, 3, 518], to: 3, with: 0) == [517, 1, 518])
    }

    @Test("a longer merge file is cut at the vocabulary's size, a shorter one refused")
    func size() throws {
        #expect(try CLIPTokenizer(merges: Self.merges, vocabularySize: 516).endToken == 515)
        #expect(throws: GenerationError.self) { try CLIPTokenizer(merges: Self.merges, vocabularySize: 600) }
    }

    @Test(
        "a damaged merge file is refused",
        arguments: ["v\na\n", "v\na b c\n", "v\nxyz q\n", "v\na b\n\nc d\n"])
    func damaged(text: String) {
        #expect(throws: GenerationError.self) { try CLIPTokenizer(merges: text) }
    }

    @Test("a prompt of absurd length is refused")
    func tooLong() {
        #expect(throws: GenerationError.self) { try ids(String(repeating: "a", count: 10_000)) }
    }
}

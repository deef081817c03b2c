import OracleSupport
import Foundation
import Generation
import Testing

@Suite("CLIP's tokenizer on the published vocabulary")
struct TokenizerOracleTests {
    /// One text and its ids.
    struct Example: Decodable, Sendable, CustomTestStringConvertible {
        let text: String
        let ids: [Int]
        let padded: [Int]

        var testDescription: String { String(text.prefix(40)) }
    }

    private struct File: Decodable {
        let cases: [Example]
    }

    private static let examples: [Example] = {
        let data = try? OracleFolder.data("tokenizer/cases.json")
        return data.flatMap { try? JSONDecoder().decode(File.self, from: $0).cases } ?? []
    }()

    private static let tokenizers: [TextCleaning: CLIPTokenizer] = {
        let path = OracleFolder.root.appendingPathComponent("tokenizer/merges.txt").path
        let pairs = TextCleaning.allCases.compactMap { cleaning in
            (try? CLIPTokenizer(mergesAt: path, vocabularySize: 49_408, cleaning: cleaning)).map {
                (cleaning, $0)
            }
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }()

    @Test("all texts are there")
    func present() { #expect(Self.examples.count == 48) }

    @Test("ids are those of HuggingFace's tokenizer", arguments: examples)
    func ids(example: Example) throws {
        let tokenizer = try #require(Self.tokenizers[.huggingFace])
        let ids = try tokenizer.ids(of: example.text)
        #expect(ids == example.ids)
        #expect(tokenizer.padded(ids, to: 77, with: tokenizer.endToken) == example.padded)
    }

    @Test(
        "ids are those of OpenAI's tokenizer",
        arguments: [
            ("hello world", [3306, 1002]), ("a photo of a cat", [320, 1125, 539, 320, 2368]),
            ("melanoma", [40862]),
            (
                "Female, age 40, Fitzpatrick skin type IV, diagnosis: melanoma",
                [3970, 267, 805, 275, 271, 267, 37141, 3575, 3877, 9315, 267, 15715, 281, 40862]
            ),
            (
                "male 70 years  old &amp; it's  DERMOSCOPIC",
                [2801, 278, 271, 1151, 896, 261, 585, 568, 839, 9840, 1282]
            ),
            ("naïve café 5.0mm ≥ 3", [1097, 35689, 563, 15304, 276, 269, 271, 2848, 22684, 354, 274]),
            ("", []),
        ] as [(String, [Int])])
    func openAI(text: String, expected: [Int]) throws {
        let tokenizer = try #require(Self.tokenizers[.openAI])
        #expect(try tokenizer.ids(of: text) == [49_406] + expected + [49_407])
    }
}

import Foundation

/// How a prompt is normalised before it is cut into tokens.
///
/// The two published tokenizers of CLIP differ here and only here; on prompts of plain ASCII without HTML entities
/// they agree.
package enum TextCleaning: String, Sendable, CaseIterable {
    /// OpenAI's code: repairs typography, resolves HTML entities twice, collapses white space, lower-cases.
    case openAI
    /// HuggingFace's `CLIPTokenizer`: composes (NFC), collapses white space, lower-cases.
    case huggingFace

    /// The normalised scalars of `text`.
    func callAsFunction(_ text: String) -> [Unicode.Scalar] {
        var text = text
        if self == .openAI {
            text = Self.repaired(text)
            text = HTMLEntities.resolved(HTMLEntities.resolved(text))
        }
        text = text.precomposedStringWithCanonicalMapping
        return Self.lowercased(Self.collapsed(text.unicodeScalars))
    }

    /// Each run of white space as one space, none at the ends.
    private static func collapsed(_ scalars: String.UnicodeScalarView) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        var pending = false
        for scalar in scalars {
            if scalar.properties.isWhitespace {
                pending = !result.isEmpty
            } else {
                if pending { result.append(" ") }
                pending = false
                result.append(scalar)
            }
        }
        return result
    }

    private static func lowercased(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        scalars.flatMap { $0.properties.lowercaseMapping.unicodeScalars }
    }

    /// The part of the `ftfy` library that acts on correct UTF-8: straight quotes, ASCII for full-width forms,
    /// letters for ligatures, no control characters.
    private static func repaired(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x2018, 0x2019, 0x201A, 0x201B: result.append("'")
            case 0x201C, 0x201D, 0x201E, 0x201F: result.append("\"")
            case 0xFF01...0xFF5E: result.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
            case 0xFB00...0xFB06, 0x132, 0x133:
                result.append(
                    contentsOf: String(scalar).decomposedStringWithCompatibilityMapping.unicodeScalars)
            case 0x0...0x8, 0xB, 0xE...0x1F, 0x7F, 0xFEFF: continue
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}

/// Resolves the HTML entities that captions contain.
enum HTMLEntities {
    /// Here: the entities of XML, of Latin-1 signs and of common punctuation, with their semicolon; the original
    /// uses Python's list of all 2,231.
    private static let named: [String: Unicode.Scalar] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "copy": "\u{A9}",
        "reg": "\u{AE}", "deg": "\u{B0}", "plusmn": "\u{B1}", "sup2": "\u{B2}", "sup3": "\u{B3}",
        "micro": "\u{B5}",
        "middot": "\u{B7}", "frac12": "\u{BD}", "times": "\u{D7}", "divide": "\u{F7}", "ndash": "\u{2013}",
        "mdash": "\u{2014}", "lsquo": "\u{2018}", "rsquo": "\u{2019}", "ldquo": "\u{201C}",
        "rdquo": "\u{201D}",
        "bull": "\u{2022}", "hellip": "\u{2026}", "euro": "\u{20AC}", "le": "\u{2264}", "ge": "\u{2265}",
    ]
    /// The longest entity between `&` and `;`.
    private static let longest = 10

    /// `text` with every known entity replaced once.
    static func resolved(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            if scalars[index] == "&", let (scalar, length) = entity(scalars[(index + 1)...]) {
                result.append(scalar)
                index += length + 1
            } else {
                result.append(scalars[index])
                index += 1
            }
        }
        return String(result)
    }

    /// The entity that `scalars` begins with, after its `&`, and its length with the semicolon.
    private static func entity(_ scalars: ArraySlice<Unicode.Scalar>) -> (Unicode.Scalar, Int)? {
        guard let end = scalars.prefix(longest + 1).firstIndex(of: ";") else { return nil }
        var name = String.UnicodeScalarView()
        name.append(contentsOf: scalars[scalars.startIndex..<end])
        let text = String(name)
        let length = end - scalars.startIndex + 1
        guard text.hasPrefix("#") else { return named[text].map { ($0, length) } }
        let isHexadecimal = text.hasPrefix("#x") || text.hasPrefix("#X")
        let digits = text.dropFirst(isHexadecimal ? 2 : 1)
        guard let value = UInt32(digits, radix: isHexadecimal ? 16 : 10), let scalar = Unicode.Scalar(value)
        else {
            return nil
        }
        return (scalar, length)
    }
}

import Foundation

/// A script of a page of the documentation, with what the page says that it prints.
package struct PageScript: Sendable, CustomStringConvertible {
    /// The file that the page calls it by.
    package let name: String
    /// Its text.
    package let text: String
    /// The lines of the boxes of output behind it, up to the next script.
    package let output: [String]

    package var description: String { name }

    /// The checkout that the tests were built from.
    package static let checkout = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The scripts of a page, in its order: each block of `audit` is called by the last file in backquotes before it.
    package static func all(of page: String) -> [PageScript] {
        let text = (try? String(contentsOf: checkout.appending(path: page), encoding: .utf8)) ?? ""
        var prose = ""
        var scripts: [PageScript] = []
        for (index, part) in text.components(separatedBy: "```").enumerated() {
            guard !index.isMultiple(of: 2) else {
                prose += part
                continue
            }
            let lines = part.components(separatedBy: "\n").dropLast()
            if lines.first == "audit" {
                let name = prose.matches(of: /`([a-z0-9\/-]+\.audit)`/).last.map { String($0.1) } ?? ""
                let script = lines.dropFirst().joined(separator: "\n") + "\n"
                scripts.append(PageScript(name: name, text: script, output: []))
                prose = ""
            } else if lines.first == "text", let last = scripts.popLast() {
                scripts.append(
                    PageScript(name: last.name, text: last.text, output: last.output + lines.dropFirst()))
            }
        }
        return scripts
    }
}

import Diagnostics

/// Writes documentation as Markdown; what authors wrote is text, code and lists, and never markup of its own.
struct GuideMarkdown {
    /// What is written.
    let guide: Guide

    /// The index, then a file for each page.
    var files: [Guide.File] {
        [file(Guide.indexName, index)] + guide.pages.map { file($0.file, text($0)) }
    }

    private func file(_ stem: String, _ lines: [String]) -> Guide.File {
        Guide.File(name: Guide.file(stem, .md), text: lines.joined(separator: "\n") + "\n")
    }

    private var index: [String] {
        let rows = guide.pages.map { page in
            "- [\(MarkdownRenderer.escaped(page.name))](\(Guide.file(page.file, .md)))"
                + (page.summary.isEmpty ? "" : ": " + inline(DocComment.pieces(of: page.summary)))
        }
        return ["# \(MarkdownRenderer.escaped(guide.title))", ""] + rows + ["", "Made by \(guide.tool)."]
    }

    private func text(_ page: GuidePage) -> [String] {
        var lines = ["# \(MarkdownRenderer.escaped(page.name))", ""]
        lines += fenced(page.use) + [""] + blocks(page.comment)
        for section in page.sections {
            lines += ["## \(section.title)", ""] + section.entries.flatMap(text)
        }
        return lines + ["[Index](\(Guide.file(Guide.indexName, .md)))"]
    }

    private func text(_ entry: GuideEntry) -> [String] {
        let heading = entry.names.map(MarkdownRenderer.escaped).joined(separator: ", ")
        return (heading.isEmpty ? [] : ["### \(heading)", ""])
            + (entry.code.isEmpty ? [] : fenced(entry.code) + [""])
            + entry.facts.map { "- " + inline(DocComment.pieces(of: $0)) } + (entry.facts.isEmpty ? [] : [""])
            + blocks(entry.comment)
    }

    private func blocks(_ comment: DocComment) -> [String] {
        comment.blocks.flatMap { block -> [String] in
            switch block {
            case .paragraph(let pieces): [paragraph(inline(pieces)), ""]
            case .list(let items): items.map { "- " + inline($0) } + [""]
            case .example(let text): fenced(text) + [""]
            }
        }
    }

    /// A paragraph whose first characters begin no list, rule or heading.
    private func paragraph(_ text: String) -> String {
        guard let first = text.unicodeScalars.first else { return text }
        if "+-=".unicodeScalars.contains(first) { return "\\" + text }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let behind = text.dropFirst(digits.count).first
        guard !digits.isEmpty, behind == "." || behind == ")" else { return text }
        return digits + "\\" + text.dropFirst(digits.count)
    }

    private func inline(_ pieces: [DocComment.Piece]) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): MarkdownRenderer.escaped(text)
            // Code that begins or ends with a blank keeps it between two more.
            case .code(let text): "`\(PlainText.of(text))`"
            }
        }.joined()
    }

    /// Code in a fence longer than every run of backticks in it.
    private func fenced(_ code: String) -> [String] {
        var (longest, run) = (2, 0)
        for character in code {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false).map {
            PlainText.of(String($0))
        }
        return [fence + "audit"] + lines + [fence]
    }
}

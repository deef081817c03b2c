import Diagnostics
import Reporting
import Semantics

/// The pages of documentation of scripts, from what they declare.
struct GuideDraft {
    /// A script with the statement that takes it over.
    struct Chapter {
        /// What it declares.
        let script: ScriptDocumentation
        /// `use derm.bands`, or `use "lib/bands.audit" as bands`.
        let use: String
    }

    /// The scripts, in the order of the index.
    let chapters: [Chapter]

    /// The pages; no two have the same file, whatever their scripts are called.
    var pages: [GuidePage] {
        var taken: Set<String> = [Guide.indexName]
        return chapters.map { chapter in
            page(chapter, file: Self.file(chapter.script.name, &taken))
        }
    }

    private func page(_ chapter: Chapter, file: String) -> GuidePage {
        let script = chapter.script
        let summary = script.summary.map { DocComment($0) } ?? DocComment("")
        return GuidePage(
            name: script.name, use: chapter.use, comment: script.summaryIsOfFirst ? DocComment("") : summary,
            summary: summary.firstSentence, sections: sections(script), file: file)
    }

    private func sections(_ script: ScriptDocumentation) -> [GuideSection] {
        let kinds = [
            ("function", "Functions"), ("attribute", "Attributes"), ("constant", "Constants"),
            ("dataset", "Data sets"), ("generator", "Generators"), ("classifier", "Classifiers"),
            ("cohort", "Cohorts"), ("audit", "Audits"),
        ]
        var sections = kinds.map { noun, title in
            GuideSection(title: title, entries: Self.entries(script.items.filter { $0.noun == noun }))
        }
        let uses = script.uses.map { "use \($0)" }.joined(separator: "\n")
        sections.append(
            GuideSection(title: "Uses", entries: uses.isEmpty ? [] : [GuideEntry(names: [], code: uses)]))
        let tests = script.tests.map { test in
            ([test.title] + [test.documentation.map { DocComment($0).firstSentence }].compactMap { $0 })
                .joined(separator: ": ")
        }
        sections.append(
            GuideSection(title: "Tests", entries: tests.isEmpty ? [] : [GuideEntry(names: [], facts: tests)]))
        return sections.filter { !$0.entries.isEmpty }
    }

    /// The entries of declarations; those that follow each other without a line between are one.
    private static func entries(_ items: [DocumentedItem]) -> [GuideEntry] {
        var groups: [[DocumentedItem]] = []
        for item in items {
            if item.continuesPrevious, let last = groups.indices.last {
                groups[last].append(item)
            } else {
                groups.append([item])
            }
        }
        return groups.map { group in
            GuideEntry(
                names: group.map(\.name), code: group.map(\.declaration).joined(separator: "\n"),
                facts: group.flatMap { item in
                    item.facts.map { group.count > 1 ? "`\(item.name)`: \($0)" : $0 }
                }, comment: DocComment(group[0].documentation ?? ""))
        }
    }

    /// A file's name for a script: letters, digits, `.`, `-` and `_` stay, also on disks that tell no case apart.
    private static func file(_ name: String, _ taken: inout Set<String>) -> String {
        let bare = name.hasSuffix(".audit") ? String(name.dropLast(6)) : name
        let kept = bare.unicodeScalars.map { scalar -> Character in
            let isPlain =
                scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            return isPlain || "._-".unicodeScalars.contains(scalar)
                ? Character(scalar) : scalar == "/" ? "." : "-"
        }
        let stem = String(String(kept).drop { $0 == "." || $0 == "-" }.prefix(100))
        let base = stem.isEmpty ? "script" : stem
        var (candidate, number) = (base, 1)
        while !taken.insert(candidate.lowercased()).inserted {
            number += 1
            candidate = "\(base)-\(number)"
        }
        return candidate
    }
}

import Diagnostics
import Mustache

/// Writes documentation as HTML: a page needs nothing else, and all text of authors is escaped.
struct GuideHTML {
    /// What is written.
    let guide: Guide

    /// The index, then a file for each page.
    var files: [Guide.File] {
        get throws(ReportingError) {
            let template: MustacheTemplate
            do {
                template = try MustacheTemplate(
                    string: String(decoding: PackageResources.guide_mustache, as: UTF8.self))
            } catch {
                throw .template(reason: "\(error)")
            }
            let contents = [(Guide.indexName, index)] + guide.pages.map { ($0.file, value($0)) }
            return contents.map { stem, value in
                Guide.File(name: Guide.file(stem, .html), text: template.render(value.content))
            }
        }
    }

    private func head(_ title: String, here: String) -> [String: PageValue] {
        let names = [(guide.title, Guide.indexName)] + guide.pages.map { ($0.name, $0.file) }
        return [
            "tool": .text(guide.tool), "title": .text(title),
            "style": .markup(String(decoding: PackageResources.page_css, as: UTF8.self)),
            "pages": .list(
                names.map { name, file in
                    .object([
                        "name": .text(name), "file": .text(Guide.file(file, .html)),
                        "isHere": .flag(file == here),
                    ])
                }),
        ]
    }

    private var index: PageValue {
        let pages = guide.pages.map { page -> PageValue in
            let names = page.sections.flatMap(\.entries).flatMap(\.names)
            return .object([
                "name": .text(page.name), "file": .text(Guide.file(page.file, .html)),
                "summary": .list(DocComment.pieces(of: page.summary).map(value)),
                "declares": .text(names.joined(separator: ", ")),
            ])
        }
        let own: [String: PageValue] = [
            "isIndex": .flag(true), "scripts": .list(pages), "use": .flag(false), "comment": .list([]),
            "sections": .list([]),
        ]
        return .object(head(guide.title, here: Guide.indexName).merging(own) { first, _ in first })
    }

    private func value(_ page: GuidePage) -> PageValue {
        let sections = page.sections.enumerated().map { place, section -> PageValue in
            .object([
                "id": .text("section-\(place + 1)"), "title": .text(section.title),
                "entries": .list(section.entries.map(value)),
            ])
        }
        let own: [String: PageValue] = [
            "isIndex": .flag(false), "scripts": .list([]), "use": .text(page.use),
            "comment": .list(page.comment.blocks.map(value)), "sections": .list(sections),
        ]
        return .object(head(page.name, here: page.file).merging(own) { first, _ in first })
    }

    private func value(_ entry: GuideEntry) -> PageValue {
        .object([
            "id": .optional(entry.names.first),
            "name": .optional(entry.names.isEmpty ? nil : entry.names.joined(separator: ", ")),
            "code": .optional(entry.code.isEmpty ? nil : entry.code),
            "hasFacts": .flag(!entry.facts.isEmpty),
            "facts": .list(
                entry.facts.map { .object(["pieces": .list(DocComment.pieces(of: $0).map(value))]) }),
            "comment": .list(entry.comment.blocks.map(value)),
        ])
    }

    /// A part of a comment; the kinds that it is not are flags that hide.
    private func value(_ block: DocComment.Block) -> PageValue {
        var members: [String: PageValue] = [
            "isParagraph": .flag(false), "isList": .flag(false), "example": .flag(false),
        ]
        switch block {
        case .paragraph(let pieces):
            members["isParagraph"] = .flag(true)
            members["pieces"] = .list(pieces.map(value))
        case .list(let items):
            members["isList"] = .flag(true)
            members["items"] = .list(items.map { .object(["pieces": .list($0.map(value))]) })
        case .example(let text): members["example"] = .text(text)
        }
        return .object(members)
    }

    private func value(_ piece: DocComment.Piece) -> PageValue {
        switch piece {
        case .text(let text): .object(["text": .text(text), "code": .flag(false)])
        case .code(let text): .object(["text": .flag(false), "code": .text(text)])
        }
    }
}

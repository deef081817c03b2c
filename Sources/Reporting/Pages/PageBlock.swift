import Statistics

/// A piece of a document as a piece of the page.
struct PageBlock {
    /// The piece.
    let block: ReportDocument.Block
    /// What a table is called for those who cannot see where it stands.
    let label: String

    /// The piece as the template takes it.
    var value: PageValue {
        switch block {
        case .table(let table, let caption): return .object(["table": value(table, caption)])
        case .finding(let text, let detail):
            return .object(["finding": .text(text), "detail": .optional(detail)])
        case .note(let code, let text):
            return .object([
                "note": .object([
                    "mark": .text(code == .uniformlyPoor ? "poor" : ""),
                    "text": .text((code.isDiagnostic ? "\(code.rawValue): " : "") + text),
                ])
            ])
        case .gate(let gate): return .object(["finding": .text("\(gate.verdict.words): \(gate.statement)")])
        }
    }

    private func value(_ table: TextTable, _ caption: String?) -> PageValue {
        let columns = table.columns
        let bundles = [table.keys] + table.bundles
        let rows = (0..<table.rowCount).map { row in
            PageValue.object([
                "cells": .list(columns.map { cell($0.cells[row], $0) }),
                "isSmall": .flag(table.keys.columns.contains { $0.cells[row].hasSuffix("*") }),
                "isEmpty": .flag(false),
            ])
        }
        return .object([
            "label": .text(caption ?? label), "caption": .optional(caption),
            "hasTitles": .flag(table.bundles.contains { !$0.title.isEmpty }),
            "titles": .list(
                bundles.map {
                    .object(["span": .text(String($0.columns.count)), "text": .text($0.title)])
                }),
            "columns": .list(columns.map { cell($0.title, $0) }), "rows": .list(rows),
        ])
    }

    private func cell(_ text: String, _ column: TextTable.Column) -> PageValue {
        .object(["text": .text(text), "isRight": .flag(column.isRightAligned)])
    }
}

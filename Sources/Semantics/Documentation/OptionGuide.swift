/// The attributes, settings and options of this version, as tables for docs/language.md.
package struct OptionGuide {
    private let catalogue: Catalogue

    /// Tells of what a catalogue knows.
    package init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
    }

    /// The sections of the page, each with its table.
    package var text: String {
        ([attributes] + tables.map(table)).joined(separator: "\n")
    }

    private var tables: [(title: String, options: [OptionDefinition])] {
        [("Settings: `set NAME VALUE`", catalogue.settings)]
            + catalogue.generators.map { ("Options of the generator `\($0.name)`", $0.options) }
            + catalogue.datasets.map { ("Options of `\($0.name)`", $0.options) }
            + [
                ("Options of `attribute`", Catalogue.attributeOptions),
                ("Options of `sample`", catalogue.sampleOptions),
                ("Options of `audit`", catalogue.auditOptions),
                ("Options of `report`, and of plots of results", catalogue.reportOptions),
                ("Options of `compare`", catalogue.compareOptions),
            ]
            + catalogue.plots.filter { !$0.options.isEmpty }.map {
                ("Options of `plot \($0.name)`", $0.options)
            }
    }

    private func table(_ title: String, _ options: [OptionDefinition]) -> String {
        let rows = options.map { option in
            let standard = option.defaults.map { "`" + $0.map(\.shown).joined(separator: " ") + "`" } ?? ""
            return
                "| `\(option.spelling)` | \(cell(option.takes)) | \(standard) | \(cell(option.summary)) |\n"
        }
        return "### \(title)\n\n| option | values | else | what it says |\n|---|---|---|---|\n"
            + rows.joined()
    }

    private var attributes: String {
        let rows = catalogue.attributes.map { attribute in
            let columns = attribute.columnSynonyms.map { "`\($0)`" }.joined(separator: ", ")
            return
                "| `\(attribute.name)` | \(cell(attribute.title)) | \(cell(attribute.domain.phrase)) | \(columns) |\n"
        }
        return
            "### Attributes\n\n| attribute | what it is | values | columns of tables |\n|---|---|---|---|\n"
            + rows.joined()
    }

    /// Text for a cell of a table.
    private func cell(_ text: String) -> String {
        text.replacing("|", with: "\\|")
    }
}

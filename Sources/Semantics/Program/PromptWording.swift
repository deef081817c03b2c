/// A prompt's template with the wording of its attributes: what the cells of a cohort share, so that a prompt is written when
/// somebody reads it and not when a script is checked.
struct PromptWording: Sendable {
    private let template: PromptTemplate
    /// The attributes that the cohort states, in the order of the cells' entries.
    private let attributes: [AttributeDefinition?]

    /// Words a template for cells whose entries are of these attributes, in this order.
    init(_ template: PromptTemplate, attributes: [String], catalogue: Catalogue) {
        self.template = template
        self.attributes = attributes.map { catalogue.attribute($0) }
    }

    /// The prompt of a cell.
    func prompt(_ entries: [Cell.Entry]) -> String {
        var stated: [String: String] = [:]
        for (entry, attribute) in zip(entries, attributes) where entry.value != .unknown {
            stated[entry.attribute] = attribute?.promptText(entry.value)
        }
        return template.render(stated)
    }
}

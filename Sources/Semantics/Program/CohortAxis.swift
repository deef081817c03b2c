/// An attribute of a cohort with the values it takes.
public struct CohortAxis: Sendable, Hashable {
    /// The attribute's name.
    public let attribute: String
    /// The values in the order of the attribute's domain, each once, `unknown` last.
    public let levels: [AttributeValue]
    /// Whether the catalogue's default filled it in because the script did not mention the attribute.
    public let isDefault: Bool

    /// The axis with the values that occur in cells.
    func narrowed(to cells: CohortCells) -> CohortAxis {
        let found = Set(cells.compactMap { $0.value(of: attribute) })
        return CohortAxis(attribute: attribute, levels: levels.filter(found.contains), isDefault: isDefault)
    }
}

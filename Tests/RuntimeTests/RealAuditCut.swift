import Testing

/// One way of grouping: as a script says it, as the expected figures do, and how our group's key is written there.
struct RealAuditCut: CustomTestStringConvertible, Sendable {
    let grouping: String
    let key: String
    /// The column of the joined labels that stands in for the age, or none.
    var ageColumn: String?
    let name: @Sendable (String) -> String
    var testDescription: String { key }

    static let marginal = [
        RealAuditCut(grouping: "sex", key: "sex") { $0 == "m" ? "male" : "female" },
        RealAuditCut(grouping: "age", key: "age_decade") { decade($0) },
        RealAuditCut(grouping: "site", key: "localization") { $0.replacing("_", with: " ") },
        RealAuditCut(grouping: "fst", key: "fst_random_patch") { type($0) },
        RealAuditCut(grouping: "age", key: "ita_group", ageColumn: "tone") {
            RealAudit.toneBands[(Int(decade($0)) ?? 0) / 10].0
        },
    ]
    static let crossing = RealAuditCut(grouping: "sex*age", key: "sex_age") { key in
        let parts = key.split(separator: "|").map(String.init)
        return (parts[0] == "m" ? "male_" : "female_") + decade(parts[1])
    }

    /// The option that maps the stand-in, with a comma before it.
    var map: String { ageColumn.map { ", map {age: \($0)}" } ?? "" }

    /// The first year of a decade: `50-59` is 50.
    private static func decade(_ key: String) -> String {
        String(key.prefix { $0.isNumber })
    }

    /// A type as the patches' table writes it.
    private static func type(_ key: String) -> String {
        "\((["I", "II", "III", "IV", "V", "VI"].firstIndex(of: key) ?? -1) + 1)"
    }
}

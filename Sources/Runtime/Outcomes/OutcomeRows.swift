import Semantics
import Statistics

/// Predictions beside truths, row by row, with the attributes that rows can be grouped by.
package struct OutcomeRows: Sendable {
    /// For each row whether it is of the positive class; nil is missing.
    package let labels: [Bool?]
    /// P(positive) of each row, nil where missing; nil altogether when only decisions are known.
    package let scores: [Double?]?
    /// For each row whether it was called positive; nil is missing.
    package let decisions: [Bool?]
    /// The weight of each row; nil where all count alike.
    package let weights: [Double]?
    /// Which rows depend on one another, as those of one patient; nil where all are taken as independent.
    package var clusters: ClusterColumn?
    /// The same by a column that may say it, where the script does not.
    package var likelyClusters: ClusterColumn?
    /// The score from which a row is called positive; nil when decisions came ready made.
    package let threshold: Double?
    /// The attributes.
    package let attributes: [OutcomeAttribute]
    /// The name of each row's image in its table; nil where rows have none, or where the cohort's hash says it all.
    package let keys: [String]?

    /// The rows cut for `groupings`, with the groupings as the statistics know them.
    ///
    /// An attribute that two groupings gather differently becomes two columns.
    package func table(
        for groupings: [Semantics.Grouping]
    ) throws(RunError) -> (table: RecordTable, groupings: [Statistics.Grouping]) {
        let factors = groupings.flatMap(\.factors)
        var columns: [AttributeColumn] = []
        var named: [Statistics.Grouping] = []
        for grouping in groupings {
            var names: [String] = []
            for factor in grouping.factors {
                let name = Self.columnName(of: factor, among: factors)
                names.append(name)
                if columns.contains(where: { $0.name == name }) { continue }
                columns.append(try column(of: factor, name: name))
            }
            named.append(Statistics.Grouping(names))
        }
        do {
            return (try table(columns), named)
        } catch {
            throw .statistics(error)
        }
    }

    private func table(_ columns: [AttributeColumn]) throws(StatisticsError) -> RecordTable {
        if let threshold, let scores {
            return try RecordTable(
                labels: labels, scores: scores, threshold: threshold, weights: weights, clusters: clusters,
                attributes: columns)
        }
        return try RecordTable(
            labels: labels, scores: scores, decisions: decisions, weights: weights, clusters: clusters,
            attributes: columns)
    }

    private func column(
        of factor: Semantics.Grouping.Factor, name: String
    ) throws(RunError) -> AttributeColumn {
        guard let attribute = attributes.first(where: { $0.name == factor.attribute }) else {
            throw .statistics(.unknownAttribute(name: factor.attribute, known: attributes.map(\.name)))
        }
        do {
            let bins = try AttributeBins(attribute, binning: factor.binning)
            let values = attribute.values.map { $0.flatMap { bins.name(of: $0) } }
            return try AttributeColumn(name: name, levels: bins.names, values: values)
        } catch {
            throw .statistics(error)
        }
    }

    /// The attribute's name; with the binning where another grouping gathers the attribute differently.
    private static func columnName(
        of factor: Semantics.Grouping.Factor, among factors: [Semantics.Grouping.Factor]
    ) -> String {
        let hasOthers = factors.contains { $0.attribute == factor.attribute && $0 != factor }
        switch factor.binning {
        case .width(let width) where hasOthers:
            return "\(factor.attribute) bin \(AttributeValue.number(width).text)"
        case .edges(let edges) where hasOthers:
            let texts = edges.map { AttributeValue.number($0).text }
            return "\(factor.attribute) bins \(texts.joined(separator: ","))"
        default:
            return factor.attribute
        }
    }
}

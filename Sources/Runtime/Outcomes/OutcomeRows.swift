import Semantics
import Statistics

/// Predictions beside truths, row by row, with the attributes that rows can be grouped by.
package struct OutcomeRows: Sendable {
    /// For each row whether it is of the positive class; nil is missing.
    package let labels: [Bool?]
    /// P(positive) of each row, NaN where missing; nil altogether when only decisions are known.
    package let scores: [Double]?
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
    let keys: TextColumn?

    /// For each row whether its decision flips when the classifier is told otherwise; nil where nothing was varied.
    var flips: [Bool]?

    /// The same rows with flips as their decisions; nil where nothing was varied.
    var flipped: OutcomeRows? {
        flips.map { flips in
            OutcomeRows(
                labels: labels, scores: nil, decisions: flips, weights: weights, clusters: clusters,
                likelyClusters: likelyClusters, threshold: nil, attributes: attributes, keys: keys)
        }
    }

    /// The names of the rows' images without the extension of a file, by which two data sets are paired.
    var ids: [String]? {
        keys.map { keys in (0..<keys.count).map { ImageName.stem(keys[$0]) } }
    }

    /// Some of the rows, in the order given.
    func rows(_ rows: [Int]) -> OutcomeRows {
        OutcomeRows(
            labels: rows.map { labels[$0] }, scores: scores.map { scores in rows.map { scores[$0] } },
            decisions: rows.map { decisions[$0] },
            weights: weights.map { weights in rows.map { weights[$0] } },
            clusters: clusters?.rows(rows), likelyClusters: likelyClusters?.rows(rows), threshold: threshold,
            attributes: attributes.map { $0.rows(rows) },
            keys: keys?.taking(rows), flips: flips.map { flips in rows.map { flips[$0] } })
    }

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
                labels: labels, numbers: scores, threshold: threshold, weights: weights, clusters: clusters,
                attributes: columns)
        }
        return try RecordTable(
            labels: labels, numbers: scores, decisions: decisions, weights: weights, clusters: clusters,
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
            let places = Dictionary(
                bins.names.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
            let groups = attribute.seen.map { bins.name(of: $0).flatMap { places[$0] } ?? -1 }
            return AttributeColumn(
                name: name, levels: bins.names, codes: attribute.codes.map(none: -1, groups))
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

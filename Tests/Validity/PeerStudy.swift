import Foundation
import Statistics

/// fairlearn's bootstrap interval of max - min beside our bounds, on the same data sets.
enum PeerStudy {
    private static let designs: [(name: String, design: GapDesign)] = [
        ("8 x 100, true gap 0", GapDesign(groups: 8, rate: 0.7, gap: 0, trials: 100)),
        ("8 x 100, true gap 0.1", GapDesign(groups: 8, rate: 0.7, gap: 0.1, trials: 100)),
        ("24 x 50, true gap 0", GapDesign(groups: 24, rate: 0.7, gap: 0, trials: 50)),
    ]
    private static let dataSets = 60

    /// An interval that fairlearn made of one data set.
    private struct PeerInterval: Decodable {
        let design: Int
        let low: Double
        let high: Double
        let point: Double
    }

    /// What the peer's script wrote.
    private struct PeerFile: Decodable {
        let version: String
        let replicates: Int
        let intervals: [PeerInterval]
    }

    /// The data sets, one group a line: `design,dataset,group,correct,rows`.
    static func csv() -> String {
        var lines = ["design,dataset,group,correct,rows"]
        for (place, sets) in drawn().enumerated() {
            for (number, groups) in sets.enumerated() {
                for (group, proportion) in groups.enumerated() {
                    lines.append("\(place),\(number),\(group),\(proportion.successes),\(proportion.trials)")
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The section of the page; without the peer's file only our own figures.
    static func section(peerFile: String?) throws -> String {
        let peer = try peerFile.map {
            try JSONDecoder().decode(PeerFile.self, from: Data(contentsOf: URL(filePath: $0)))
        }
        var table = MarkdownTable([
            "groups x n", "ours hold truth", "ours hold own estimate", "fairlearn holds truth",
            "fairlearn holds own estimate", "fairlearn wholly above truth",
        ])
        for (place, sets) in drawn().enumerated() {
            let truth = designs[place].design.gap
            var (ours, own) = (Coverage(), Coverage())
            for groups in sets {
                let rates = groups.compactMap(\.rate)
                let interval = GapBounds.of(.dp, in: GapDesign.samples(groups)).bounds?.interval
                ours.add(interval, truth: truth)
                own.add(interval, truth: (rates.max() ?? 0) - (rates.min() ?? 0))
            }
            var (theirs, theirOwn) = (Coverage(), Coverage())
            for found in peer?.intervals ?? [] where found.design == place {
                let interval = Interval(low: found.low, high: found.high, level: 0.95, method: "fairlearn")
                theirs.add(interval, truth: truth)
                theirOwn.add(interval, truth: found.point)
            }
            table.add([
                designs[place].name, ours.text, own.text, theirs.text, theirOwn.text, theirs.aboveText,
            ])
        }
        let version =
            peer.map { "fairlearn \($0.version) with \($0.replicates) replicates" } ?? "the peer was not run"
        return """
            ## Beside a peer: the bootstrap of max - min

            Per cent of the same \(dataSets) data sets of each design; \(version) (`MetricFrame.difference_ci`, 2.5 % and
            97.5 %). A percentile bootstrap of max - min adds its upward bias a second time.

            \(table.text)

            """
    }

    private static func drawn() -> [[[Proportion]]] {
        designs.enumerated().map { place, entry in
            var source = RandomSource(seed: 900 + UInt64(place))
            return (0..<dataSets).map { _ in entry.design.drawn(&source) }
        }
    }
}

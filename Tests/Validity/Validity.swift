import Foundation

/// Measures by simulation whether the intervals, tests and gates hold what they promise, and prints docs/validity.md.
///
///     validity [--peer FILE]      the page; FILE holds the peer's intervals, made by peer.py
///     validity --only NAME        one section of it
///     validity --datasets FILE    the data sets that the peer's intervals are made of
@main
enum Validity {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        if arguments.count == 2, arguments[0] == "--datasets" {
            try PeerStudy.csv().write(toFile: arguments[1], atomically: true, encoding: .utf8)
            return
        }
        let only = arguments.count == 2 && arguments[0] == "--only" ? arguments[1] : nil
        let peer = arguments.count == 2 && arguments[0] == "--peer" ? arguments[1] : nil
        let clock = ContinuousClock()
        let start = clock.now
        if only == nil { print(introduction) }
        for (name, study) in studies(peer: peer) where only == nil || only == name {
            let begin = clock.now
            print(try study())
            FileHandle.standardError.write(Data("\(name): \(clock.now - begin)\n".utf8))
        }
        FileHandle.standardError.write(Data("all: \(clock.now - start)\n".utf8))
    }

    private static func studies(peer: String?) -> [(String, () throws -> String)] {
        [
            ("proportions", ProportionStudy.section), ("areas", AreaStudy.section),
            ("bootstrap", BootstrapStudy.section), ("bounds", BoundsStudy.section),
            ("spread", SpreadStudy.section),
            ("peer", { try PeerStudy.section(peerFile: peer) }), ("test size", TestSizeStudy.section),
            ("clusters", ClusterStudy.section), ("power", PowerStudy.section),
            ("families", FamilyStudy.section),
        ]
    }

    private static let introduction = """
        # Validity, measured

        Whether the intervals, tests and gates hold what they promise, measured on simulated data whose truth is known.
        `make validity` makes this page anew, with fixed seeds, in seven minutes of one core and twenty more for
        the peer. A share p measured in
        m simulations has a standard error of sqrt(p(1-p)/m): 0.5 points at 95 % and 0.3 points at 5 % with m = 4,000.
        Everything is at a nominal level of 95 %, or alpha = 5 %.

        """
}

import Reporting
import Statistics

/// Looks for signs that a classifier is used otherwise than it was trained: they cost nothing, and an audit of a
/// classifier that is fed wrongly looks like any other.
package struct Preflight {
    /// What is known of a classifier beside its scores.
    package struct Expectations: Sendable, Hashable {
        /// Whether the probabilities of one image add up to one.
        var addsUpToOne = false
        /// Whether a layer of the network brings levels of 0...255 to its scale; nil where that is not known.
        var scalesItself: Bool?
    }

    /// The fewest images that a finding may rest on.
    private static let fewest = 8
    /// The fewest images of each class that an area under the curve may rest on.
    private static let fewestOfAClass = 10
    /// The area under the curve below which a classifier scores its own class upside down.
    private static let upsideDown = 0.4
    /// How far a sum of probabilities may be from one, by rounding.
    private static let rounding = 1e-3
    /// Numbers beyond this are no scaled image: ImageNet's deviations bring levels to -2.2...2.7.
    private static let mostScaled = 16.0

    private let classifier: String
    private let judgements: [Judgement]
    private let labels: [Bool?]
    private let expectations: Expectations

    /// - Parameters:
    ///   - classifier: its name in the script.
    ///   - judgements: what it made of each image.
    ///   - labels: whether each image is truly positive; nil is missing.
    init(classifier: String, judgements: [Judgement], labels: [Bool?], expectations: Expectations) {
        self.classifier = classifier
        self.judgements = judgements
        self.labels = labels
        self.expectations = expectations
    }

    /// What was found, each with its likely cause and what to write.
    var findings: [ReportNote] {
        [input, range, sum, constant, reversed].compactMap { $0 }
    }

    private var range: ReportNote? {
        guard let least = judgements.map(\.least).min(), let most = judgements.map(\.most).max(),
            least < -Self.rounding || most > 1 + Self.rounding
        else { return nil }
        let remedy = most > 1 && least >= 0 ? "softmax" : least < 0 && most <= 0 ? "logsoftmax" : "softmax"
        return note(
            .notProbabilities,
            "gives numbers of \(Self.text(least)) to \(Self.text(most)), which are no probabilities: they are likely "
                + "scores before the last activation; write `activation \(remedy)`, or `sigmoid` for a single score"
        )
    }

    private var sum: ReportNote? {
        guard expectations.addsUpToOne, range == nil else { return nil }
        let worst = judgements.map(\.sum).max { abs($0 - 1) < abs($1 - 1) } ?? 1
        guard abs(worst - 1) > Self.rounding else { return nil }
        return note(
            .sumsNotOne,
            "gives probabilities that add up to \(Self.text(worst)), not 1: its classes are likely judged each alone, "
                + "or scores went through an activation twice; check `activation`")
    }

    private var input: ReportNote? {
        guard judgements.count >= Self.fewest, let scalesItself = expectations.scalesItself else {
            return nil
        }
        let most = judgements.map(\.inputMost).max() ?? 0
        if !scalesItself, most > Self.mostScaled {
            return note(
                .unscaledInput,
                "takes in numbers up to \(Self.text(most)), and no layer of it scales them: the image is likely not "
                    + "normalised; write `scale 255` and the `mean` and `std` that it was trained with")
        }
        if scalesItself, most > 0, most <= 3 {
            return note(
                .unscaledInput,
                "takes in numbers up to \(Self.text(most)), and a layer of it scales levels of 0 to 255 itself: the "
                    + "image is likely scaled twice; write `scale 1, mean none`")
        }
        return nil
    }

    private var constant: ReportNote? {
        guard judgements.count >= Self.fewest, let least = judgements.map(\.score).min(),
            let most = judgements.map(\.score).max(), most - least < 1e-6
        else { return nil }
        return note(
            .constantScores,
            "gives every image the same probability of \(Self.text(least)): the network is likely fed wrongly, or its "
                + "weights are not the trained ones; check `scale`, `mean` and the file")
    }

    private var reversed: ReportNote? {
        let known = zip(judgements, labels).compactMap { judgement, label in
            label.map { (score: judgement.score, isPositive: $0) }
        }
        let positives = known.count { $0.isPositive }
        guard min(positives, known.count - positives) >= Self.fewestOfAClass else { return nil }
        let area = Placements(labels: known.map(\.isPositive), scores: known.map(\.score)).area
        guard area < Self.upsideDown else { return nil }
        return note(
            .upsideDown,
            "has an area under the ROC curve of \(Self.text(area)): it ranks the positive class below the others, so "
                + "`positive` likely names the wrong class, or `classes` stand in another order")
    }

    private func note(_ code: ReportNote.Code, _ text: String) -> ReportNote {
        ReportNote(code: code, text: "`\(classifier)` " + text)
    }

    private static func text(_ number: Double) -> String {
        let rounded = (number * 1000).rounded() / 1000
        return rounded == rounded.rounded() && abs(rounded) < 1e9 ? String(Int(rounded)) : "\(rounded)"
    }
}

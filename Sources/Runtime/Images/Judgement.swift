/// What a classifier makes of one image.
package struct Judgement: Sendable, Equatable {
    /// P(positive), in 0...1 where the classifier is sound.
    package let score: Double
    /// By how much the positive class is more probable than the most probable other one; of a classifier of one class,
    /// than its not being that.
    package let lead: Double
    /// The sum of all classes' probabilities.
    package let sum: Double
    /// The least and the greatest of all classes' probabilities.
    package let least, most: Double
    /// The least and the greatest number of the image as the network takes it in; 0 where that is not known.
    package let inputLeast, inputMost: Double

    /// What a classifier of several classes makes of an image.
    ///
    /// - Parameters:
    ///   - probabilities: one for each class, of which `positive` is the index of the positive one.
    ///   - input: the image as the network takes it in.
    init(probabilities: [Float], positive: Int, input: (least: Float, most: Float) = (0, 0)) {
        let values = probabilities.map(Double.init)
        let others = values.indices.filter { $0 != positive }.map { values[$0] }
        score = values[positive]
        lead = score - (others.max() ?? 1 - score)
        sum = values.reduce(0, +)
        least = values.min() ?? 0
        most = values.max() ?? 0
        inputLeast = Double(input.least)
        inputMost = Double(input.most)
    }

    /// The judgement of a classifier that gives P(positive) and nothing else.
    package init(score: Double) {
        self.score = score
        lead = score - (1 - score)
        sum = 1
        least = score
        most = score
        inputLeast = 0
        inputMost = 0
    }

    /// Whether the image is called positive: from `threshold` on, or, without one, where the positive class beats every
    /// other (a tie is negative).
    func isPositive(from threshold: Double?) -> Bool {
        threshold.map { score >= $0 } ?? (lead > 0)
    }

    /// The numbers as text, for the store.
    var text: String {
        [score, lead, sum, least, most, inputLeast, inputMost].map { "\($0)" }
            .joined(separator: " ")
    }

    /// Reads what `text` gave; nil for anything else.
    init?(text: String) {
        let numbers = text.split(separator: " ").compactMap { Double($0) }
        guard numbers.count == 7 else { return nil }
        score = numbers[0]
        lead = numbers[1]
        (sum, least, most) = (numbers[2], numbers[3], numbers[4])
        (inputLeast, inputMost) = (numbers[5], numbers[6])
    }
}

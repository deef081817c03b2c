import Tensors
import Testing

@Suite("Classifiers against the reference", .serialized)
struct ClassifierOracleTests {
    /// Every case of the oracle with the engine that runs it; those of published size run on one of the two.
    private static let cases: [(String, EngineChoice)] = [
        ("melanet-tiny", .openblas), ("melanet-tiny", .onednn), ("classifier-melanet", .openblas),
        ("classifier-vgg16", .onednn), ("classifier-densenet121", .onednn),
        ("classifier-densenet201", .openblas),
        ("classifier-inception_v3", .openblas), ("classifier-fid_inception", .onednn),
        ("classifier-fid_inception-299", .openblas), ("classifier-fid_inception-400", .onednn),
        ("classifier-resnet50", .openblas), ("classifier-resnext101_32x8d", .onednn),
        ("classifier-efficientnet_b0", .openblas), ("classifier-efficientnet_v2_s", .onednn),
        ("classifier-mobilenet_v3_large", .openblas),
    ]

    @Test("the folder holds these cases and no others of classifiers")
    func present() {
        #expect(Set(ClassifierOracle.names) == Set(Self.cases.map(\.0)))
    }

    @Test("features and scores are within tolerance", arguments: cases)
    func outputs(name: String, engine: EngineChoice) throws { try ClassifierOracle(name, engine).run() }
}

import CBLAS
import Foundation
import Testing

@testable import Tensors

@Suite struct EngineChoiceTests {
    /// What a library found, what the processor offers, what the user set, and what is asked for.
    struct Case: Sendable {
        let found: String
        let avx2, avx512, amd: Bool
        let setting: String?
        let request: String?
    }

    @Test(
        "a core type is asked for only where the library's own is slow and the user has not chosen",
        arguments: [
            Case(found: "Prescott", avx2: true, avx512: true, amd: false, setting: nil, request: "SkylakeX"),
            Case(found: "Prescott", avx2: true, avx512: false, amd: false, setting: nil, request: "Haswell"),
            Case(found: "Prescott", avx2: true, avx512: false, amd: true, setting: nil, request: "Zen"),
            Case(
                found: "Sandybridge", avx2: true, avx512: true, amd: false, setting: nil, request: "SkylakeX"),
            Case(found: "Prescott", avx2: false, avx512: false, amd: false, setting: nil, request: nil),
            Case(found: "Prescott", avx2: true, avx512: true, amd: false, setting: "Prescott", request: nil),
            Case(found: "Haswell", avx2: true, avx512: true, amd: false, setting: "Haswell", request: nil),
            Case(found: "Prescott", avx2: true, avx512: true, amd: false, setting: "", request: "SkylakeX"),
            Case(found: "SkylakeX", avx2: true, avx512: true, amd: false, setting: nil, request: nil),
            Case(found: "Haswell", avx2: true, avx512: true, amd: false, setting: nil, request: nil),
            Case(found: "Zen", avx2: true, avx512: true, amd: true, setting: nil, request: nil),
            Case(found: "Cooperlake", avx2: true, avx512: true, amd: false, setting: nil, request: nil),
        ])
    func choice(example: Case) {
        let features = processor_features(
            avx2: example.avx2, avx512: example.avx512, amd: example.amd, x86: true)
        #expect(
            CoreTypeChoice.request(found: example.found, features: features, setting: example.setting)
                == example.request)
    }

    @Test("another architecture keeps the library's choice")
    func otherArchitecture() {
        let features = processor_features(avx2: false, avx512: false, amd: false, x86: false)
        #expect(CoreTypeChoice.request(found: "Generic", features: features, setting: nil) == nil)
    }

    @Test("the library is loaded with kernels that suit this processor")
    func load() throws {
        let engine = try Engine.load(.openblas)
        #expect(engine.identity.name == "openblas")
        #expect(engine.identity.floatFormat == .float32)
        let features = processor_features_of_this_machine()
        #expect(
            CoreTypeChoice.request(found: engine.identity.coreType, features: features, setting: nil) == nil
                || userSetting() != nil)
    }

    @Test("the automatic choice is oneDNN where it loads")
    func automatic() throws {
        let fallback = try Engine.load(.openblas)
        let best = (try? Engine.load(.onednn)) ?? fallback
        let automatic = try Engine.load(.auto)
        #expect(automatic.identity == best.identity)
    }

    @Test("an engine with more threads has the same identity")
    func threads() throws {
        let engine = try Engine.load(.openblas)
        #expect(engine.with(threads: 2).identity == engine.identity)
    }
}

/// The user's choice of a core type.
private func userSetting() -> String? { ProcessInfo.processInfo.environment["OPENBLAS_CORETYPE"] }

import OracleSupport
import Tensors
import Testing

@Suite("Networks of the generator against the reference")
struct GenerationOracleTests {
    static let engines: [EngineChoice] = [.openblas, .onednn]

    @Test(
        "the folder holds cases of every kind that is built",
        arguments: [
            "lightningdit", "flow", "va-vae", "sd-vae", "clip-text", "pipeline",
        ])
    func present(kind: String) {
        #expect(!OracleCatalogue.small(kind).isEmpty, "no case \(kind) in \(OracleFolder.root.path)")
    }

    @Test("velocity of a small LightningDiT", arguments: OracleCatalogue.small("lightningdit"), engines)
    func velocity(name: String, engine: EngineChoice) throws { try OracleRunner(name, engine).run() }

    @Test("a sampler's whole trajectory", arguments: OracleCatalogue.small("flow"), engines)
    func flow(name: String, engine: EngineChoice) throws { try OracleRunner(name, engine).run() }

    @Test("a small autoencoder, both ways", arguments: OracleCatalogue.small("va-vae", "sd-vae"), engines)
    func autoencoder(name: String, engine: EngineChoice) throws { try OracleRunner(name, engine).run() }

    @Test("a small text tower", arguments: OracleCatalogue.small("clip-text"), engines)
    func text(name: String, engine: EngineChoice) throws { try OracleRunner(name, engine).run() }

    @Test("text to pixels", arguments: OracleCatalogue.small("pipeline"), engines)
    func pipeline(name: String, engine: EngineChoice) throws { try OracleRunner(name, engine).run() }

    @Test(
        "kinds that are not built yet",
        .enabled(
            if: OracleCatalogue.unbuilt.isEmpty,
            "not built yet: \(OracleCatalogue.unbuilt.joined(separator: ", "))"))
    func unbuilt() { #expect(OracleCatalogue.unbuilt.isEmpty) }
}

@Suite("Networks of published size against the reference", .serialized)
struct FullSizeOracleTests {
    @Test("all of them are in the folder", arguments: OracleCatalogue.fullSize.sorted())
    func present(name: String) { #expect(OracleCatalogue.names.contains(name)) }

    @Test(
        "outputs are within tolerance",
        arguments: [
            ("lightningdit-xl-1", EngineChoice.onednn), ("lightningdit-xl-1-text", .openblas),
            ("va-vae-f16d32", .onednn), ("sd-vae-f8d4", .openblas),
            ("clip-text-vit-b-32", .onednn), ("clip-text-vit-l-14", .openblas),
        ])
    func outputs(name: String, engine: EngineChoice) throws { try OracleRunner(name, engine).run() }
}

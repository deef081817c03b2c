import CBLAS

/// Which OpenBLAS kernels to ask for when the library's own choice is poor.
///
/// OpenBLAS chooses by processor model; a release older than the processor falls back to kernels for SSE
/// (`Prescott`), which are several times slower than those for AVX2 or AVX-512.
enum CoreTypeChoice {
    /// Core types whose kernels use nothing newer than AVX.
    private static let slow: Set<String> = [
        "prescott", "core2", "penryn", "dunnington", "nehalem", "atom", "nano", "athlon", "opteron",
        "opteron_sse3", "barcelona", "bobcat", "katmai", "coppermine", "northwood", "banias", "generic",
        "sandybridge", "bulldozer", "piledriver", "steamroller",
    ]

    /// - Parameters:
    ///   - found: the core type that the library chose.
    ///   - features: what the processor offers.
    ///   - setting: the user's `OPENBLAS_CORETYPE`, which is respected whatever it is.
    /// - Returns: the core type to load the library with instead; nil to keep `found`.
    static func request(found: String, features: processor_features, setting: String?) -> String? {
        if let setting, !setting.isEmpty { return nil }
        guard features.x86, slow.contains(found.lowercased()) else { return nil }
        if features.avx512 { return "SkylakeX" }
        guard features.avx2 else { return nil }
        return features.amd ? "Zen" : "Haswell"
    }
}

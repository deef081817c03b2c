// swift-tools-version: 6.1
import PackageDescription

/// Settings of every Swift target: Swift 6 mode, and kernels optimised in release builds.
let strict: [SwiftSetting] = [.swiftLanguageMode(.v6)]

/// A C target that wraps one system library: a header, a shim, and the library to link.
func system(_ name: String, linking libraries: String...) -> Target {
    .target(name: name, linkerSettings: libraries.map { .linkedLibrary($0) })
}

/// A Swift library target.
func library(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of a target, with its name plus `Tests`.
func tests(
    _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [],
    resources: [Resource]? = nil
) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, exclude: exclude,
        resources: resources, swiftSettings: strict)
}

let realModule = Target.Dependency.product(name: "RealModule", package: "swift-numerics")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

// Targets stand in the order of their arrows: each imports only targets above it. `make lint` checks it.
let package = Package(
    name: "dermaudit",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "dermaudit", targets: ["dermaudit"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        system("CBLAS", linking: "dl"),
        system("CDNNL", linking: "dnnl"),
        system("CPNG", linking: "png", "z"),
        system("CJPEG", linking: "jpeg"),
        system("CCairo", linking: "cairo"),
        system("CCrypto", linking: "crypto"),
        system("CReadline", linking: "readline"),
        system("CZlib", linking: "z"),
        system("CONNX", linking: "dl"),
        library("Diagnostics", []),
        library("Syntax", ["Diagnostics"]),
        library("Statistics", [realModule]),
        library("Hashing", ["CCrypto"]),
        // In C, so that one build uses the widest vectors of each processor (`target_clones`).
        .target(name: "CKernels", cSettings: [.unsafeFlags(["-O3"], .when(configuration: .debug))]),
        library("Tensors", ["CBLAS", "CDNNL", "CKernels"]),
        library("Images", ["CPNG", "CJPEG"]),
        library("Weights", ["CZlib", "Hashing", "Tensors"]),
        library("Generation", ["Hashing", "Tensors", "Images", "Weights"]),
        library("Classification", ["CONNX", "Hashing", "Tensors", "Images", "Weights"]),
        // The prelude, written in the language, is in the program itself.
        .target(
            name: "Semantics", dependencies: ["Diagnostics", "Syntax"],
            resources: [.embedInCode("Prelude/prelude.audit")], swiftSettings: strict),
        // The page's template and style are in the program itself, which stands alone.
        .target(
            name: "Reporting",
            dependencies: ["CCairo", "Diagnostics", "Statistics", "Images", realModule, mustache],
            resources: [
                .embedInCode("Templates/page.mustache"), .embedInCode("Templates/guide.mustache"),
                .embedInCode("Templates/page.css"),
            ],
            swiftSettings: strict),
        library("Provenance", ["Diagnostics", "Hashing"]),
        library(
            "Runtime",
            [
                "Diagnostics", "Syntax", "Statistics", "Hashing", "Tensors", "Images", "Weights",
                "Generation",
                "Classification", "Semantics", "Reporting", "Provenance",
            ]),
        library("REPL", ["CReadline", "Diagnostics", "Syntax", "Semantics", "Provenance", "Runtime"]),
        library("LanguageServer", ["Diagnostics", "Syntax", "Semantics"]),
        .executableTarget(
            name: "dermaudit",
            dependencies: [
                argumentParser, "Diagnostics", "Syntax", "Images", "Generation", "Semantics", "Reporting",
                "Provenance",
                "Runtime", "REPL", "LanguageServer",
            ],
            swiftSettings: strict),
        tests("Diagnostics"),
        tests("Syntax", ["Diagnostics", "Semantics", "TestSupport"], resources: [.copy("Cases")]),
        tests("Statistics", [realModule], exclude: ["Fixtures"]),
        tests("Hashing"),
        tests("Tensors"),
        tests("Images", resources: [.copy("Fixtures")]),
        tests("Weights", exclude: ["Fixtures"]),
        tests("Generation"),
        tests(
            "Classification", ["TestSupport"],
            exclude: ["Keras/Models", "Keras/make_models.py", "ONNX/Models", "ONNX/make_models.py"]),
        tests("Semantics", ["Diagnostics", "Syntax"]),
        tests("Reporting", ["Statistics", "Images"], exclude: ["Goldens"]),
        tests("Provenance"),
        tests("Runtime", ["TestSupport"], exclude: ["Published"]),
        tests("REPL"),
        tests("LanguageServer", ["Diagnostics", "Syntax", "Semantics"]),
        tests("dermaudit", ["TestSupport"], exclude: ["neovim.lua"]),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        // The oracles' formula and case files, for the tests and for the benchmarks beside PyTorch.
        .target(
            name: "OracleSupport", dependencies: ["Tensors", "Weights"], path: "Tests/OracleSupport",
            swiftSettings: strict),
        .executableTarget(
            name: "benchmarks",
            dependencies: [
                "Diagnostics", "Syntax", "Semantics", "Statistics", "Tensors", "Weights", "Generation",
                "Classification", "Runtime", "OracleSupport",
            ],
            path: "Tests/Benchmarks",
            exclude: [
                "compare.py", "compare_classifiers.py", "compare_scripts.py", "compare_statistics.py",
                "compare_tables.py", "engine_process.py", "language_server.py", "long_script.py", "run",
            ],
            swiftSettings: strict),
        // Scripts changed at random, through everything that reads a script: `make fuzz`.
        .executableTarget(
            name: "fuzzing", dependencies: ["Diagnostics", "Syntax", "Semantics", "TestSupport"],
            path: "Tests/Fuzzing", swiftSettings: strict),
        // Simulations of whether intervals, tests and gates hold what they promise: `make validity`.
        .executableTarget(
            name: "validity", dependencies: ["Statistics", realModule], path: "Tests/Validity",
            exclude: ["peer.py", "run"], swiftSettings: strict),
        .testTarget(
            name: "NetworkOracles",
            dependencies: ["OracleSupport", "Tensors", "Images", "Weights", "Generation", "Classification"],
            exclude: ["Oracles", "Libraries"],
            swiftSettings: strict),
        .testTarget(
            name: "MetricOracles", dependencies: ["Statistics"], exclude: ["Oracles"], swiftSettings: strict),
    ]
)

import ArgumentParser
import Provenance
import Runtime

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What of the machine a command may use.
struct MachineOptions: ParsableArguments {
    @Option(help: "Worker threads; the results do not depend on them. 0 is one a processor.")
    var threads: Int?

    func validate() throws {
        if let threads, !(0...1024).contains(threads) {
            throw ValidationError("--threads \(threads): expected 0 to 1024")
        }
    }

    /// What a run is told.
    func runOptions(_ output: OutputOptions) -> RunOptions {
        var options = RunOptions()
        options.threads = threads
        options.writesJSON = output.json
        options.isColoured = output.color.applies(to: STDOUT_FILENO)
        options.store = StandardFolder.store(environment: Self.environment).map { ContentStore(folder: $0) }
        return options
    }

    /// The variables that decide where files are kept.
    static var environment: [String: String] {
        let names = ["DERMAUDIT_STORE", "XDG_CACHE_HOME", "XDG_STATE_HOME", "HOME"]
        let pairs = names.compactMap { name in getenv(name).map { (name, String(cString: $0)) } }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }
}

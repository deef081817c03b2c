import Foundation
import Generation
import OracleSupport
import Tensors

/// Runs one network, or one statistic, each time a line arrives on standard input, and answers with the milliseconds
/// that it took.
///
///     benchmarks NETWORK ENGINE THREADS
///     benchmarks STATISTIC
///     benchmarks table FILE [THREADS]
///     benchmarks script lex|parse|format|check FILE
///
/// `compare.py`, `compare_statistics.py`, `compare_tables.py` and `compare_scripts.py` hold the other end and run the peer in turn with it.
@main
enum Benchmarks {
    static func main() throws {
        guard let run = try makingWork(CommandLine.arguments) else {
            FileHandle.standardError.write(
                Data("benchmarks NETWORK ENGINE THREADS, or benchmarks STATISTIC\n".utf8))
            exit(2)
        }
        let clock = ContinuousClock()
        while readLine() != nil {
            var made: Any?
            let time = try clock.measure { made = try run() }
            made = nil
            let milliseconds =
                Double(time.components.seconds) * 1e3 + Double(time.components.attoseconds) * 1e-15
            FileHandle.standardOutput.write(Data("\(milliseconds)\n".utf8))
        }
    }

    /// What is to be measured.
    typealias Run = () throws -> Void

    /// What is to be measured where it makes something, whose end is not measured.
    typealias MakingRun = () throws -> Any

    private static func makingWork(_ arguments: [String]) throws -> MakingRun? {
        if arguments.count == 4, arguments[1] == "script" {
            return try ScriptBenchmarks.run(arguments[2], path: arguments[3])
        }
        guard let run = try work(arguments) else { return nil }
        return {
            try run()
            return ()
        }
    }

    /// What the arguments name; nil where they name nothing.
    private static func work(_ arguments: [String]) throws -> Run? {
        if (3...4).contains(arguments.count), arguments[1] == "table" {
            return TableBenchmarks.run(
                arguments[2], threads: arguments.count == 4 ? Int(arguments[3]) ?? 2 : 2)
        }
        if arguments.count == 2 { return try StatisticsBenchmarks.run(arguments[1]) }
        guard arguments.count == 4, let choice = EngineChoice(rawValue: arguments[2]),
            let threads = Int(arguments[3]), let build = networks[arguments[1]]
        else { return nil }
        return try build(Engine.load(choice, threads: threads))
    }

    private static var networks: [String: (Engine) throws -> Run] {
        ["lightningdit-xl-1-step": guidedStep, "va-vae-decode": decode].merging(ClassifierBenchmarks.networks)
        {
            first, _ in first
        }
    }

    /// One guided Euler step of LightningDiT-XL/1 for one image, its modulations included.
    private static func guidedStep(_ engine: Engine) throws -> Run {
        let oracle = try OracleCase.read("lightningdit-xl-1-text")
        let part = oracle.parts[0]
        let hints = LightningDiTConfiguration.Hints(
            heads: part.config["num_heads"].int, usesRotary: part.config["use_rope"].bool,
            latentSide: part.config["input_size"].int)
        let network = try LightningDiT(from: SyntheticSource(part, of: oracle), hints: hints, on: engine)
        let x = SyntheticWeights.tensor("input/x", shape: [16, 16, 32], kind: "noise", seed: 0)
        let prompt = Condition.text(SyntheticWeights.tensor("input/x", shape: [768], kind: "noise", seed: 0))
        let sampler = try FlowSampler(FlowSettings(steps: 2, guidance: 10, intervalStart: 0))
        return {
            let tables = try engine.map([prompt, .none]) { condition throws(GenerationError) in
                try network.modulations(times: [sampler.times[0]], condition: condition)
            }
            _ = try sampler.sample(from: x, on: engine) { x, step, half throws(GenerationError) in
                try network.velocity(of: x, tables[half == .conditional ? 0 : 1], step: step)
            } afterStep: { _, _ throws(GenerationError) in
            }
        }
    }

    /// VA-VAE f16d32: one latent to 256 x 256 pixels.
    private static func decode(_ engine: Engine) throws -> Run {
        let oracle = try OracleCase.read("va-vae-f16d32")
        let network = try Autoencoder(from: SyntheticSource(oracle.parts[0], of: oracle), on: engine)
        let z = SyntheticWeights.tensor("input/x", shape: [16, 16, 32], kind: "noise", seed: 0)
        return { _ = try network.decode(z) }
    }
}

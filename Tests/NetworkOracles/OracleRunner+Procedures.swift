import Generation
import Tensors
import Testing

extension OracleRunner {
    /// Runs the case, whatever its procedure.
    func run() throws {
        switch oracle.procedure["kind"].string {
        case "velocity": try runVelocity()
        case "flow": try runFlow()
        case "autoencoder": try runAutoencoder()
        case "text": try runText()
        case "pipeline": try runPipeline()
        case let kind: Issue.record("no procedure is called \(kind ?? "nothing")")
        }
    }

    private func runVelocity() throws {
        let network = try denoiser()
        let (latents, times) = (Self.images(try oracle.input("x")), try oracle.input("t").values)
        let conditions = try conditions(network)
        let velocities = try latents.indices.map { index in
            let table = try network.modulations(times: [times[index]], condition: conditions[index])
            return try network.velocity(of: latents[index].channelsLast(), table, step: 0)
        }
        try expect("velocity", velocities)
    }

    private func runFlow() throws {
        let network = try denoiser()
        let sampler = try sampler()
        let noises = Self.images(try oracle.input("x")).map { $0.channelsLast() }
        let statistics = try statistics()
        var states: [[Tensor]] = []
        for (noise, condition) in zip(noises, try conditions(network)) {
            states.append(try trajectory(network, sampler, noise, condition))
        }
        let byStep = (0...sampler.stepCount).flatMap { step in states.map { $0[step] } }
        try expect("states", byStep, leading: [sampler.stepCount + 1])
        try expect("latent", states.map { statistics.denormalised($0[sampler.stepCount]) })
        try oracle.expect("times", shape: [sampler.times.count], values: sampler.times)
    }

    private func runAutoencoder() throws {
        let network = try autoencoder()
        let latents = Self.images(try oracle.input("z"))
        try expectImages("decoded", latents.map { try network.decode($0.channelsLast()) })
        guard oracle.inputs["image"] != nil else { return }
        let images = Self.images(try oracle.input("image"))
        let moments = try images.map { try network.encode($0.channelsLast()) }
        try expect("mean", moments.map(\.mean))
        try expect("logvar", moments.map(\.logVariance))
    }

    private func runText() throws {
        let network = try textEncoder()
        let texts = try texts()
        try expectRows("states", texts.map { try network.states($0) })
        try expectRows("pooled", texts.map { try network.vector(.pooled, of: $0) })
        try expectRows("projected", texts.map { try network.vector(.projected, of: $0) })
    }

    private func runPipeline() throws {
        let tower = try textEncoder()
        let vectors = try texts().map { try tower.vector(.projected, of: $0) }
        try expectRows("projected", vectors)
        let (network, sampler, statistics) = (try denoiser(), try sampler(), try statistics())
        let noises = Self.images(try oracle.input("x")).map { $0.channelsLast() }
        let samples = try zip(noises, vectors).map { noise, vector in
            try #require(try trajectory(network, sampler, noise, .text(vector)).last)
        }
        try expect("state", samples)
        let latents = samples.map { statistics.denormalised($0) }
        try expect("latent", latents)
        let decoder = try autoencoder()
        try expectImages("image", latents.map { try decoder.decode($0) })
    }

    /// All states of one image, the noise first.
    private func trajectory(
        _ network: LightningDiT, _ sampler: FlowSampler, _ noise: Tensor, _ condition: Condition
    ) throws -> [Tensor] {
        let times = Array(sampler.times.dropLast())
        let conditional = try network.modulations(times: times, condition: condition)
        let unconditional = try network.modulations(times: times, condition: .none)
        var states = [noise]
        _ = try sampler.sample(from: noise, on: engine) { x, step, half throws(GenerationError) in
            try network.velocity(of: x, half == .conditional ? conditional : unconditional, step: step)
        } afterStep: { _, x in
            states.append(x)
        }
        return states
    }

    private func sampler() throws -> FlowSampler {
        let procedure = oracle.procedure
        let channels: GuidanceChannels = procedure["guided_channels"].int.map { .first($0) } ?? .all
        return try FlowSampler(
            FlowSettings(
                steps: try #require(procedure["num_steps"].int),
                shift: try #require(procedure["timestep_shift"].double),
                guidance: try #require(procedure["guidance"].double), guidanceChannels: channels,
                intervalStart: try #require(procedure["interval_start"].double)))
    }

    private func statistics() throws -> LatentStatistics {
        LatentStatistics(mean: try oracle.input("mean"), deviation: try oracle.input("std"))
    }

    private func texts() throws -> [[Int]] {
        let ids = try #require(oracle.inputs["ids"])
        return stride(from: 0, to: ids.integers.count, by: ids.shape[1]).map {
            Array(ids.integers[$0..<$0 + ids.shape[1]])
        }
    }
}

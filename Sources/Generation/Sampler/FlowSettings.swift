/// How a latent is sampled: everything of a run that determines it, beside network, condition and noise.
package struct FlowSettings: Sendable, Hashable {
    /// Grid points; there is one step less (lightningdit.md, section 5).
    package var steps: Int
    /// Below 1, more grid points lie near the noise; 0 leaves the grid uniform.
    package var shift: Double
    /// The weight w of v_u + w (v_c - v_u); guidance is off where it is at most 1.
    package var guidance: Double
    /// The channels that are guided.
    package var guidanceChannels: GuidanceChannels
    /// Guidance is off at times below this one, strictly.
    package var intervalStart: Double

    /// - Parameters: the published ones for 64 epochs where they are left out.
    package init(
        steps: Int = 250, shift: Double = 0.3, guidance: Double = 10,
        guidanceChannels: GuidanceChannels = .first(3), intervalStart: Double = 0.11
    ) {
        self.steps = steps
        self.shift = shift
        self.guidance = guidance
        self.guidanceChannels = guidanceChannels
        self.intervalStart = intervalStart
    }

    /// Throws for the first setting that is outside its range.
    package func validate() throws(GenerationError) {
        guard (2...100_000).contains(steps) else {
            throw .setting(name: "steps", expected: "2 to 100000", found: "\(steps)")
        }
        guard shift.isFinite, shift >= 0, shift <= 1000 else {
            throw .setting(name: "shift", expected: "0 to 1000", found: "\(shift)")
        }
        guard guidance.isFinite, guidance >= 0, guidance <= 1000 else {
            throw .setting(name: "guidance", expected: "0 to 1000", found: "\(guidance)")
        }
        guard (0...1).contains(intervalStart) else {
            throw .setting(name: "interval", expected: "0 to 1", found: "\(intervalStart)")
        }
        if case .first(let number) = guidanceChannels, number < 1 {
            throw .setting(name: "guidance channels", expected: "`all`, or 1 and more", found: "\(number)")
        }
    }

    /// The grid from 0 (noise) to 1 (data), in float32 as in the public code.
    package var times: [Float] {
        let last = steps - 1
        let step = 1 / Float(last)
        let uniform = (0...last).map { $0 < steps / 2 ? step * Float($0) : 1 - step * Float(last - $0) }
        guard shift > 0 else { return uniform }
        return uniform.map { Float(shift) * $0 / (1 + Float(shift - 1) * $0) }
    }

    /// Whether the step that begins at `time` needs the unconditional velocity.
    package func isGuided(at time: Float) -> Bool { guidance > 1 && !(time < Float(intervalStart)) }

    /// Network evaluations of one image.
    package var evaluations: Int { times.dropLast().reduce(0) { $0 + (isGuided(at: $1) ? 2 : 1) } }
}

/// What a script says about sampling; what it leaves out is taken from the model.
package struct SamplerOptions: Sendable, Hashable {
    /// Grid points, one more than Euler steps.
    package var steps: Int?
    package var shift: Double?
    package var guidance: Double?
    package var guidanceChannels: GuidanceChannels?
    package var intervalStart: Double?

    package init(
        steps: Int? = nil, shift: Double? = nil, guidance: Double? = nil,
        guidanceChannels: GuidanceChannels? = nil, intervalStart: Double? = nil
    ) {
        self.steps = steps
        self.shift = shift
        self.guidance = guidance
        self.guidanceChannels = guidanceChannels
        self.intervalStart = intervalStart
    }

    /// These options where they are given, the model's `defaults` elsewhere.
    package func completed(by defaults: FlowSettings) -> FlowSettings {
        FlowSettings(
            steps: steps ?? defaults.steps, shift: shift ?? defaults.shift,
            guidance: guidance ?? defaults.guidance,
            guidanceChannels: guidanceChannels ?? defaults.guidanceChannels,
            intervalStart: intervalStart ?? defaults.intervalStart)
    }
}

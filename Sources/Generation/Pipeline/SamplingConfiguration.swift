/// The part `sampler` of an embedded model's configuration.
struct SamplingConfiguration: Decodable {
    let steps: Int?
    let guidance: Double?
    let shift: Double?
    let interval: Double?
    /// A number, or "all".
    let channels: Channels?

    enum Channels: Decodable {
        case number(Int)
        case word(String)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int.self) {
                self = .number(number)
            } else {
                self = .word(try container.decode(String.self))
            }
        }
    }

    private enum CodingKeys: String, CodingKey {
        case steps, guidance, shift, interval
        case channels = "guidance_channels"
    }

    /// These settings as options; `path` names the file in errors.
    func options(path: String) throws(GenerationError) -> SamplerOptions {
        let guided: GuidanceChannels? =
            switch channels {
            case nil: nil
            case .number(let number): .first(number)
            case .word("all"): .all
            case .word(let word):
                throw .malformed(
                    path: path, place: "`sampler.guidance_channels`", expected: "a number, or \"all\"",
                    found: "`\(word.prefix(40))`")
            }
        return SamplerOptions(
            steps: steps, shift: shift, guidance: guidance, guidanceChannels: guided, intervalStart: interval)
    }
}

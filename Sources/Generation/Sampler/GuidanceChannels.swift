/// Which channels classifier-free guidance changes.
package enum GuidanceChannels: Sendable, Hashable {
    /// The first so many; the published figures were made with 3 (lightningdit.md, section 6).
    case first(Int)
    /// Every channel.
    case all

    /// How many of `channels` are guided.
    func count(of channels: Int) -> Int {
        switch self {
        case .first(let number): min(number, channels)
        case .all: channels
        }
    }
}

extension GuidanceChannels: CustomStringConvertible {
    package var description: String {
        switch self {
        case .first(let number): "\(number)"
        case .all: "all"
        }
    }
}

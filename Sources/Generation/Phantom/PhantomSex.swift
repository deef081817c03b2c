/// The sex of a drawn person; its only correlate in the image is hair.
public enum PhantomSex: String, Sendable, Hashable, CaseIterable {
    /// A man: three times a woman's number of hairs on average, and coarser ones.
    case male = "m"
    /// A woman.
    case female = "f"

    /// The word used in prompts.
    public var word: String { self == .male ? "male" : "female" }
}

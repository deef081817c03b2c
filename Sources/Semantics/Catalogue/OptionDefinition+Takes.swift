extension OptionDefinition {
    /// The values that it takes, in words; empty for a flag.
    package var takes: String {
        guard phrase.isEmpty else { return phrase.map(\.phrase).joined(separator: ", then ") }
        return parameters.enumerated().map { place, kind in
            place < required ? kind.phrase : "\(kind.phrase) (may be left out)"
        }.joined(separator: ", then ")
    }
}

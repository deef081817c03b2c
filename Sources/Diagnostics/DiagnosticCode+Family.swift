extension DiagnosticCode {
    /// Whether it says that a name means nothing, or something else: E03xx.
    package var isAboutNames: Bool { description.hasPrefix("E03") }
}

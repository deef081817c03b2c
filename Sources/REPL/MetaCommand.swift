/// A line that speaks to the REPL and not to the language: `:help`, `:save explore.audit`.
package enum MetaCommand: String, Sendable, CaseIterable {
    case help
    case vars
    case save
    case load
    case quit

    /// What it does, in one line, with the form of its argument.
    package var summary: String {
        switch self {
        case .help: ":help          this list"
        case .vars: ":vars          the names that statements have bound"
        case .save: ":save FILE     write the statements that succeeded, formatted"
        case .load: ":load FILE     run a script's statements here"
        case .quit: ":quit          leave; Ctrl-D does the same"
        }
    }

    /// What a line that starts with `:` asks for.
    package enum Request: Sendable, Equatable {
        /// A command with the text behind it, without the blanks around it.
        case command(MetaCommand, argument: String)
        /// No command, or several, begin with this word.
        case unclear(String, candidates: [String])
    }

    /// Reads a line whose first character is `:`; any beginning that only one command has is enough.
    package static func request(_ line: String) -> Request {
        let words = line.dropFirst().split(separator: " ", maxSplits: 1)
        let word = words.first.map(String.init) ?? ""
        let matches = allCases.filter { $0.rawValue.hasPrefix(word) && !word.isEmpty }
        guard matches.count == 1, let command = matches.first else {
            let candidates = matches.isEmpty ? allCases : matches
            return .unclear(word, candidates: candidates.map { ":" + $0.rawValue })
        }
        let argument = words.count > 1 ? words[1].drop { $0 == " " } : ""
        return .command(command, argument: String(argument.reversed().drop { $0 == " " }.reversed()))
    }
}

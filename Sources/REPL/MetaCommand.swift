/// A line that speaks to the REPL and not to the language: `:help`, `:save explore.audit`.
package enum MetaCommand: String, Sendable, CaseIterable {
    case help
    case doc
    case vars
    case type
    case plan
    case cells
    case show
    case time
    case undo
    case set
    case save
    case load
    case quit

    /// What it does, in one line, with the form of its argument.
    package var summary: String {
        switch self {
        case .help: ":help [WORD]     this list, or what a word means"
        case .doc: ":doc WORD        what a statement, metric, attribute, option, code or name means"
        case .vars: ":vars            the names that statements have bound"
        case .type: ":type VALUE      what a name or an expression is, without running anything"
        case .plan:
            ":plan [WHAT]     what a statement, or sampling a cohort, would cost: :plan it.cohort with n 100"
        case .cells: ":cells [COHORT]  the cells of a cohort: values, images, prompt"
        case .show: ":show [COHORT] [K]  a picture with image K of every cell"
        case .time: ":time            how long the last statement took"
        case .undo: ":undo            take back the last statement that succeeded"
        case .set: ":set NAME VALUE  as the statement `set`"
        case .save: ":save FILE       write the statements that succeeded, formatted"
        case .load: ":load FILE       run a script's statements here"
        case .quit: ":quit            leave; Ctrl-D does the same"
        }
    }

    /// Whether a name of the session may stand behind it.
    var takesName: Bool {
        switch self {
        case .help, .doc, .type, .plan, .cells, .show: true
        default: false
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
        let exact = matches.first { $0.rawValue == word }
        guard let command = exact ?? (matches.count == 1 ? matches.first : nil) else {
            let candidates = matches.isEmpty ? allCases : matches
            return .unclear(word, candidates: candidates.map { ":" + $0.rawValue })
        }
        let argument = words.count > 1 ? words[1].drop { $0 == " " } : ""
        return .command(command, argument: String(argument.reversed().drop { $0 == " " }.reversed()))
    }
}

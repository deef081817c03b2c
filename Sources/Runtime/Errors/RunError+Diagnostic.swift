import Diagnostics

extension RunError {
    /// What a person is told, with the statement that could not be executed.
    package func diagnostic(at span: SourceSpan) -> Diagnostic {
        Diagnostic(code, message, at: span, label: "while executing this", notes: notes, helps: helps)
    }

    private var notes: [String] {
        if case .classification(let error) = self { error.details } else { [] }
    }

    /// The stable code of this kind of failure.
    package var code: DiagnosticCode {
        switch self {
        case .files(.unwritable), .picture(.unwritable): "E0802"
        case .files, .picture: "E0801"
        case .table: "E0803"
        case .statistics: "E0804"
        case .weights, .generation(.weights), .image(_, .weights), .classification(.weights),
            .classification(.wrongArchitecture), .classification(.unsaidHidden), .classification(.normedHead):
            "E0805"
        case .generation(.notFinite), .image(_, .notFinite), .classification(.notFinite): "E0806"
        case .engine, .generation(.engine), .image(_, .engine), .classification(.engine),
            .classification(.noRuntime):
            "E0807"
        case .generation, .image, .classification, .model, .figure: "E0808"
        case .unsupported, .unknownName: "E0809"
        case .cancelled: "E0810"
        case .photographs: "E0811"
        }
    }

    private var message: String {
        switch self {
        case .files(let error): error.description
        case .table(let error): error.description
        case .photographs(let error): error.description
        case .statistics(let error): error.description
        case .engine(let error): "\(error)"
        case .weights(let error): "\(error)"
        case .generation(let error): "\(error)"
        case .image(let name, let error): "the image `\(name)` could not be made: \(error)"
        case .classification(let error): error.headline
        case .picture(let error): error.description
        case .figure(let error): error.description
        case .model(let reason): reason
        case .unknownName(let name): "there is no result named `\(name)`"
        case .unsupported(let what): "\(what) is not yet in this version"
        case .cancelled: "stopped"
        }
    }

    private var helps: [String] {
        switch self {
        case .table: ["correct the file; nothing was reported from it"]
        case .image: ["finished images are kept: after the cause is removed, a new run continues"]
        case .cancelled: ["finished images are kept: a new run continues"]
        default: []
        }
    }
}

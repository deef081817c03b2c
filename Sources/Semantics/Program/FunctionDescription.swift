import Diagnostics
import Syntax

/// A function of the language: what it is made of, and the names where it stands.
///
/// Calls are written out before the run: the body is checked once for each, with the parameters bound to the call's values.
public final class FunctionDescription: Sendable {
    /// Its name.
    public let name: String
    /// The script that it stands in.
    let source: Source
    /// The parameters, the type of the value and the body.
    let statement: DefStatement
    /// The names that the body sees: those bound before it. It is not among them, so nothing can call itself.
    let environment: CheckEnvironment
    /// The names before it whose statements made no sense; what goes wrong below it does not change its body.
    let broken: Set<String>

    /// Keeps a function as it stands in a script.
    init(source: Source, statement: DefStatement, environment: CheckEnvironment, broken: Set<String>) {
        name = statement.name.text
        self.source = source
        self.statement = statement
        self.environment = environment
        self.broken = broken
    }

    /// How it is called: `gap(steps: int, share: percent = 50%) -> number`.
    package var signature: String {
        let parameters = statement.parameters.map { parameter in
            parameter.name.text + (parameter.type.map { ": \($0.text)" } ?? "")
                + (parameter.value.map { " = \(source.text(of: $0.span))" } ?? "")
        }
        let result = statement.result.map { " -> \($0.text)" } ?? ""
        return "\(name)(\(parameters.joined(separator: ", ")))\(result)"
    }
}

extension FunctionDescription: Hashable {
    /// The same function, not one that reads alike.
    public static func == (left: FunctionDescription, right: FunctionDescription) -> Bool {
        left === right
    }

    /// Hashes which function it is.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(self))
    }
}

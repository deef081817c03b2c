import Diagnostics
import Syntax

extension Checker {
    /// The path of a file that is read, as the script sees it: one that is written in a used file begins at that file's folder.
    ///
    /// Where a path begins with a value, as `"{folder}/meta.csv"` or a parameter, it is the caller's and stays as it is.
    func located(_ value: Value, _ expression: Expression) -> Value {
        guard case .string(let literal) = expression.kind, case .string(let path) = value else {
            return value
        }
        return .string(located(path, literal))
    }

    /// The same of a path that is written as a text in quotes.
    func located(_ path: String, _ literal: StringLiteral) -> String {
        guard !environment.folder.isEmpty, !path.hasPrefix("/"), case .text? = literal.segments.first else {
            return path
        }
        return PathText.plain(environment.folder + "/" + path)
    }
}

/// A case of a JUnit file.
package struct JUnitCase: Sendable {
    /// What came of it; the raw value of any but `passed` is the element's name.
    package enum Kind: String, Sendable {
        /// It held.
        case passed
        /// It did not hold.
        case failure
        /// It could not be decided.
        case error
        /// It did not hold, and that fails nothing.
        case skipped
    }

    /// What is asked.
    package let name: String
    /// Where it stands: a script.
    package let className: String
    /// Seconds that it took.
    package let seconds: Double
    /// What came of it.
    package let kind: Kind
    /// What went wrong, in a line.
    package let message: String
    /// Everything that was said about it.
    package let detail: String
    /// The type of the element; the kind's name where nothing else is said.
    package var type: String?

    /// Tells of a case.
    package init(
        name: String, className: String, seconds: Double, kind: Kind, message: String, detail: String,
        type: String? = nil
    ) {
        self.name = name
        self.className = className
        self.seconds = seconds
        self.kind = kind
        self.message = message
        self.detail = detail
        self.type = type
    }

    /// The element, in lines.
    var lines: [String] {
        let time = seconds == 0 ? "0" : Decimals.text(seconds)
        let head =
            "<testcase name=\"\(XMLText.attribute(name))\" classname=\"\(XMLText.attribute(className))\" time=\"\(time)\""
        guard kind != .passed else { return ["    \(head)/>"] }
        return [
            "    \(head)>",
            "      <\(kind.rawValue) message=\"\(XMLText.attribute(message))\" type=\"\(type ?? kind.rawValue)\">"
                + "\(XMLText.escaped(detail))</\(kind.rawValue)>",
            "    </testcase>",
        ]
    }
}

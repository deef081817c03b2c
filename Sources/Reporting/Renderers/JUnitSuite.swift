/// A JUnit XML file of one suite, in the form that CI servers read: what the schema `junit-10.xsd` of Jenkins' xUnit plugin
/// allows, and nothing else.
package struct JUnitSuite: Sendable {
    /// A property of the suite.
    struct Property: Sendable {
        let name: String
        let value: String
    }

    /// What the suite is called.
    let name: String
    /// The file that it is about; nil for several.
    let file: String?
    /// What is said before everything else; nil for nothing.
    let warning: String?
    /// Facts about the whole.
    let properties: [Property]
    /// The cases, in order.
    let cases: [JUnitCase]

    /// A suite of cases alone.
    package init(name: String, cases: [JUnitCase]) {
        self.init(name: name, file: nil, warning: nil, properties: [], cases: cases)
    }

    /// A suite with everything that there is to say.
    init(name: String, file: String?, warning: String?, properties: [Property], cases: [JUnitCase]) {
        self.name = name
        self.file = file
        self.warning = warning
        self.properties = properties
        self.cases = cases
    }

    /// The file.
    package var text: String {
        let place = file.map { " file=\"\(XMLText.attribute($0))\"" } ?? ""
        var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
        lines += warning.map { ["<!-- \(XMLText.escaped($0)) -->"] } ?? []
        lines.append("<testsuites name=\"dermaudit\"\(counts)>")
        lines.append(
            "  <testsuite name=\"\(XMLText.attribute(name))\"\(place)\(counts) skipped=\"\(count(.skipped))\">"
        )
        lines.append("    <properties>")
        lines += properties.map { fact in
            "      <property name=\"\(XMLText.attribute(fact.name))\" value=\"\(XMLText.attribute(fact.value))\"/>"
        }
        lines.append("    </properties>")
        lines += cases.flatMap(\.lines)
        return (lines + ["  </testsuite>", "</testsuites>"]).joined(separator: "\n") + "\n"
    }

    /// ` tests="3" failures="1" ...`
    private var counts: String {
        let seconds = cases.reduce(0) { $0 + $1.seconds }
        let time = seconds == 0 ? "0" : Decimals.text(seconds)
        return
            " tests=\"\(cases.count)\" failures=\"\(count(.failure))\" errors=\"\(count(.error))\" time=\"\(time)\""
    }

    private func count(_ kind: JUnitCase.Kind) -> Int {
        cases.count { $0.kind == kind }
    }
}

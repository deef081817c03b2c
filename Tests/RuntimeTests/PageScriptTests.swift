import Diagnostics
import Foundation
import Semantics
import Syntax
import TestSupport
import Testing

@testable import Runtime

@Suite("The scripts of docs/tutorial.md and docs/cookbook.md")
struct PageScriptTests {
    static let tutorial = PageScript.all(of: "docs/tutorial.md")
    static let cookbook = PageScript.all(of: "docs/cookbook.md")

    /// A folder with the scripts, the tables and the models that the pages name.
    private static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        func copy(_ path: String, to name: String) throws {
            try FileManager.default.copyItem(
                atPath: PageScript.checkout.appending(path: path).path, toPath: folder.path + "/" + name)
        }
        for name in ["holdout", "calibration", "clinic"] {
            try copy("examples/data/gate-equal.csv", to: name + ".csv")
        }
        let header = "image,diagnosis,sex,age,skin_type,p_melanoma"
        for (name, column) in [("several", "p_before,p_after"), ("visits", "patient"), ("survey", "w")] {
            try folder.write("\(header),\(column)\na,nevus,f,43,III,0.8,1,1\n", to: name + ".csv")
        }
        try copy("examples/data/photographs", to: "photographs")
        try copy("Tests/ClassificationTests/Keras/Models/nested.keras", to: "person.keras")
        try folder.write("image,diagnosis,sex,age\nbenign_f_1,nevus,female,30\n", to: "people.csv")
        for script in tutorial + cookbook where script.name.hasPrefix("lib/") {
            try folder.write(script.text, to: script.name)
        }
        return folder
    }

    @Test("every script has a name, and there are as many as the pages promise")
    func count() {
        #expect(Self.tutorial.count >= 6)
        #expect(Self.cookbook.count >= 20)
        #expect((Self.tutorial + Self.cookbook).allSatisfy { !$0.name.isEmpty })
        #expect(Set(Self.cookbook.map(\.name)).count == Self.cookbook.count)
    }

    @Test("each is right, once its files are there", arguments: tutorial + cookbook)
    func checked(script: PageScript) throws {
        let folder = try Self.folder()
        let result = Checker.check(
            source: Source(name: script.name, text: script.text), schema: FolderSchema(folder: folder.path))
        #expect(result.diagnostics.map { "\($0.code) \($0.message)" } == [])
    }

    @Test("each stands as the formatter writes it", arguments: tutorial + cookbook)
    func formatted(script: PageScript) {
        #expect(Formatter.format(Source(name: script.name, text: script.text)) == script.text)
    }
}

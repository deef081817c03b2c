import Foundation
import TestSupport
import Testing

@Suite("Pages of documentation")
struct DocsCommandTests {
    let program: BuiltProgram
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        program = BuiltProgram(in: folder.path)
    }

    private func pages(_ name: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + name)) ?? []).sorted()
    }

    @Test("the standard library has an index and a page for each module, complete and without anything else")
    func library() throws {
        #expect(try program.run(["docs", "--out", "pages"]).code == 0)
        let modules = try program.run(["doc", "modules"]).output.split(separator: "\n")
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(pages("pages") == (modules.map { $0 + ".html" } + ["index.html"]).sorted())
        let index = try folder.read("pages/index.html")
        for module in modules { #expect(index.contains("<a href=\"\(module).html\">\(module)</a>")) }
        let bands = try folder.read("pages/derm.bands.html")
        for part in [
            "def band(types: set&lt;fst&gt;, size: int = 100) -&gt; cohort",
            "A cohort of both sexes of one band",
            "light, medium, dark", "the halves leave none out",
            "<pre tabindex=\"0\"><code>use derm.bands</code>",
        ] {
            #expect(bands.contains(part), "\(part)")
        }
    }

    private let hostile = """
        ## <script>alert(1)</script> [x](javascript:alert(1)) & `<b>`
        edition 2026

        ## - <img src=x onerror=alert(1)>
        ##
        ##     </code></pre><script>alert(2)</script> ```
        attribute hair = enum [none, some] with title "</li><script>", columns [hair]
        ## </article><script>
        def two(text: string = "</pre><script>") { text }
        let b = "</title><script>"
        test "a <script> `x" { require 1 == 1 }

        """

    @Test("comments, texts and names are never markup", arguments: ["html", "md"])
    func hostileComments(format: String) throws {
        try folder.write(hostile, to: "lib/a<script>.audit")
        try folder.write(hostile, to: "index.audit")
        let result = try program.run(["docs", ".", "--out", "pages", "--format", format])
        #expect(result.code == 0, "\(result.errors)")
        #expect(pages("pages") == ["index-2.\(format)", "index.\(format)", "lib.a-script-.\(format)"])
        for page in pages("pages") {
            let text = try folder.read("pages/" + page)
            let lines = text.split(separator: "\n").map(String.init)
            // Lines of code in a fence are no markup; all else is escaped.
            let fences = lines.indices.filter { lines[$0].hasPrefix("```") }
            let code = Set(
                stride(from: 0, to: fences.count - 1, by: 2).flatMap { fences[$0]...fences[$0 + 1] })
            let open = lines.indices.filter { !code.contains($0) && lines[$0].contains("<script") }
                .map { lines[$0].replacing("\\<script", with: "") }.filter { $0.contains("<script") }
            #expect(open == [])
            #expect(fences.count.isMultiple(of: 2))
            #expect(!text.contains("<img") || text.contains("\\<img"))
        }
    }

    @Test("the page of a script holds what it declares, by kind")
    func scriptPage() throws {
        try folder.write(
            """
            edition 2026
            ## People of our clinic.

            ## As the policy says.
            let limit = 10%
            let half = limit / 2
            let _own = 1
            ## Everybody.
            cohort all = sex in [m, f] n 2 from phantom
            def few(size: int = 1) -> cohort { cohort c = all with n size }
            ## Counts.
            test "two cells" { require cells(all) == 2 }
            print limit

            """, to: "lib/clinic.audit")
        #expect(try program.run(["docs", "lib", "--out", "pages", "--format", "md"]).code == 0)
        #expect(
            try folder.read("pages/clinic.md") == """
                # clinic.audit

                ```audit
                use "clinic.audit"
                ```

                People of our clinic.

                ## Functions

                ### few

                ```audit
                def few(size: int = 1) -> cohort
                ```

                ## Constants

                ### limit, half

                ```audit
                let limit = 10%
                let half = limit / 2
                ```

                - `half`: number 0.05

                As the policy says.

                ## Cohorts

                ### all

                ```audit
                cohort all = sex in [m, f] n 2 from phantom
                ```

                - 2 sex = 2 cells x 2 = 4 images

                Everybody.

                ## Tests

                - two cells: Counts.

                [Index](index.md)

                """)
    }

    @Test(
        "where a script is wrong or missing, or a page cannot be written, no page is",
        arguments: [
            (["good.audit", "wrong.audit"], "pages", Int32(3), "E0401"),
            (["good.audit", "no.audit"], "pages", 4, "no.audit"),
            (["good.audit"], "good.audit/pages", 4, "is not a folder"),
            (["good.audit"], "taken", 4, "it is a folder"),
            (["empty"], "pages", 4, "no script"),
        ])
    func failures(paths: [String], out: String, code: Int32, message: String) throws {
        try folder.write("edition 2026\nlet n = 2\n", to: "good.audit")
        try folder.write("edition 2026\ncohort c = fst I..VII n 1\n", to: "wrong.audit")
        try folder.write("", to: "taken/good.html/file")
        try folder.write("", to: "empty/notes.txt")
        let result = try program.run(["docs"] + paths + ["--out", out])
        #expect(result.code == code)
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(pages("pages") == [] && pages("taken") == ["good.html"])
    }

    @Test("the command line needs a folder and knows its formats")
    func usage() throws {
        #expect(try program.run(["docs"]).code == 2)
        #expect(try program.run(["docs", "--out", "x", "--format", "pdf"]).code == 2)
        #expect(pages("x") == [])
    }
}

import Testing

@testable import Runtime

@Suite struct UnifiedDiffTests {
    @Test("equal texts have no difference")
    func equal() {
        #expect(UnifiedDiff.text(from: "a\nb\n", to: "a\nb\n", name: "x") == "")
    }

    @Test("a changed line stands between three lines of context")
    func change() {
        let old = (1...9).map(String.init)
        var new = old
        new[4] = "five"
        let text = UnifiedDiff.text(
            from: old.joined(separator: "\n") + "\n", to: new.joined(separator: "\n") + "\n", name: "x.audit")
        #expect(
            text == """
                --- x.audit
                +++ x.audit
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +five
                 6
                 7
                 8

                """)
    }

    @Test("changes far apart make two hunks")
    func twoHunks() {
        let old = (1...30).map(String.init)
        let new = ["new"] + old.dropLast()
        let text = UnifiedDiff.text(
            from: old.joined(separator: "\n") + "\n", to: new.joined(separator: "\n") + "\n", name: "x")
        #expect(text.contains("@@ -1,3 +1,4 @@"))
        #expect(text.contains("@@ -27,4 +28,3 @@"))
    }

    @Test(
        "the end of a text is told as diff tells it",
        arguments: [
            ("a\nb\n", "a\nc\n", "@@ -1,2 +1,2 @@\n a\n-b\n+c\n"),
            ("a", "a\n", "@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n"),
            ("", "a\n", "@@ -0,0 +1,1 @@\n+a\n"), ("a\r\n", "a\n", "@@ -1,1 +1,1 @@\n-a\r\n+a\n"),
        ])
    func end(old: String, new: String, hunk: String) {
        #expect(UnifiedDiff.text(from: old, to: new, name: "x") == "--- x\n+++ x\n" + hunk)
    }
}

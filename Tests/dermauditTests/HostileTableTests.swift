import Foundation
import TestSupport
import Testing

/// Tables made to do harm, each read by a process of its own, whose processor time is limited and whose memory is watched.
@Suite(.serialized) struct HostileTableTests {
    let folder: TemporaryFolder
    let program: WatchedProgram

    init() throws {
        folder = try TemporaryFolder()
        program = WatchedProgram(in: folder.path, seconds: 1)
        try folder.write(
            """
            edition 2026
            dataset d = predictions("t.csv") with labels dx, positive [mel], score p, id image
            report accuracy, dp by sex of d with test none

            """, to: "s.audit")
    }

    private static let header = "image,p,dx,sex\n"

    /// A table, and what is said of it.
    struct Table: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let message: String
        let bytes: @Sendable () -> [UInt8]

        init(_ name: String, _ message: String, _ bytes: @escaping @Sendable () -> [UInt8]) {
            (testDescription, self.message, self.bytes) = (name, message, bytes)
        }
    }

    private static func text(_ text: String, repeated count: Int = 1) -> [UInt8] {
        Array(String(repeating: text, count: count).utf8)
    }

    private static let start = text(header)

    static let tables: [Table] = [
        Table("one field of 60 MB", "length of a field") { start + text("x", repeated: 60_000_000) },
        Table("a quote that is never closed", "length of a field") {
            start + text("\"") + text("x\n", repeated: 30_000_000)
        },
        Table("a row of many fields", "number of fields") { start + text(",", repeated: 10_000_000) },
        Table("a header of many fields", "number of fields") { text("c,", repeated: 1_000_000) },
        Table("zeros", "length of a field") { [UInt8](repeating: 0, count: 60_000_000) },
        Table("a row of nearly full fields", "length of a row") {
            text("image,p,dx,sex") + (0..<60).flatMap { text(",b\($0)") } + text("\n")
                + text(String(repeating: "y", count: 1_000_000) + ",", repeated: 60)
        },
        Table("blank lines", "no rows") { start + text("\n", repeated: 2_000_000) },
        Table("noise", "UTF-8") { start + text("a,0.5,") + [0xC3, 0x28] + text(",f\n") },
        Table("values without end", "a value of `sex`") {
            start + (0..<200_000).flatMap { Array("a\($0),0.5,mel,x\($0)\n".utf8) }
        },
        Table("UTF-16", "UTF-16") { [0xFF, 0xFE] + text("a\0", repeated: 10_000_000) },
        Table("nothing", "is empty") { [] },
    ]

    @Test("a table made to do harm is refused in a second and 100 MB")
    func limits() throws {
        try folder.write(Self.header + "a,0.5,mel,f\nb,0.4,nv,m\n", to: "t.csv")
        let harmless = try program.run(["run", "s.audit"])
        #expect(harmless.result.code == 0)
        for table in Self.tables {
            try Data(table.bytes()).write(to: URL(fileURLWithPath: folder.path + "/t.csv"))
            let (result, peak) = try program.run(["run", "s.audit"])
            #expect(peak - harmless.peak < 100_000, "\(table.testDescription): \(peak - harmless.peak) kB")
            let isTold = result.errors.contains(table.message) || result.output.contains(table.message)
            #expect(isTold, "\(table.testDescription): \(result.code) \(result.errors.prefix(600))")
            #expect([0, 3, 4].contains(result.code), "\(table.testDescription): \(result.code)")
        }
    }

    @Test("what is no file is refused, and not read without end", arguments: ["/dev/zero", "folder"])
    func noFile(path: String) throws {
        try folder.write("x", to: "folder/x")
        try folder.write(
            "edition 2026\ndataset d = predictions(\"\(path)\") with labels dx, score p\nreport accuracy of d\n",
            to: "z.audit")
        let (result, peak) = try program.run(["run", "z.audit"])
        #expect(peak < 1_000_000)
        #expect([3, 4].contains(result.code), "\(result.code)")
        #expect(result.errors.contains(path))
    }
}

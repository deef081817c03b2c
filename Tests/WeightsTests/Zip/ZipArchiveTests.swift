import Testing

@testable import Weights

@Suite("Zip archives")
struct ZipArchiveTests {
    private func names(_ bytes: [UInt8]) throws -> [String] {
        try Fixture.withFile(bytes) { path throws in
            try ZipArchive(try MappedFile(path: path)).entries.map(\.name)
        }
    }

    @Test("members are listed in the directory's order")
    func members() throws {
        #expect(try names(ZipBytes.archive([("b", [1]), ("a/c", [])])) == ["b", "a/c"])
    }

    @Test("the 64-bit directory of archives above 4 GB is read")
    func wide() throws {
        let bytes = ZipBytes.archive([("b", [1, 2, 3]), ("a/c", [4])], isWide: true)
        let contents = try Fixture.withFile(bytes) { path in
            let archive = try ZipArchive(try MappedFile(path: path))
            return try archive.entries.map { try $0.contents(limit: 10, in: archive.file) }
        }
        #expect(contents == [[1, 2, 3], [4]])
    }

    @Test(
        "names that leave the folder are refused",
        arguments: ["/a", "../a", "a/../b", "a\\b", "", "./a", "a\u{7}b"])
    func names(name: String) {
        #expect(throws: WeightsError.self) { try names(ZipBytes.archive([(name, [1])])) }
    }

    @Test("a name that comes twice is refused")
    func twice() {
        #expect(throws: WeightsError.self) { try names(ZipBytes.archive([("a", [1]), ("a", [2])])) }
    }

    @Test("an archive cut anywhere is refused", arguments: 0..<100)
    func truncated(length: Int) throws {
        let whole = ZipBytes.archive([("a", [1, 2, 3]), ("b", [4])])
        try #require(length < whole.count)
        #expect(throws: WeightsError.self) { try names(Array(whole.prefix(length))) }
    }

    @Test("a comment behind the directory is passed over")
    func comment() throws {
        var bytes = ZipBytes.archive([("a", [1])])
        bytes[bytes.count - 2] = 3
        #expect(try names(bytes + [0x50, 0x4B, 5]) == ["a"])
    }
}

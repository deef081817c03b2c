import Diagnostics
import Foundation
import Testing

@testable import Provenance

@Suite struct HostFileTests {
    @Test(
        "the folder of a path is the text before its last part",
        arguments: [
            ("a", ""), ("a/b", "a"), ("/a", "/"), ("/a/b/", "/a"), ("", ""), ("./a/b.c", "./a"),
        ])
    func folder(path: String, folder: String) {
        #expect(PathText.folder(of: path) == folder)
    }

    @Test("a missing file, a folder and a file above the limit are told apart")
    func failures() throws {
        let folder = try TemporaryFolder()
        let file = folder.path + "/file"
        try HostFile.save("12345", to: file)
        #expect(throws: ProvenanceError.unreadable(path: "/no/such", reason: "No such file or directory")) {
            try HostFile.bytes(of: "/no/such")
        }
        #expect(throws: ProvenanceError.unreadable(path: folder.path, reason: "Is a directory")) {
            try HostFile.bytes(of: folder.path)
        }
        #expect(throws: ProvenanceError.tooLarge(path: file, limit: 4)) {
            try HostFile.bytes(of: file, limit: 4)
        }
        #expect(try HostFile.text(of: file, limit: 5) == "12345")
    }

    @Test("a failed save leaves the old file as it was and nothing beside it")
    func untouched() throws {
        let folder = try TemporaryFolder()
        try HostFile.makeFolder(folder.path + "/taken")
        try HostFile.save("old", to: folder.path + "/taken/inner")
        #expect(throws: ProvenanceError.self) { try HostFile.save("new", to: folder.path + "/taken") }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["taken"])
        #expect(try HostFile.text(of: folder.path + "/taken/inner") == "old")
    }

    @Test("of several files that are written together, all are or none is")
    func together() throws {
        let folder = try TemporaryFolder()
        try HostFile.makeFolder(folder.path + "/taken")
        let new = [
            (bytes: Array("1".utf8), path: folder.path + "/a/1"), (Array("2".utf8), folder.path + "/a/2"),
        ]
        #expect(throws: ProvenanceError.self) { try HostFile.save(new + [([], folder.path + "/taken")]) }
        #expect(try HostFile.names(in: folder.path) == ["taken"])
        try HostFile.save(new)
        #expect(try HostFile.names(in: folder.path + "/a").sorted() == ["1", "2"])
        #expect(try HostFile.text(of: folder.path + "/a/2") == "2")
    }
}

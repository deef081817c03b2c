import Diagnostics
import Foundation
import Testing

@testable import Provenance

@Suite struct ContentStoreTests {
    let folder: TemporaryFolder
    let store: ContentStore
    let key = ContentKey(["cell": "sex=m", "seed": "7"])

    init() throws {
        folder = try TemporaryFolder()
        store = ContentStore(folder: folder.path + "/not/yet/there")
    }

    @Test("what was kept is found again, and only under its own key")
    func keepAndFind() throws {
        #expect(store.item(key) == .absent)
        try store.keep([1, 2, 3], under: key)
        #expect(store.item(key) == .found([1, 2, 3]))
        #expect(store.item(ContentKey(["cell": "sex=f", "seed": "7"])) == .absent)
    }

    @Test("an item of no bytes and one of many are kept alike", arguments: [0, 1, 70_000])
    func sizes(count: Int) throws {
        let payload = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        try store.keep(payload, under: key)
        #expect(store.item(key) == .found(payload))
    }

    @Test(
        "a cut, changed, emptied or lengthened file is noticed",
        arguments: ["cut", "flip", "empty", "longer"])
    func damage(kind: String) throws {
        try store.keep(Array("a payload".utf8), under: key)
        var bytes = try HostFile.bytes(of: store.path(of: key))
        switch kind {
        case "cut": bytes.removeLast()
        case "flip": bytes[bytes.count - 1] ^= 1
        case "empty": bytes = []
        default: bytes.append(0)
        }
        try HostFile.save(bytes, to: store.path(of: key))
        #expect(store.item(key) == .damaged)
        try store.keep(Array("a payload".utf8), under: key)
        #expect(store.item(key) == .found(Array("a payload".utf8)))
    }

    @Test("no temporary file remains beside a kept item")
    func tidy() throws {
        try store.keep([1], under: key)
        let names = try FileManager.default.contentsOfDirectory(
            atPath: PathText.folder(of: store.path(of: key)))
        #expect(names == [key.description])
    }

    @Test("a store below a file says which path cannot be written and why")
    func unwritable() throws {
        let file = folder.path + "/file"
        try HostFile.save("x", to: file)
        #expect(throws: ProvenanceError.unwritable(path: file, reason: "it is not a folder")) {
            try ContentStore(folder: file).keep([1], under: key)
        }
    }

    @Test("many tasks may keep and read one key at once")
    func concurrency() async throws {
        let (store, key) = (store, key)
        let payload = [UInt8](repeating: 9, count: 100_000)
        let sound = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<32 {
                group.addTask {
                    try? store.keep(payload, under: key)
                    return store.item(key) == .found(payload)
                }
            }
            return await group.allSatisfy { $0 }
        }
        #expect(sound)
    }
}

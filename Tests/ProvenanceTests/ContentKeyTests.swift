import Testing

@testable import Provenance

@Suite struct ContentKeyTests {
    @Test("every field changes the key")
    func sensitivity() {
        let key = ContentKey(["a": "1", "b": "2"])
        #expect(key == ContentKey(["b": "2", "a": "1"]))
        #expect(key != ContentKey(["a": "1", "b": "3"]))
        #expect(key != ContentKey(["a": "1"]))
        #expect(key != ContentKey(["a": "1", "c": "2"]))
    }

    @Test("a value that looks like another field does not imitate it")
    func noImitation() {
        #expect(ContentKey(["a": "1\nb=1:2"]) != ContentKey(["a": "1", "b": "2"]))
    }
}

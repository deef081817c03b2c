import Hashing
import Testing

@Suite struct SHA256Tests {
    @Test(
        "digests the examples of FIPS 180-4",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ])
    func examples(text: String, digest: String) {
        #expect(SHA256(hashing: text).description == digest)
    }

    @Test("the first eight bytes make the stream number, big-endian")
    func prefix() {
        #expect(SHA256(hashing: "abc").prefix64 == 0xba78_16bf_8f01_cfea)
    }
}
